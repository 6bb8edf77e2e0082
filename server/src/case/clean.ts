/** Controls that no page should carry, overrides and isolates that turn what follows around, halves of surrogate pairs. */
const UNFIT = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/gu;

/** A text fit for a page that people and clinical systems read: one line, with U+FFFD for what does not belong there. */
export const clean = (text: string): string => text.replace(UNFIT, '\ufffd').replace(/\s+/gu, ' ').trim();
