import { lazy } from './lazy.ts';
import { type UnitRow, unitTable } from './tables.ts';

const names = lazy(
  (): ReadonlyMap<string, UnitRow['of']> => new Map(unitTable().rows.map(({ unit, of }) => [unit, of])),
);

/** What letters print behind numbers (lower case), and what it measures. */
export const unitNames = (): ReadonlyMap<string, UnitRow['of']> => names();

/** A damaged unit: what it was, and whether it can have been nothing else. */
export interface DamagedUnit {
  readonly unit: string;
  readonly sure: boolean;
}

const damaged = lazy(
  (): ReadonlyMap<string, DamagedUnit> =>
    new Map(
      unitTable().rows.flatMap(({ unit, slips = [], doubtful = [] }): readonly (readonly [string, DamagedUnit])[] => [
        ...slips.map((slip) => [slip, { unit, sure: true }] as const),
        ...doubtful.map((slip) => [slip, { unit, sure: false }] as const),
      ]),
    ),
);

/** What damaged units look like behind a number (lower case). */
export const damagedUnits = (): ReadonlyMap<string, DamagedUnit> => damaged();
