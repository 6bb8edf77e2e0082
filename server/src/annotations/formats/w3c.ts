import { quoteAnchor } from '../anchor/quote.ts';
import { isCount, isMembers, isText, type Members } from '../guards.ts';
import { type Annotation, CONTEXT, type Loaded, type Problem, type Stretch } from '../model.ts';
import type { Base } from '../passage.ts';
import { lengthOf, quoteOf, stretchOf } from '../text-units.ts';
import { type Extra, extraOf, readExtra } from './extra.ts';
import {
  annotationAt,
  type Format,
  inTextOrder,
  isWithin,
  problemsOf,
  type Reading,
  type Sheet,
  type Target,
} from './format.ts';

const VOCABULARY = 'http://www.w3.org/ns/anno.jsonld';
/** Our own members, whose names no vocabulary of others has. */
const OURS = 'imr:said';
const CONTEXTS = [VOCABULARY, { imr: 'urn:imr-letters:', [OURS]: { '@type': '@json' } }] as const;

/**
 * W3C Web Annotation in JSON-LD: a page of annotations, each with its places by position, in code points, and by quote.
 * Several stretches of one annotation are a Composite.
 */
export const W3C: Format = {
  title: 'W3C Web Annotation',
  detail: 'W3C Web Annotation in JSON-LD, with selectors by position and by quote',
  perLetter: true,
  write: (sheet) => ({
    value: [{ extension: 'jsonld', content: `${JSON.stringify(pageOf(sheet), null, 2)}\n` }],
    problems: [],
  }),
  read: (content, reading) => readPage(content, reading),
};

const pageOf = ({ letter, base, annotations }: Sheet) => ({
  '@context': CONTEXTS,
  type: 'AnnotationPage',
  items: inTextOrder(annotations).map((annotation) => itemOf(letter, base, annotation)),
});

const itemOf = (letter: string, base: Base, annotation: Annotation) => {
  const { id, label, passage, note, author, made, changed } = annotation;
  const targets = passage.stretches.map((stretch) => targetOf(letter, base, stretch));
  const [only] = targets;
  return {
    id: `urn:imr-letters:annotation:${encodeURIComponent(id)}`,
    type: 'Annotation',
    motivation: 'classifying',
    created: made,
    modified: changed,
    creator: { type: 'Person', nickname: author },
    body: [
      { type: 'TextualBody', purpose: 'classifying', value: label },
      ...(note === null ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: note }]),
    ],
    target: targets.length === 1 ? only : { type: 'Composite', items: targets },
    [OURS]: extraOf(annotation),
  };
};

const targetOf = (source: string, base: Base, stretch: Stretch) => {
  const [start, end] = stretch;
  const { units } = base;
  return {
    source: sourceOf(source),
    selector: [
      { type: 'TextPositionSelector', start, end },
      {
        type: 'TextQuoteSelector',
        exact: quoteOf(units, stretch),
        prefix: quoteOf(units, [Math.max(0, start - CONTEXT), start]),
        suffix: quoteOf(units, [end, Math.min(lengthOf(units), end + CONTEXT)]),
      },
    ],
  };
};

/** An address relative to the folder. */
const sourceOf = (letter: string): string => letter.split('/').map(encodeURIComponent).join('/');

const letterOf = (source: string): string => {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
};

const readPage = (content: string, reading: Reading): Loaded<readonly Sheet[]> => {
  const { list, tell } = problemsOf(reading.file);
  let page: unknown;
  try {
    page = JSON.parse(content);
  } catch {
    const problem: Problem = {
      file: reading.file,
      line: null,
      message: 'This file is no JSON, so nothing of it was read.',
    };
    return { value: [], problems: [problem] };
  }
  const sheets = new Map<string, { target: Target; annotations: Annotation[] }>();
  itemsOf(page).forEach((item, i) => {
    const read = isMembers(item) ? readItem(item, reading) : 'it is no annotation';
    if (typeof read === 'string') {
      tell(null, `Annotation ${i + 1} was left out: ${read}.`);
      return;
    }
    const sheet = sheets.get(read.target.letter) ?? { target: read.target, annotations: [] };
    sheets.set(read.target.letter, sheet);
    sheet.annotations.push(read.annotation);
  });
  return { value: [...sheets.values()].map(({ target, annotations }) => ({ ...target, annotations })), problems: list };
};

