import type { Check } from '../check.ts';
import { wordDigit } from './digit.ts';
import { wordDivided } from './divided.ts';
import { wordDrug } from './drug.ts';
import { wordGuideline } from './guideline.ts';
import { wordJoined } from './joined.ts';
import { wordRealWord } from './real-word.ts';
import { wordRepeated } from './repeated.ts';
import { wordRepeatedPhrase } from './repeated-phrase.ts';
import { wordScanno } from './scanno.ts';
import { wordSentencesJoined } from './sentences-joined.ts';
import { wordSpecialty } from './specialty.ts';
import { wordState } from './state.ts';
import { wordTemplateLeftover } from './template-leftover.ts';
import { wordTerm } from './term.ts';

/** Words that are misspelt, divided, run together, repeated or mistaken. This is no spelling checker. */
export const WORD_CHECKS: readonly Check[] = [
  wordSpecialty,
  wordState,
  wordGuideline,
  wordDrug,
  wordTerm,
  wordScanno,
  wordDigit,
  wordJoined,
  wordDivided,
  wordSentencesJoined,
  wordRepeated,
  wordRepeatedPhrase,
  wordRealWord,
  wordTemplateLeftover,
];
