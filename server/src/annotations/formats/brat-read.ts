import { isMembers, isOneOf, isStretches, isText, type Members } from '../guards.ts';
import { type Annotation, type Loaded, STATES, type Stretch, type Value } from '../model.ts';
import { type Base, inOrder } from '../passage.ts';
import { quoteOf } from '../text-units.ts';
import { isSame, joined, lineOf, NAMES, piecesOf, tokenOf, typeOf } from './brat-lines.ts';
import { type Extra, readExtra } from './extra.ts';
import { annotationAt, isWithin, problemsOf, type Reading, type Sheet } from './format.ts';

type Tell = (line: number | null, message: string) => void;

/** A marked stretch of words, and what the lines about it say. */
interface Found {
  readonly line: number;
  readonly label: string;
  readonly pieces: readonly Stretch[];
  readonly attributes: Map<string, string | null>;
  note: string | null;
  rest: Members;
}

/** Reads brat's `.ann`. Lines may stand in any order. */
export const readBrat = (content: string, reading: Reading): Loaded<readonly Sheet[]> => {
  const { list, tell } = problemsOf(reading.file);
  const target = reading.find(null, null);
  if (!target) {
    tell(null, 'There is no letter of this name, so the file cannot be read.');
    return { value: [], problems: list };
  }
  const rows = content.split(/\r?\n/).map((text, i) => ({ line: i + 1, fields: text.split('\t') }));
  const words = new Map<string, Found>();
  const events = new Map<string, string>();
  for (const { line, fields } of rows) {
    const [id = '', head = '', ...rest] = fields;
    if (id.startsWith('T')) readWords(target.base, words, tell, { line, id, head, quote: rest.join('\t') });
    else if (id.startsWith('E')) readEvent(events, tell, { line, id, head });
  }
  const about = (id: string): Found | undefined => words.get(events.get(id) ?? id);
  for (const { line, fields } of rows) readAbout(about, tell, line, fields);
  const annotations = [...words.values()].flatMap((found) => annotationOf(target.base, found, reading, tell) ?? []);
  return { value: [{ ...target, annotations }], problems: list };
};

/** `T1 Label 0 5;8 12 the words`. */
const readWords = (
  base: Base,
  words: Map<string, Found>,
  tell: Tell,
  {
    line,
    id,
    head,
    quote,
  }: { readonly line: number; readonly id: string; readonly head: string; readonly quote: string },
): void => {
  const [label = '', ...places] = head.split(' ');
  const pairs = places
    .join(' ')
    .split(';')
    .map((pair) => pair.split(' ').map(numberOf));
  const pieces = pairs.flatMap(([start, end, ...more]): Stretch[] =>
    start === undefined || end === undefined || more.length > 0 ? [] : [[start, end]],
  );
  if (label === '' || pieces.length !== pairs.length || words.has(id)) {
    tell(line, `This line cannot be read: after ${id} stand a label and the places of its words. It was left out.`);
    return;
  }
  if (!pieces.every((piece) => isWithin(base, piece))) {
    tell(line, `${id} does not fit the text: its places lie outside it. It was left out.`);
    return;
  }
  const printed = pieces.map((piece) => quoteOf(base.units, piece)).join(' ');
  if (lineOf(printed).trim() !== lineOf(quote).trim()) {
    tell(line, `${id} does not fit the text: other words stand at its places. It was left out.`);
    return;
  }
  words.set(id, { line, label, pieces, attributes: new Map(), note: null, rest: {} });
};

const numberOf = (digits: string): number => (/^\d+$/.test(digits) ? Number(digits) : Number.NaN);

/** `E1 Type:T1 Role:T2`: its words are an annotation, and lines about the event are about them. */
const readEvent = (
  events: Map<string, string>,
  tell: Tell,
  { line, id, head }: { readonly line: number; readonly id: string; readonly head: string },
): void => {
  const [trigger = '', ...roles] = head.split(' ').filter((part) => part !== '');
  events.set(id, trigger.slice(trigger.indexOf(':') + 1));
  if (roles.length > 0)
    tell(line, `The parts of event ${id} were left out: annotations here have none. Its words were read.`);
};

