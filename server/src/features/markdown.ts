/** What begins something within a line: emphasis, code, links, images, HTML, entities, strikes, tables, formulas, addresses. */
const INLINE = /[\\`*_[\]<>&~|$@]|:(?=\/\/)|(?<=www)\./gi;

/** What begins something at the start of a line: headings, lists, quotes, rules, tables, and the ends of a list's number. */
const LEADING = /^(\d*)([-+=#.):])/;

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A text as Markdown that shows just this text, on one line, wherever on a line it is put. Nothing in it can become a
 * link, an image, markup, a heading or a new line; invisible characters go.
 */
export const escaped = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(UNSEEN, '').trim().replace(INLINE, '\\$&').replace(LEADING, '$1\\$2');

/** Printable ASCII without what could end a link or begin something else. */
const ADDRESS = /^https:\/\/[\w.-]+(?:\/[\w.~%!*'&=+$,;:@/?#()-]*)?$/;

/** A link, its text escaped; the bare text where the address is not one of the web (`https:`) in plain characters. */
export const linked = (text: string, url: string): string =>
  ADDRESS.test(url) ? `[${escaped(text)}](${url.replace(/[()]/g, percent).replaceAll('&', '&amp;')})` : escaped(text);

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
