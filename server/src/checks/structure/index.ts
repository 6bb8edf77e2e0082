import type { Check } from '../check.ts';
import { structureCaseNumber } from './case-number.ts';
import { structureCoverIncomplete } from './cover-incomplete.ts';
import { structureDateOrder } from './date-order.ts';
import { structureDetermination } from './determination.ts';
import { structureDuplicateIssue } from './duplicate-issue.ts';
import { structureIssueList } from './issue-list.ts';

/** What the parts of a letter say of each other. */
export const STRUCTURE_CHECKS: readonly Check[] = [
  structureDateOrder,
  structureCaseNumber,
  structureCoverIncomplete,
  structureDetermination,
  structureIssueList,
  structureDuplicateIssue,
];
