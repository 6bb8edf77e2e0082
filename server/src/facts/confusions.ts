/** Shapes that recognition takes for each other, in either direction. */
const PAIRS: readonly string[] = [
  '0 O',
  '0 o',
  '0 Q',
  '0 D',
  'O Q',
  'O D',
  '1 l',
  '1 I',
  '1 i',
  '1 !',
  '1 |',
  'l I',
  'l i',
  'l !',
  'l |',
  'I i',
  'I !',
  'I |',
  'i !',
  'i j',
  '2 Z',
  '2 z',
  '5 S',
  '5 s',
  '6 G',
  '6 b',
  '8 B',
  '8 S',
  '9 g',
  '9 q',
  'B R',
  'C G',
  'E F',
  'M N',
  'P F',
  'U V',
  'V Y',
  'a o',
  'c e',
  'c o',
  'e o',
  'f t',
  'g q',
  'h b',
  'i t',
  'l t',
  'n u',
  'r t',
  'u v',
  'v y',
  'rn m',
  'nn m',
  'ni m',
  'in m',
  'cl d',
  'ci d',
  'vv w',
  'li h',
  'lh h',
  'ri n',
  'ii u',
  'ii n',
  'fi h',
  'RN M',
  'VV W',
  'Il U',
  'lJ U',
  'LI U',
];

const known = (): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    const tos = map.get(from);
    if (tos) tos.push(to);
    else map.set(from, [to]);
  };
  for (const pair of PAIRS) {
    const [one = '', other = ''] = pair.split(' ');
    add(one, other);
    add(other, one);
  }
  return map;
};
const SHAPES = known();
/** Longer texts are not compared: it is asked of words and labels. */
const LONGEST = 200;

/**
 * Can `meant` have become `printed` by recognition alone: every difference between them one shape taken for another? Not
 * where they are the same.
 */
export const isMisrecognised = (printed: string, meant: string): boolean =>
  printed !== meant && printed.length <= LONGEST && follows(printed, 0, meant, 0, MOST);

/** More confusions than this in one word or label are another word. */
const MOST = 4;

const follows = (printed: string, i: number, meant: string, j: number, left: number): boolean => {
  let at = i;
  let to = j;
  while (at < printed.length && printed.charCodeAt(at) === meant.charCodeAt(to)) {
    at++;
    to++;
  }
  if (at === printed.length && to === meant.length) return true;
  if (left === 0) return false;
  // A shape of two characters may begin with one that both have.
  return [at, at - 1].some(
    (from) => from >= i && [1, 2].some((length) => confused(printed, from, length, meant, from - at + to, left)),
  );
};

const confused = (printed: string, at: number, length: number, meant: string, to: number, left: number): boolean =>
  (SHAPES.get(printed.slice(at, at + length)) ?? []).some(
    (shape) => meant.startsWith(shape, to) && follows(printed, at + length, meant, to + shape.length, left - 1),
  );
