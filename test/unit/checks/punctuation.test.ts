import { describe } from 'node:test';
import { finds, isSilent, type Slip } from './slips.ts';

const said = (code: string, printed: string, meant: string | null): Slip => ({
  code: `punctuation.${code}`,
  printed,
  meant,
});

const SLIPS: readonly Slip[] = [
  said('space-before', 'The neck , back and arm hurt.', 'The neck, back and arm hurt.'),
  said('space-before', 'The neck hurts ; the arm too.', 'The neck hurts; the arm too.'),
  said('space-before', 'It is the head . X-rays were taken.', 'It is the head. X-rays were taken.'),
  said('comma-without-space', 'The neck,back and arm hurt.', 'The neck, back and arm hurt.'),
  said('space-before', 'The neck, , back and arm hurt.', 'The neck, back and arm hurt.'),
  said('doubled', 'The score was 3.. He rests.', 'The score was 3. He rests.'),
  said('doubled', 'The neck hurts,, and the arm.', 'The neck hurts, and the arm.'),
  said('doubled', 'The neck hurts.. He rests.', 'The neck hurts. He rests.'),
  said('doubled', 'The neck hurts,. He rests.', null),
  said('stop-for-comma', 'The neck hurts. which is worse.', 'The neck hurts, which is worse.'),
  said('unbalanced', 'The neck (and the arm hurts.', null),
  said('unbalanced', 'The neck and the arm] hurt.', null),
  said('stray-apostrophe', 'The right’ arm hurts.', 'The right arm hurts.'),
];

/** Marks as reviewers set them. */
const RIGHT: readonly string[] = [
  'Reports of 7/1/16 and "July 2016" were read; he is 5\'9" tall.',
  'He weighs 1,500 grams... and N,N-dimethyl is 3 : 1, 6" long and 5\' tall.',
  'See no. 5, approx. ten vs. nine, etc., and Smith et al., 2015.',
  "The patients’ and the workers' pain (twice, “once”) is \"dull\", as 'said' there.",
  'It shows: 1) a tear; 2) a bulge; a) none.',
];

describe('marks that are damaged', () => {
  for (const slip of SLIPS) finds(slip);
  for (const right of RIGHT) isSilent('punctuation', right);
});
