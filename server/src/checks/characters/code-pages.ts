/** The characters that a code page has for the bytes 0x80 to 0xFF, and the bytes of those characters. */
export interface CodePage {
  readonly name: string;
  readonly characters: string;
  readonly bytes: ReadonlyMap<string, number>;
}

const page = (name: string, characters: string): CodePage => ({
  name,
  characters,
  bytes: new Map(Array.from(characters, (character, i) => [character, 0x80 + i])),
});

/** The characters of Latin 1 from `first` to `last`. */
const latin = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)).join('');

/** Bytes that Windows leaves undefined stand for the control characters of Latin 1. */
export const WINDOWS = page(
  'Windows-1252',
  `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${latin(0xa0, 0xff)}`,
);
export const LATIN = page('Latin 1', latin(0x80, 0xff));
export const MAC = page(
  'Mac Roman',
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
);
export const DOS = page(
  'code page 437',
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
);
