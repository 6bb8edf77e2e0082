import type { Check } from '../check.ts';
import { boilerplateAltered } from './altered.ts';
import { boilerplateIncomplete } from './incomplete.ts';

/** The sentences that the form prints in every letter. */
export const BOILERPLATE_CHECKS: readonly Check[] = [boilerplateAltered, boilerplateIncomplete];
