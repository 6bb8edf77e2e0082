import { LIGATURES } from '../text/ligatures.ts';

/**
 * Finds known phrases in text: the longest that starts at an offset. Letters vary in what carries no meaning, so a
 * phrase and a text are compared folded: case, runs of white space, hyphens, commas, `&` for `and`, kinds of quotes and
 * trade marks make no difference. All phrases stand in one tree of characters, so that a look-up reads the text once.
 */
export interface Phrases<T> {
  /** Parallel arrays, one entry a node: its character, first child, next sibling, and index into `values` or -1. */
  readonly chars: readonly number[];
  readonly children: readonly number[];
  readonly siblings: readonly number[];
  readonly slots: readonly number[];
  /** The root's child of every ASCII character, or -1: many look-ups end there. */
  readonly roots: readonly number[];
  /** For two letters that a phrase begins with, by `pairOf`, the letters that may come third, as bits: most other look-ups end here. */
  readonly thirds: Int32Array;
  readonly values: readonly T[][];
}

export interface PhraseMatch<T> {
  /** What was filed under the phrase, in the order of filing. */
  readonly values: readonly T[];
  /** Where the phrase ends in the text, in UTF-16 code units from the text's start. */
  readonly end: number;
}

const BLANK = 32;
const AND = [97, 110, 100] as const;
const NONE = 0;

/** A character as compared: a lower-case code unit, BLANK for white space, NONE for what is passed over. `&` is left to the caller. */
const fold = (code: number): number => {
  if (code < 128) return ASCII[code] ?? code;
  switch (code) {
    case 0xa0: // no-break space
      return BLANK;
    case 0x2018: // quotes
    case 0x2019:
      return 39;
    case 0x201c:
    case 0x201d:
      return 34;
    case 0xad: // soft hyphen, hyphens and dashes
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
    case 0xae: // trade marks
    case 0x2122:
      return NONE;
    default:
      return code;
  }
};

const ASCII: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  if (code >= 65 && code <= 90) return code + 32;
  if (code === 32 || (code >= 9 && code <= 13)) return BLANK;
  return code === 44 || code === 45 ? NONE : code; // comma, hyphen
});

const isHyphen = (code: number): boolean => code === 45 || code === 0xad || code === 0x2010 || code === 0x2011;
/** Beside these, white space means nothing: `ibuprofen/ famotidine`. */
const isTight = (code: number): boolean => code === 47 || code === 40 || code === 41;

/** The folded form of a whole text, trimmed: equal for phrases that count as the same. */
export const foldText = (text: string): string => {
  let folded = '';
  let blank = false;
  let last = NONE;
  for (let i = 0; i < text.length; i++) {
    const raw = text.charCodeAt(i);
    const code = fold(raw);
    if (code === BLANK || raw === 38) blank = true;
    if (code === BLANK || code === NONE) {
      if (isHyphen(raw)) i = afterBlanks(text, i + 1) - 1;
      continue;
    }
    if (blank && folded && !isTight(last) && !isTight(code)) folded += ' ';
    blank = raw === 38;
    const own = String.fromCharCode(code);
    folded += blank ? 'and' : (LIGATURES.get(own) ?? own);
    last = code;
  }
  return folded;
};

const afterBlanks = (text: string, offset: number): number => {
  while (offset < text.length && fold(text.charCodeAt(offset)) === BLANK) offset++;
  return offset;
};

/** Builds the tree from phrases and what to file under each. Empty phrases are left out. */
export const buildPhrases = <T>(entries: Iterable<readonly [string, T]>): Phrases<T> => {
  const chars = [NONE];
  const children = [-1];
  const siblings = [-1];
  const slots = [-1];
  const values: T[][] = [];
  const child = (node: number, char: number): number => {
    for (let at = children[node] ?? -1; at >= 0; at = siblings[at] ?? -1) if (chars[at] === char) return at;
    siblings.push(children[node] ?? -1);
    children[node] = chars.length;
    children.push(-1);
    slots.push(-1);
    return chars.push(char) - 1;
  };
  for (const [phrase, value] of entries) {
    const folded = foldText(phrase);
    if (!folded) continue;
    let node = 0;
    for (let i = 0; i < folded.length; i++) node = child(node, folded.charCodeAt(i));
    const slot = slots[node] ?? -1;
    if (slot >= 0) values[slot]?.push(value);
    else slots[node] = values.push([value]) - 1;
  }
  const roots = Array.from({ length: 128 }, () => -1);
  for (let at = children[0] ?? -1; at >= 0; at = siblings[at] ?? -1) {
    const char = chars[at] ?? NONE;
    if (char < roots.length) roots[char] = at;
  }
  return { chars, children, siblings, slots, roots, thirds: thirdsOf({ chars, children, siblings, slots }), values };
};

const A = 97;
/** The place of a letter in either case, from 0; 26 and more for what is none. */
const letterOf = (code: number): number => ((code | 32) - A) >>> 0;
const LETTERS = 26;
const pairOf = (first: number, second: number): number => (first << 5) | second;

