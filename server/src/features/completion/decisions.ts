import { CompletionItemKind } from 'vscode-languageserver';
import { decisionWords } from '../../checks/forms.ts';
import type { Issue, Letter } from '../../letter/model.ts';
import { isBlank } from '../../text/lines.ts';
import { touches } from '../../text/span.ts';
import type { Offers } from './offer.ts';

const WORD = /[a-z]{0,12}$/i;

/** The decisions behind the colon of an item, in forms that print them there. The one that is printed may be replaced. */
export const decisionOffers = (letter: Letter, offset: number): Offers | null => {
  const words = decisionWords(letter);
  const issue = letter.issues.find((each) => ownsTitle(letter, each, offset));
  if (!issue || words.length === 0) return null;
  const before = letter.text.slice(Math.max(0, offset - 40), offset);
  const start = offset - (WORD.exec(before)?.[0].length ?? 0);
  let colon = start;
  while (colon > 0 && isBlank(letter.text.charCodeAt(colon - 1))) colon--;
  if (letter.text.charAt(colon - 1) !== ':') return null;
  return { start, kind: CompletionItemKind.EnumMember, offers: words.map((text) => ({ text })) };
};

/** The title and the blanks behind it on its line. */
const ownsTitle = ({ text }: Letter, { title, decision }: Issue, offset: number): boolean => {
  if (!title || offset < title.span.start) return false;
  if (decision && decision.value !== null) return touches(decision.span, offset) && touches(title.span, offset);
  for (let at = title.span.end; at < offset; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
};
