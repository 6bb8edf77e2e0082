import { CompletionItemKind } from 'vscode-languageserver';
import { matchChapterAt } from '../../facts/index.ts';
import { odgChapters } from '../../facts/odg.ts';
import type { Basis, Letter } from '../../letter/model.ts';
import { type Flow, flowOf, toSource } from '../../text/flow.ts';
import { isBlank } from '../../text/lines.ts';
import {
  chapterOffers,
  NOTHING_CITED,
  odgChapterOffers,
  openers,
  topicOffers,
  undatedChapterOffers,
} from './guidelines.ts';
import { begins, goesOn, type Offer, type Offers } from './offer.ts';

const OPENS = 'Decision based on ';
const SECTIONS = ', Section(s): ';

/** A slot within a statement: where its phrase begins in the statement's text, and what belongs there. */
interface Slot {
  readonly at: number;
  readonly kind: CompletionItemKind;
  readonly offers: readonly Offer[];
}

/**
 * What goes on in a guideline statement: how it opens, the chapter of the schedule with its year, the topics of that
 * chapter, or the chapters and topics of the Official Disability Guidelines. Null outside of labelled statements.
 */
export const citationOffers = (letter: Letter, offset: number): Offers | null => {
  for (const issue of letter.issues) {
    for (const basis of [issue.claimsAdministrator, issue.expertReviewer]) {
      if (!basis?.label || !owns(letter, basis, offset)) continue;
      const flow = flowOf(letter, basis.label.span.end, offset);
      const isOpen = isBlank(letter.text.charCodeAt(offset - 1)) && flow.text !== '';
      // The flow ends with its last word, but a blank behind it tells that the word is finished.
      const slot = slotIn(isOpen ? `${flow.text} ` : flow.text, letter, basis === issue.claimsAdministrator);
      return { start: sourceOf(flow, slot.at, offset), kind: slot.kind, offers: slot.offers };
    }
  }
  return null;
};

