/** What a person can do with the field that is reviewed, in the order in which it is offered. */
export const REVIEW_ACTIONS = [
  'accept',
  'acceptSection',
  'reject',
  'correct',
  'sic',
  'flag',
  'comment',
  'skip',
  'previous',
  'undo',
  'nextLetter',
  'keys',
  'end',
] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** The commands that the client registers: one a key, and the one that begins. */
export const REVIEW_COMMANDS: Readonly<Record<ReviewAction | 'start', string>> = {
  start: 'imr.review.start',
  accept: 'imr.review.accept',
  acceptSection: 'imr.review.acceptSection',
  reject: 'imr.review.reject',
  correct: 'imr.review.correct',
  sic: 'imr.review.sic',
  flag: 'imr.review.flag',
  comment: 'imr.review.comment',
  skip: 'imr.review.skip',
  previous: 'imr.review.previous',
  undo: 'imr.review.undo',
  nextLetter: 'imr.review.nextLetter',
  keys: 'imr.review.keys',
  end: 'imr.review.end',
};

interface KeyLine {
  /** As the manifest binds it. */
  readonly key: string;
  readonly name: string;
  readonly does: string;
}

/** The single keys of review mode, while the letter is read-only. The manifest binds the same. */
export const REVIEW_KEYS: Readonly<Record<ReviewAction, KeyLine>> = {
  accept: { key: 'a', name: 'A', does: 'Accept' },
  acceptSection: { key: 'r', name: 'R', does: 'Accept the rest of this part of the letter' },
  reject: { key: 'x', name: 'X', does: 'Reject: it is no such thing' },
  correct: { key: 'e', name: 'E', does: 'Correct…' },
  sic: { key: 's', name: 'S', does: 'Accept as printed [sic]' },
  flag: { key: 'f', name: 'F', does: 'Flag: for another look' },
  comment: { key: 'c', name: 'C', does: 'Accept with a note…' },
  skip: { key: 'space', name: 'Space', does: 'Skip' },
  previous: { key: 'p', name: 'P', does: 'Go back to the field before' },
  undo: { key: 'backspace', name: 'Backspace', does: 'Undo the last decision' },
  nextLetter: { key: 'n', name: 'N', does: 'Next letter' },
  keys: { key: 'h', name: 'H', does: 'All keys' },
  end: { key: 'escape', name: 'Escape', does: 'End the review' },
};
