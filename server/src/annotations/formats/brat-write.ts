import type { Annotation, Loaded } from '../model.ts';
import type { Base } from '../passage.ts';
import { quoteOf } from '../text-units.ts';
import { isSame, joined, lineOf, NAMES, piecesOf, tokenOf, typeOf } from './brat-lines.ts';
import { extraOf } from './extra.ts';
import { type FormatFile, inTextOrder, problemsOf, type Sheet } from './format.ts';

/** A sheet as brat's `.ann`, and the text that it belongs to. */
export const writeBrat = ({ letter, base, annotations }: Sheet): Loaded<readonly FormatFile[]> => {
  const { list, tell } = problemsOf(letter);
  const numbers = { A: 0, '#': 0 };
  const next = (kind: keyof typeof numbers): string => `${kind}${++numbers[kind]}`;
  let content = '';
  inTextOrder(annotations).forEach((annotation, i) => {
    const pieces = annotation.passage.stretches.flatMap((stretch) => piecesOf(base, stretch));
    if (pieces.length === 0) {
      tell(null, `Annotation ${annotation.id} has nothing but blanks, which brat cannot mark. It was left out.`);
      return;
    }
    const id = `T${i + 1}`;
    const quote = pieces.map((piece) => quoteOf(base.units, piece)).join(' ');
    content += `${id}\t${typeOf(annotation.label)} ${pieces.map((pair) => pair.join(' ')).join(';')}\t${quote}\n`;
    for (const [name, value] of attributesOf(annotation)) {
      content += `${next('A')}\t${[name, id, value].filter((part) => part !== null).join(' ')}\n`;
    }
    for (const [name, text] of notesOf(annotation, base, pieces)) content += `${next('#')}\t${name} ${id}\t${text}\n`;
  });
  const files: readonly FormatFile[] = [
    { extension: 'ann', content },
    { extension: 'txt', content: base.units.text },
  ];
  return { value: files, problems: list };
};

/** An attribute without a value is one that is there or not. */
const attributesOf = ({ state, author, value, sic }: Annotation): readonly (readonly [string, string | null])[] => {
  const token = tokenOf(value);
  return [
    [NAMES.state, state],
    [NAMES.author, author],
    ...(token === null ? [] : [[NAMES.value, token] as const]),
    ...(sic ? [[NAMES.sic, null] as const] : []),
  ];
};

type Pieces = ReturnType<typeof piecesOf>;

/** The person's note, and in a line of JSON what brat has no place for, or not all of it. */
const notesOf = (annotation: Annotation, base: Base, pieces: Pieces): readonly (readonly [string, string])[] => {
  const { label, note, value, passage } = annotation;
  const { id, origin, made, changed, section } = extraOf(annotation);
  const isTold = isSame(joined(base, pieces), passage.stretches);
  const rest = {
    id,
    origin,
    made,
    changed,
    section,
    ...(typeOf(label) !== label && { label }),
    ...(value !== null && tokenOf(value) !== value && { value }),
    ...(note !== null && lineOf(note) !== note && { note }),
    ...(!isTold && { stretches: passage.stretches }),
  };
  return [...(note === null ? [] : [[NAMES.note, lineOf(note)] as const]), [NAMES.rest, JSON.stringify(rest)]];
};
