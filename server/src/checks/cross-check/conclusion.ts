import type { Decision } from '../../letter/model.ts';
import { matchesOf } from '../../text/matching.ts';

/** A sentence that concludes for or against a treatment: [start, end) of the text it was found in. */
export interface Conclusion {
  readonly start: number;
  readonly end: number;
  readonly decision: Extract<Decision, 'upheld' | 'overturned'>;
}

/** `is therefore medically necessary`, `are also considered medically necessary`: no word between that turns it. */
const FOR =
  /\b(?:is|are|was|were) (?:(?:therefore|thus|also|hence|then|deemed|considered|found|seen|determined|to|be|as|felt) ){0,4}medically necessary$/i;
/** `is not medically necessary`, `cannot be deemed medically necessary`, `notmedically necessary`. */
const AGAINST =
  /\b(?:is|are|was|were|be|been|can|could|does|do)? ?(?:not|cannot|non|never)[- ]?(?:[a-z]+ ){0,4}?medically[- ]?necessary$/i;
/** How most of these end: no more need be known of them. */
const USUAL = ' not medically necessary';
/** What both end in; they are looked for before it, no farther than they reach. */
const NECESSARY = /necessary\b/gi;
const REACH = 120;
/** What may turn or limit a conclusion, wherever it stands in its neighbourhood. */
const AGAINST_AT_ALL =
  /\b(?:not|no|non|cannot|never|neither|nor|without|unless|denied?|denial|deny|uphold|upheld|lacks?|lacking|insufficient|if|whether|would|should|until|except|only|part(?:ial|ially|ly)?|modif\w*|however|although|though|while|but)\b|n['’]t\b/i;
const FOR_AT_ALL =
  /\b(?:is|are|was|were|be|been) (?:[a-z]+ ){0,2}?(?:necessary|appropriate|supported|warranted|indicated|reasonable|recommended|approved|certified|authorized|established|justified|met|consistent)\b|\b(?:overturn|revers|authoriz|approv|certif|support|meets?\b)\w*|\b(?:but|however|although|though|if|whether|while|unless|except|until)\b/i;

/**
 * The conclusion of a rationale that denies the decision `denied`, where it has but one way to be read: every sentence that
 * says what is medically necessary says the same, and nothing near limits or turns it. Null in doubt, as for mixed verdicts.
 */
export const conclusionAgainst = (denied: Conclusion['decision'], rationale: string): Conclusion | null => {
  const last = conclusionsAgainst(denied, rationale).at(-1);
  if (!last) return null;
  // What stands around the words themselves must not say otherwise.
  const around = `${rationale.slice(sentenceStart(rationale, last.start), last.start)} ${rationale.slice(last.end)}`;
  const turned = last.decision === 'upheld' ? FOR_AT_ALL.test(withoutNegated(around)) : AGAINST_AT_ALL.test(around);
  return turned ? null : last;
};

/** The sentences that say what is medically necessary; none where one of them says what the decision says. */
const conclusionsAgainst = (denied: Conclusion['decision'], rationale: string): readonly Conclusion[] => {
  const found: Conclusion[] = [];
  let before = 0;
  for (const { index, 0: word } of matchesOf(NECESSARY, rationale)) {
    const end = index + word.length;
    const from = Math.max(before, end - REACH);
    const near = rationale.slice(from, end);
    if (denied === 'upheld' && near.endsWith(USUAL)) return [];
    const against = AGAINST.exec(near);
    const match = against ?? FOR.exec(near);
    const decision = against ? 'upheld' : 'overturned';
    if (match && decision === denied) return [];
    if (match) found.push({ start: from + match.index, end, decision });
    before = end;
  }
  return found;
};

const sentenceStart = (text: string, at: number): number => text.lastIndexOf('. ', at) + 1;

/** `is not supported` speaks for nothing. */
const withoutNegated = (text: string): string =>
  text.replace(/\b(?:not|no|without|cannot be) (?:[a-z]+ ){0,2}[a-z]+/gi, '');
