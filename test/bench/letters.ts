import { readCorpora } from '../corpus/corpus.ts';

export interface Letters {
  /** Where they come from, for the report. */
  readonly name: string;
  readonly texts: readonly string[];
}

const ENOUGH = 90;

/** Some ninety letters or more in one extraction: real ones where there are any, else the project's own, repeated. */
export const benchLetters = (): Letters => {
  const [corpus] = readCorpora();
  const samples = corpus?.samples ?? [];
  const raw = samples.filter(({ mode }) => mode === 'raw');
  const texts = (raw.length > 0 ? raw : samples).map(({ text }) => text);
  const times = Math.ceil(ENOUGH / Math.max(1, texts.length));
  return { name: `${texts.length} ${corpus?.name} letters`, texts: Array.from({ length: times }, () => texts).flat() };
};

/** One document of at least so many characters. */
export const longDocument = (texts: readonly string[], characters: number): string => {
  let text = '';
  for (let i = 0; text.length < characters; i++) text += `${texts[i % texts.length]}\n`;
  return text;
};

/** The letter nearest to a size in characters. */
export const letterOfSize = (texts: readonly string[], characters: number): string =>
  texts.reduce((best, text) => (Math.abs(text.length - characters) < Math.abs(best.length - characters) ? text : best));
