import { toCase } from '../case/index.ts';
import type { PlacedLetter } from '../letter/model.ts';

/** A record without what tells where its values stand. */
const withoutPlaces = (placed: PlacedLetter): string =>
  JSON.stringify({ ...toCase(placed, null), spans: null, source: null });

/** Do the letters say the same, wherever it stands? */
export const sayTheSame = (before: readonly PlacedLetter[], after: readonly PlacedLetter[]): boolean =>
  before.length === after.length &&
  before.every((placed, i) => {
    const other = after[i];
    return other !== undefined && withoutPlaces(placed) === withoutPlaces(other);
  });
