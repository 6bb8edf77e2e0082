import { agreementOf, countsOf } from './agreement.ts';
import { compared, settled, unsettled } from './disagreements.ts';
import { marksOf } from './marks.ts';
import { agreementReport } from './report.ts';

/** How far annotators agree, and where they do not. Few sessions ask: in Node it stands in a bundle of its own. */
export const AGREEMENT = { agreementOf, agreementReport, compared, countsOf, marksOf, settled, unsettled };
