import type { Range } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { rangeOf } from './range.ts';
import { mentionsAbout, type Subject, subjectsAt } from './subjects.ts';

/** What is named at an offset of a letter: schedule, guideline, topic or drug. Empty elsewhere. */
export const referencedAt = (letter: Letter, offset: number): ReadonlySet<Subject> => subjectsAt(letter, offset);

/**
 * Where a letter names one of the subjects, in order. A citation is to a guideline or topic what a declaration is to a
 * name, so citations are left out where declarations are not wanted.
 */
export const references = (letter: Letter, subjects: ReadonlySet<Subject>, withCitations: boolean): readonly Range[] =>
  mentionsAbout(letter, subjects)
    .filter(({ citation }) => withCitations || !citation)
    .map(({ span }) => rangeOf(letter, span));
