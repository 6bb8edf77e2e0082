import { isEnglish } from '../../facts/english.ts';
import type { Letter } from '../../letter/model.ts';
import { hashWith } from '../../text/hash.ts';
import type { Check, Found } from '../check.ts';
import { Gap, occurrences, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { isFreePrefix } from './hyphens.ts';

const WORD = /^[a-z]{2,}$/i;

/**
 * Two words run together that the letter elsewhere joins by a hyphen: programs that take text out of a PDF drop a hyphen at
 * a line end.
 *
 *     antiinflammatory, where the letter also has anti-inflammatory
 */
export const layoutLostHyphen: Check = {
  code: 'layout.lost-hyphen',
  title: 'A word has lost the hyphen that it has elsewhere in the letter.',
  severity: 'information',
  category: 'layout',
  run: (letter) => foundIn(letter, tokensOf(letter)),
};

const foundIn = (letter: Letter, tokens: Tokens): readonly Found[] => {
  const { count, gaps, hashes } = tokens;
  const wanted = new Map<number, string>();
  for (let i = 1; i < count; i++) {
    if (gaps[i] !== Gap.hyphen) continue;
    const joined = joinedHash(tokens, i);
    if (occurrences(letter, joined) > 0) wanted.set(joined, `${tokenText(tokens, i - 1)}-${tokenText(tokens, i)}`);
  }
  const found: Found[] = [];
  for (let i = 0; wanted.size > 0 && i < count; i++) {
    const elsewhere = wanted.get(hashes[i] ?? 0);
    const problem = elsewhere === undefined ? null : foundAt(tokens, i, elsewhere);
    if (problem) found.push(problem);
  }
  return found;
};

/** The hash of both halves in lower case, without the hyphen. */
const joinedHash = ({ text, starts, ends, hashes }: Tokens, tail: number): number => {
  let hash = hashes[tail - 1] ?? 0;
  for (let at = starts[tail] ?? 0; at < (ends[tail] ?? 0); at++) {
    const code = text.charCodeAt(at);
    hash = hashWith(hash, code >= 65 && code <= 90 ? code + 32 : code);
  }
  return hash;
};

const foundAt = (tokens: Tokens, at: number, elsewhere: string): Found | null => {
  const printed = tokenText(tokens, at);
  const [head = '', tail = ''] = elsewhere.split('-');
  if (!WORD.test(head) || !WORD.test(tail) || head.length + tail.length !== printed.length) return null;
  if (isFreePrefix(head.toLowerCase(), tail.toLowerCase()) || isEnglish(printed.toLowerCase())) return null;
  const reading = `${printed.slice(0, head.length)}-${printed.slice(head.length)}`;
  return {
    span: { start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0 },
    message: `${quoted(printed)} stands here, where the letter elsewhere has ${quoted(elsewhere)}.`,
    reading,
  };
};