/** The annotations of a page, a collection with its first page in it, a list, or the one that the file is. */
const itemsOf = (page: unknown): readonly unknown[] => {
  if (Array.isArray(page)) return page;
  if (!isMembers(page)) return [page];
  if (Array.isArray(page['items'])) return page['items'];
  return isMembers(page['first']) ? itemsOf(page['first']) : [page];
};

interface ReadItem {
  readonly target: Target;
  readonly annotation: Annotation;
}

/** An annotation; a text where it cannot be read, and why. */
const readItem = (item: Members, reading: Reading): ReadItem | string => {
  const { target: given } = item;
  const parts =
    isMembers(given) && Array.isArray(given['items']) ? given['items'] : Array.isArray(given) ? given : [given];
  const places = parts.map((part) => (isMembers(part) ? part : { source: part }));
  const [first] = places;
  const name = isText(first?.source) ? letterOf(first.source) : null;
  const target = reading.find(name, null);
  if (!target) return `there is no letter ${name ?? 'for it'}`;
  if (places.some(({ source }) => source !== first?.source)) return 'it is about several letters';
  const stretches = places.map((place) => placeOf(target.base, place));
  const failed = stretches.find((stretch) => typeof stretch === 'string');
  if (failed !== undefined) return failed;
  const said = saidOf(item, reading);
  const label = bodyOf(item, LABELLING);
  if (label === null) return 'it has no label';
  const annotation = annotationAt(target.base, label, stretches as readonly Stretch[], said, reading);
  return annotation ? { target, annotation } : 'there is nothing but blanks at its place';
};

const NO_FIT =
  'it does not fit the text: its words do not stand at its place, nor once elsewhere with those around them';

/** By position where the quoted words stand there; else by the quote. A text where neither holds. */
const placeOf = (base: Base, place: Members): Stretch | string => {
  const { selector } = place;
  const selectors = (Array.isArray(selector) ? selector : [selector]).filter(isMembers);
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const stretch =
    position && isCount(position['start']) && isCount(position['end'])
      ? ([position['start'], position['end']] as const)
      : null;
  const exact = isText(quote?.['exact']) ? quote['exact'] : null;
  if (stretch && isWithin(base, stretch) && (exact === null || quoteOf(base.units, stretch) === exact)) return stretch;
  if (exact === null) return stretch ? 'its place lies outside the text' : 'it has neither a position nor a quote';
  const [before, after] = [quote?.['prefix'], quote?.['suffix']].map((text) => (isText(text) ? text : ''));
  const found = quoteAnchor(base.units.text)({
    base: base.hash,
    stretches: [],
    quotes: [exact],
    before: before ?? '',
    after: after ?? '',
    section: null,
  });
  const [span] = found.kind === 'anchored' ? found.spans : [];
  return span ? stretchOf(base.units, span) : NO_FIT;
};

const LABELLING = ['classifying', 'tagging', 'identifying', undefined];
const COMMENTING = ['commenting', 'describing'];

/** The text of the first body with one of the purposes. */
const bodyOf = ({ body, bodyValue }: Members, purposes: readonly unknown[]): string | null => {
  const bodies = (Array.isArray(body) ? body : [body ?? bodyValue]).map((one) => (isText(one) ? { value: one } : one));
  const found = bodies.find((one) => isMembers(one) && purposes.includes(one['purpose']) && isText(one['value']));
  return found ? String(found.value) : null;
};

const saidOf = (item: Members, { author }: Reading): Partial<Extra> => {
  const { creator, created, modified } = item;
  const name = isMembers(creator) ? (creator['nickname'] ?? creator['name']) : creator;
  const extra = readExtra(item[OURS]);
  const dates = readExtra({ made: created, changed: modified });
  return { ...extra, ...dates, note: bodyOf(item, COMMENTING), author: isText(name) ? name : (extra.author ?? author) };
};
