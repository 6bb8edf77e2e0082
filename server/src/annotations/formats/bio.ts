import type { Annotation, Loaded, Stretch } from '../model.ts';
import type { Base } from '../passage.ts';
import { codePointAt, quoteOf } from '../text-units.ts';
import {
  annotationAt,
  type Format,
  type FormatFile,
  inTextOrder,
  isWithin,
  problemsOf,
  type Reading,
  type Sheet,
} from './format.ts';

/**
 * Tokens in columns as the CoNLL tasks have them: token, start, end, and a tag, `B-decision`, `I-decision` or `O`. Where
 * annotations overlap there are more columns of tags, as many as are needed; the last holds the outermost. A blank line
 * parts what blank lines part in the letter, but not within an annotation.
 */
export const BIO: Format = {
  title: 'BIO',
  detail: 'tokens in columns with BIO tags, as the CoNLL tasks have them',
  perLetter: true,
  write: (sheet) => writeBio(sheet),
  read: (content, reading) => readBio(content, reading),
};

interface Piece {
  readonly stretch: Stretch;
  readonly label: string;
}

const OUTSIDE = 'O';

const writeBio = ({ letter, base, annotations }: Sheet): Loaded<readonly FormatFile[]> => {
  const { list, tell } = problemsOf(letter);
  const pieces = inTextOrder(annotations).flatMap(({ label, passage }) =>
    passage.stretches.map((stretch): Piece => ({ stretch, label })),
  );
  const parted = annotations.filter(({ passage }) => passage.stretches.length > 1).length;
  if (parted > 0) tell(null, `BIO has no annotations in several parts: each part of ${parted} stands by itself.`);
  if (annotations.some(hasMore))
    tell(null, 'BIO has labels only: values, states, notes and authors are not in the file.');
  const layers = layersOf(pieces);
  const tokens = tokensOf(base, pieces);
  const columns = layers.map((layer) => tagsOf(tokens, layer)).reverse();
  if (columns.length === 0) columns.push(tokens.map(() => OUTSIDE));
  const rows = tokens.map((token, i) => {
    const tags = columns.map((column) => column[i] ?? OUTSIDE);
    const before = tokens[i - 1];
    const isApart =
      before !== undefined && isParagraph(base, before[1], token[0]) && !isInside(pieces, before[1], token[0]);
    return `${isApart ? '\n' : ''}${[quoteOf(base.units, token), ...token, ...tags].join('\t')}\n`;
  });
  return { value: [{ extension: 'conll', content: rows.join('') }], problems: list };
};

const hasMore = ({ value, note }: Annotation): boolean => value !== null || note !== null;

/** Annotations that do not overlap share a layer; the longer come to the first ones. */
const layersOf = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const layers: Piece[][] = [];
  for (const piece of pieces) {
    const free = layers.find((layer) => (layer.at(-1)?.stretch[1] ?? 0) <= piece.stretch[0]);
    if (free) free.push(piece);
    else layers.push([piece]);
  }
  return layers;
};

/** Words and single signs, cut where an annotation begins or ends. A word holds its combining marks. */
const TOKEN = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

const tokensOf = (base: Base, pieces: readonly Piece[]): readonly Stretch[] => {
  const { units } = base;
  const cuts = [...new Set(pieces.flatMap(({ stretch }) => stretch))].sort((a, b) => a - b);
  let cut = 0;
  const tokens: Stretch[] = [];
  for (const { 0: word, index } of units.text.matchAll(TOKEN)) {
    let start = codePointAt(units, index);
    const end = codePointAt(units, index + word.length);
    for (; (cuts[cut] ?? end) < end; cut++) {
      const at = cuts[cut] ?? end;
      if (at <= start) continue;
      tokens.push([start, at]);
      start = at;
    }
    tokens.push([start, end]);
  }
  return tokens;
};

