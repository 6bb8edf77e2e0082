import type { Check } from '../check.ts';
import { missingClaimsGuideline } from './claims-guideline.ts';
import { missingDecision } from './decision.ts';
import { missingDocuments } from './documents.ts';
import { missingIssues } from './issues.ts';
import { missingItem } from './item.ts';
import { missingMaximusGuideline } from './maximus-guideline.ts';
import { missingRationale } from './rationale.ts';
import { missingReviewerLicence } from './reviewer-licence.ts';
import { missingReviewerSpecialty } from './reviewer-specialty.ts';
import { missingSummary } from './summary.ts';

/** Parts that the letter's form has and this letter lacks, in the order of the letter. */
export const MISSING_CHECKS: readonly Check[] = [
  missingReviewerLicence,
  missingReviewerSpecialty,
  missingSummary,
  missingDocuments,
  missingIssues,
  missingItem,
  missingDecision,
  missingClaimsGuideline,
  missingMaximusGuideline,
  missingRationale,
];
