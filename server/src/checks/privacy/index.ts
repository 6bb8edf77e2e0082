import type { Check } from '../check.ts';
import { privacyAge } from './age.ts';
import { privacyContact } from './contact.ts';
import { privacyName } from './name.ts';
import { privacyNumber } from './number.ts';

/** What tells who the people in a letter are. Off by default: in a file of one's own it may all stand. */
export const PRIVACY_CHECKS: readonly Check[] = [privacyName, privacyNumber, privacyContact, privacyAge];