const tagsOf = (tokens: readonly Stretch[], layer: readonly Piece[]): readonly string[] => {
  let at = 0;
  let begun: Piece | null = null;
  return tokens.map(([start, end]) => {
    while ((layer[at]?.stretch[1] ?? Infinity) <= start) at++;
    const piece = layer[at];
    if (!piece || piece.stretch[0] >= end) return OUTSIDE;
    const tag = `${begun === piece ? 'I' : 'B'}-${piece.label.replace(/\s/g, '_')}`;
    begun = piece;
    return tag;
  });
};

const isParagraph = ({ units }: Base, from: number, to: number): boolean =>
  to > from && quoteOf(units, [from, to]).split('\n').length > 2;

const isInside = (pieces: readonly Piece[], from: number, to: number): boolean =>
  pieces.some(({ stretch: [start, end] }) => start < from && end > to);

interface Token {
  readonly line: number;
  readonly place: Stretch;
  readonly tags: readonly string[];
}

const readBio = (content: string, reading: Reading): Loaded<readonly Sheet[]> => {
  const { list, tell } = problemsOf(reading.file);
  const target = reading.find(null, null);
  if (!target) {
    tell(null, 'There is no letter of this name, so the file cannot be read.');
    return { value: [], problems: list };
  }
  const tokens = readTokens(content, target.base, tell);
  const count = tokens.reduce((most, { tags }) => Math.max(most, tags.length), 0);
  const annotations = Array.from({ length: count }, (_, column) => piecesIn(tokens, column)).flatMap((pieces) =>
    pieces.flatMap(({ stretch, label }) => annotationAt(target.base, label, [stretch], {}, reading) ?? []),
  );
  return { value: [{ ...target, annotations }], problems: list };
};

/** Where the file gives no places, each token is looked for behind the one before, with nothing but blanks between. */
const readTokens = (
  content: string,
  base: Base,
  tell: (line: number | null, message: string) => void,
): readonly Token[] => {
  const tokens: Token[] = [];
  const lines = content.split(/\r?\n/);
  let offset = 0;
  for (const [i, text] of lines.entries()) {
    const [word = '', ...columns] = text.split(/[\t ]/);
    if (word === '' || word === '-DOCSTART-') continue;
    const [start, end, ...tags] = columns;
    if (isNumber(start) && isNumber(end)) {
      const place: Stretch = [Number(start), Number(end)];
      if (isWithin(base, place) && quoteOf(base.units, place) === word) tokens.push({ line: i + 1, place, tags });
      else tell(i + 1, 'This token does not fit the text: it does not stand at its place. It was left out.');
      continue;
    }
    const at = offset + (/\S/.exec(base.units.text.slice(offset, offset + FAR))?.index ?? 0);
    if (!base.units.text.startsWith(word, at)) {
      tell(
        i + 1,
        'This token does not fit the text: another word comes next there. The lines from here on were left out.',
      );
      break;
    }
    offset = at + word.length;
    tokens.push({
      line: i + 1,
      place: [codePointAt(base.units, at), codePointAt(base.units, offset)],
      tags: columns.slice(-1),
    });
  }
  return tokens;
};

/** More blanks than stand between two words of a letter. */
const FAR = 10_000;

const isNumber = (digits: string | undefined): boolean => digits !== undefined && /^\d+$/.test(digits);

/** The annotations of one column of tags. An `I-` that follows no tag of its label begins one. */
const piecesIn = (tokens: readonly Token[], column: number): readonly Piece[] => {
  const pieces: Piece[] = [];
  let open = '';
  for (const { place, tags } of tokens) {
    const [kind, label] = partsOf(tags[column] ?? OUTSIDE);
    const last = pieces.at(-1);
    if (label === '') open = '';
    else if (kind === 'I' && open === label && last)
      pieces[pieces.length - 1] = { label, stretch: [last.stretch[0], place[1]] };
    else pieces.push({ label, stretch: place });
    open = label;
  }
  return pieces;
};

const partsOf = (tag: string): readonly [kind: string, label: string] =>
  /^[BI]-/.test(tag) ? [tag.charAt(0), tag.slice(2)] : [OUTSIDE, ''];
