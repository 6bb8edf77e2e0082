import { type Plant, sentence } from '../plant.ts';

/** A sentence of the summary tells who the worker is. What is taken out is not what stood there. */
const told = (check: string, name: string, ...sentences: readonly string[]): Plant =>
  sentence(`privacy.${check}`, name, () => sentences.map((text) => [text, null]));

/** What tells who the people in a letter are. */
export const PRIVACY_PLANTS: readonly Plant[] = [
  told('number', 'a number of a person', 'The number is 123-45-6789.', 'File ADJ1234567 was read.'),
  told(
    'contact',
    'a telephone number or e-mail address',
    'The telephone is (510) 555-0123.',
    'The telephone is 510-555-0123.',
    'The address is sam@example.org.',
  ),
  told('age', 'an age of 90 and more', 'A neighbour, a 92 year old man, helps.', 'This 101-year-old worker reads.'),
];