const thirdsOf = ({
  chars,
  children,
  siblings,
  slots,
}: Omit<Phrases<never>, 'roots' | 'thirds' | 'values'>): Int32Array => {
  const thirds = new Int32Array(32 * 32);
  const each = (node: number, visit: (child: number, letter: number) => void): void => {
    for (let at = children[node] ?? -1; at >= 0; at = siblings[at] ?? -1) {
      const letter = letterOf(chars[at] ?? NONE);
      if (letter < LETTERS) visit(at, letter);
    }
  };
  each(0, (root, first) => {
    // Behind a phrase that ends here anything may stand.
    if ((slots[root] ?? -1) >= 0) thirds.fill(~0, pairOf(first, 0), pairOf(first, LETTERS));
    each(root, (node, second) => {
      const pair = pairOf(first, second);
      if ((slots[node] ?? -1) >= 0) thirds[pair] = ~0;
      each(node, (_, third) => {
        thirds[pair] = (thirds[pair] ?? 0) | (1 << third);
      });
    });
  });
  return thirds;
};

/** Do the first three characters, where they are letters, say already that no phrase starts here? */
const startsNone = <T>({ thirds }: Phrases<T>, text: string, offset: number): boolean => {
  const first = letterOf(text.charCodeAt(offset));
  if (first >= LETTERS) return false;
  const second = letterOf(text.charCodeAt(offset + 1));
  if (second >= LETTERS) return false;
  const third = letterOf(text.charCodeAt(offset + 2));
  return third < LETTERS && ((thirds[pairOf(first, second)] ?? 0) & (1 << third)) === 0;
};

const step = <T>(tree: Phrases<T>, node: number, char: number): number => {
  if (node === 0 && char < 128) return tree.roots[char] ?? -1;
  let at = tree.children[node] ?? -1;
  while (at >= 0 && tree.chars[at] !== char) at = tree.siblings[at] ?? -1;
  return at;
};

const stepAll = <T>(tree: Phrases<T>, node: number, chars: readonly number[]): number => {
  for (const char of chars) {
    if (node < 0) return node;
    node = step(tree, node, char);
  }
  return node;
};

const FIRST_LIGATURE = 0xfb00;

/** Letters that are printed joined count as those that they are. */
const stepJoined = <T>(tree: Phrases<T>, node: number, code: number): number => {
  const letters = LIGATURES.get(String.fromCharCode(code)) ?? String.fromCharCode(code);
  return stepAll(
    tree,
    node,
    Array.from(letters, (letter) => letter.charCodeAt(0)),
  );
};

/**
 * The longest phrase that starts at `offset` of `text` and ends where `endsAt` allows, or null. Reads no further than
 * the longest phrase.
 */
export const longestAt = <T>(
  tree: Phrases<T>,
  text: string,
  offset: number,
  endsAt: (text: string, end: number) => boolean,
): PhraseMatch<T> | null => {
  if (startsNone(tree, text, offset)) return null;
  let node = 0;
  let blank = false;
  let last = NONE;
  let slot = -1;
  let end = offset;
  for (let i = offset; i < text.length; i++) {
    const raw = text.charCodeAt(i);
    const code = fold(raw);
    if (code === BLANK || raw === 38) blank = true;
    if (code === BLANK || code === NONE) {
      if (i === offset) return null;
      if (isHyphen(raw)) i = afterBlanks(text, i + 1) - 1;
      continue;
    }
    if (blank && i > offset && !isTight(last) && !isTight(code)) node = step(tree, node, BLANK);
    blank = raw === 38;
    if (node >= 0)
      node = blank
        ? stepAll(tree, node, AND)
        : code < FIRST_LIGATURE
          ? step(tree, node, code)
          : stepJoined(tree, node, code);
    if (node < 0) break;
    last = code;
    const here = tree.slots[node] ?? -1;
    if (here >= 0 && endsAt(text, i + 1)) {
      slot = here;
      end = i + 1;
    }
  }
  const values = tree.values[slot];
  return values ? { values, end } : null;
};

/** Nothing that carries meaning comes after `end`. */
const atEnd = (text: string, end: number): boolean => {
  let at = end;
  while (at < text.length && fold(text.charCodeAt(at)) <= BLANK) at++;
  return at === text.length;
};

/** What is filed under exactly this phrase (folded; no white space before it), or an empty list. */
export const filedUnder = <T>(tree: Phrases<T>, phrase: string): readonly T[] =>
  longestAt(tree, phrase, 0, atEnd)?.values ?? [];

/** Is the character a letter or digit, so that a word goes on through it? */
export const isWordCode = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0;

/** No word goes on at `end`. */
export const endsWord = (text: string, end: number): boolean => end >= text.length || !isWordCode(text.charCodeAt(end));

/**
 * Calls `visit` with the start of every word from `from` on. It gives the offset to go on from: its own where nothing
 * was found, the end of what was found where the search goes on behind it.
 */
export const scanWords = (text: string, from: number, visit: (at: number) => number): void => {
  let inWord = false;
  for (let i = from; i < text.length; i++) {
    const word = isWordCode(text.charCodeAt(i));
    const next: number = word && !inWord ? visit(i) : i;
    inWord = word && next === i;
    if (next > i) i = next - 1;
  }
};
