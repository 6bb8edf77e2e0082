export { formatLetter, formatParagraphs } from './format.ts';
export { sayTheSame } from './same.ts';