const RELATIONS: Readonly<Record<string, string>> = {
  R: 'Relations between annotations have no place here',
  '*': 'Relations between annotations have no place here',
  N: 'References to other collections have no place here',
};

/** Lines about words that were read: attributes and notes. What has no place here is told. */
const readAbout = (
  about: (id: string) => Found | undefined,
  tell: Tell,
  line: number,
  [id = '', head = '', ...rest]: readonly string[],
): void => {
  const kind = id.charAt(0);
  if (kind === 'T' || kind === 'E' || (id === '' && head === '' && rest.length === 0)) return;
  if (kind in RELATIONS) {
    tell(line, `${RELATIONS[kind]}; this line was left out.`);
    return;
  }
  if (!/[AM#]/.test(kind)) {
    tell(line, 'This line cannot be read. It was left out.');
    return;
  }
  const [name = '', target = '', ...value] = head.split(' ');
  const found = about(target);
  if (!found) tell(line, `${id} is about ${target || 'nothing'}, which was not read. It was left out.`);
  else if (kind === '#') readNote(found, tell, { line, name, text: rest.join('\t') });
  else if (isOneOf(OURS, name)) found.attributes.set(name, value.length > 0 ? value.join(' ') : null);
  else tell(line, `The attribute ${name} has no place here; ${id} was left out.`);
};

const OURS = [NAMES.state, NAMES.author, NAMES.value, NAMES.sic];

/** Several notes are one, a line each; those of other kinds, such as brat's own on mistakes, begin with their name. */
const readNote = (
  found: Found,
  tell: Tell,
  { line, name, text }: { readonly line: number; readonly name: string; readonly text: string },
): void => {
  if (name === NAMES.rest) {
    const rest = parsed(text);
    if (rest) found.rest = rest;
    else tell(line, 'This note of IMR Letters is damaged. It was left out.');
    return;
  }
  const said = name === NAMES.note ? text : `${name}: ${text}`;
  found.note = found.note === null ? said : `${found.note}\n${said}`;
};

const parsed = (text: string): Members | null => {
  try {
    const value: unknown = JSON.parse(text);
    return isMembers(value) ? value : null;
  } catch {
    return null;
  }
};

/** What people see and change in brat counts; the note of JSON gives the exact form of it where it still is that. */
const annotationOf = (base: Base, found: Found, reading: Reading, tell: Tell): Annotation | null => {
  const { line, label, pieces, attributes, note, rest } = found;
  const extra = readExtra(rest);
  const state = attributes.get(NAMES.state);
  if (state !== undefined && !isOneOf(STATES, state)) tell(line, `The state ${state} is none of ${STATES.join(', ')}.`);
  const said: Partial<Extra> = {
    ...extra,
    value: valueOf(attributes.get(NAMES.value), extra.value ?? null),
    note: isText(extra.note) && note !== null && lineOf(extra.note) === note ? extra.note : note,
    sic: attributes.has(NAMES.sic),
    ...(isOneOf(STATES, state) && { state }),
    author: attributes.get(NAMES.author) ?? reading.author,
  };
  const exact = isText(rest['label']) && typeOf(rest['label']) === label ? rest['label'] : label;
  const annotation = annotationAt(base, exact, stretchesOf(base, pieces, rest['stretches']), said, reading);
  if (!annotation) tell(line, 'There is nothing but blanks at this place. It was left out.');
  return annotation;
};

const valueOf = (printed: string | null | undefined, exact: Value): Value => {
  const told = tokenOf(exact);
  if (printed === undefined) return told === null ? exact : null;
  return printed === told ? exact : printed;
};

const stretchesOf = (base: Base, pieces: readonly Stretch[], exact: unknown): readonly Stretch[] => {
  if (!isStretches(exact) || !exact.every((stretch) => isWithin(base, stretch))) return joined(base, pieces);
  const told = exact.flatMap((stretch) => piecesOf(base, stretch));
  return isSame(told, inOrder(pieces)) ? exact : joined(base, pieces);
};
