/** How often the server may end on its own within the window before it is no longer started again. */
const MOST = 4;
const WINDOW_MS = 3 * 60_000;

/** What to do after the server ended on its own, and the ends to remember for the next time. */
export type AfterCrash =
  | { readonly action: 'start-again'; readonly ends: readonly number[] }
  | { readonly action: 'give-up'; readonly ends: readonly number[]; readonly count: number };

/**
 * Decides by the times of earlier ends and of this one (milliseconds of one clock). A server that ends now and then is
 * started again each time; one that ends five times within three minutes is not.
 */
export const afterCrash = (earlier: readonly number[], now: number): AfterCrash => {
  const ends = [...earlier.filter((end) => now - end < WINDOW_MS), now];
  return ends.length > MOST ? { action: 'give-up', ends, count: ends.length } : { action: 'start-again', ends };
};