/** From the label to the end of the statement, and the blanks behind it on the line. */
const owns = ({ text }: Letter, { label, text: printed }: Basis, offset: number): boolean => {
  if (!label || offset < label.span.end) return false;
  for (let at = printed?.span.end ?? label.span.end; at < offset; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
};

const sourceOf = (flow: Flow, at: number, offset: number): number =>
  at >= flow.text.length ? offset : Math.min(toSource(flow, at), offset);

const NOTHING: Omit<Slot, 'at'> = { kind: CompletionItemKind.Reference, offers: [] };

const slotIn = (text: string, letter: Letter, ofClaims: boolean): Slot => {
  const last = text.lastIndexOf(OPENS);
  const opens = last < 0 ? null : inSentence(text, last + OPENS.length, letter);
  if (opens && opens.offers.length > 0) return opens;
  // A new sentence: at the statement's beginning, or behind a full stop.
  const at = last < 0 ? 0 : text.lastIndexOf('. ') + 2;
  if (last >= 0 && at < last) return { at: text.length, ...NOTHING };
  const typed = text.slice(at);
  const whole = [...openers(), ...(last < 0 ? NOTHING_CITED(ofClaims) : [])];
  return { at, kind: CompletionItemKind.Text, offers: whole.filter((offer) => begins(offer.text, typed)) };
};

const inSentence = (text: string, from: number, letter: Letter): Slot | null => {
  const body = text.slice(from);
  const mtus = /^MTUS[ ,:-]+/i.exec(body);
  if (mtus) return inSchedule(text, from + mtus[0].length, letter);
  const odg = [...body.matchAll(NAMED)].at(-1);
  const inWork = odg && inOdg(text, from + odg.index + odg[0].length);
  if (inWork) return inWork;
  if (!openers().some((offer) => begins(offer.text, OPENS + body))) return null;
  return {
    at: from,
    kind: CompletionItemKind.Reference,
    offers: openers().map((offer) => ({ text: offer.text.slice(OPENS.length) })),
  };
};

const YEAR = /^,? ?\(?(?:19|20)\d{2}\)?/;

/** The form of 2014 cites chapters by their titles alone, and their topics right behind. */
const printsNoYear = ({ format }: Letter): boolean => format === 'prose-2014';

const chaptersFor = (letter: Letter): readonly Offer[] =>
  printsNoYear(letter) ? undatedChapterOffers() : chapterOffers(letter);

/** Chapter, year, `, Section(s): `, topics; another chapter behind `, and `. */
const inSchedule = (text: string, from: number, letter: Letter): Slot | null => {
  const another = text.lastIndexOf(', and ');
  const starts = another > from ? [another + ', and '.length, from] : [from];
  for (const at of starts) {
    const chapter = matchChapterAt(text, at);
    const end = chapter ? at + chapter.length : at;
    const year = chapter && YEAR.exec(text.slice(end));
    if (chapter && year) {
      const behind = end + year[0].length;
      const rest = text.slice(behind);
      if (rest.length < SECTIONS.length && begins(SECTIONS, rest)) {
        return { at: behind, kind: CompletionItemKind.Reference, offers: [{ text: SECTIONS }] };
      }
      const sections = /^,? ?Sections?(?:\(s\))?:? ?/i.exec(rest);
      return sections ? inTopics(text, behind + sections[0].length, chapter.guidelineId) : null;
    }
    const offers = chaptersFor(letter).filter(
      (offer) => begins(offer.text, text.slice(at)) || (at === from && goesOn(offer.text, text.slice(at))),
    );
    const isWhole = printsNoYear(letter) && chapter !== null && text.charAt(end) === ' ';
    if (isWhole && !offers.some((offer) => offer.text.length > text.length - at))
      return inTopics(text, end + 1, chapter.guidelineId);
    if (offers.length > 0 && (at === from || text.length > at))
      return { at, kind: CompletionItemKind.Reference, offers };
  }
  return null;
};

const ENTRY = /[,;] ?/g;

/** The entry of a list of topics that the text ends in. Names hold commas: the longest that begins a known name counts. */
const inTopics = (text: string, from: number, guidelineId: string): Slot | null => {
  const list = text.slice(from);
  if (/\. (?:[A-Z]|$)|\bPage/.test(list)) return null;
  const offers = topicOffers(guidelineId);
  const starts = [from, ...Array.from(list.matchAll(ENTRY), ({ 0: comma, index }) => from + index + comma.length)];
  const open = starts.find((at) =>
    offers.some((offer) => offer.text.length > text.length - at && begins(offer.text, text.slice(at))),
  );
  const at = open ?? starts.at(-1) ?? from;
  const listed = list.slice(0, at - from).toLowerCase();
  const isNew = ({ text: title }: Offer) => !listed.includes(`${title.toLowerCase()},`);
  return { at, kind: CompletionItemKind.Reference, offers: offers.filter(isNew) };
};

/** The work by any of its names, and only where something follows: while the name itself is typed, it is offered whole. */
const NAMED =
  /\b(?:Official Disability Guidelines?(?: \(ODG\))?|ODG)(?=[,:;])|\bOfficial Disability Guidelines? \(ODG\)/g;

/** Behind the name of the Official Disability Guidelines: a chapter; behind the chapter its topics. */
const inOdg = (text: string, behind: number): Slot | null => {
  const gap = /^(?:[,:;]? |[,:;])/.exec(text.slice(behind));
  if (!gap) return null;
  const from = behind + gap[0].length;
  const [named] = odgChapters(text.slice(from)).filter(
    ({ chapter, start }) => chapter.id !== 'odg/guide' && start === 0,
  );
  const rest = named ? text.slice(from + named.end) : '';
  const chapter = named && /^(?: Chapter)?[,:;] ?/i.exec(rest);
  if (named && chapter) return inTopics(text, from + named.end + chapter[0].length, named.chapter.id);
  return { at: from, kind: CompletionItemKind.Reference, offers: odgChapterOffers() };
};
