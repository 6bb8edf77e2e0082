/**
 * A text for alignment: its characters that are not blank, and the words they make. Blanks are left out, so that wrapping
 * a text anew changes nothing. A character is a UTF-16 unit.
 */
export interface Words {
  readonly text: string;
  /** The offsets in `text` of the characters, ascending. */
  readonly offsets: Int32Array;
  /** The number of each word in the vocabulary: equal words, equal numbers. */
  readonly ids: Int32Array;
  /** Word i has the characters [starts[i], starts[i + 1]); one entry more than words. */
  readonly starts: Int32Array;
}

/** Numbers for words, shared by the texts that are compared. */
export type Vocabulary = Map<string, number>;

/** Takes a text apart. Linear. */
export const wordsIn = (text: string, vocabulary: Vocabulary): Words => {
  const offsets = new Int32Array(text.length);
  const ids: number[] = [];
  const starts: number[] = [];
  let count = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    let id = vocabulary.get(word);
    if (id === undefined) vocabulary.set(word, (id = vocabulary.size));
    ids.push(id);
    starts.push(count);
    for (let i = 0; i < word.length; i++) offsets[count++] = index + i;
  }
  starts.push(count);
  return { text, offsets: offsets.subarray(0, count), ids: Int32Array.from(ids), starts: Int32Array.from(starts) };
};

/** How many characters lie in the words [from, to). */
export const sizeOf = ({ starts }: Words, from: number, to: number): number => (starts[to] ?? 0) - (starts[from] ?? 0);

/** The code of a character by its number. */
export const codeAt = ({ text, offsets }: Words, character: number): number =>
  text.charCodeAt(offsets[character] ?? text.length);
