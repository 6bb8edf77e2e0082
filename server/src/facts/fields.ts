import { type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { fieldTable } from './tables.ts';

/** A part that a determination must or does contain, and who asks for it. */
export interface RequiredField extends Fact {
  readonly id: string;
  readonly label: string;
  /** `required` by statute or regulation, `conditional`, `letter practice` and the like. */
  readonly obligation: string;
  /** Sections of statutes and regulations: `Lab. Code 4610.6(f)`. */
  readonly legal: readonly string[];
  readonly requirement: string;
  /** Where the letter has it. */
  readonly where: string;
  /** ISO date from which it is asked for; null for always. */
  readonly since: string | null;
}

const fields = lazy((): ReadonlyMap<string, RequiredField> => {
  const table = fieldTable();
  return new Map(
    table.rows.map((row) => [
      row.id,
      {
        id: row.id,
        label: row.label,
        obligation: row.obligation,
        legal: row.legal,
        requirement: row.requirement,
        where: row.where,
        since: row.since ?? null,
        ...factOf(row, table),
      },
    ]),
  );
});

/** The field of an identifier (`reviewer-qualifications`), or null. */
export const requiredField = (id: string): RequiredField | null => fields().get(id) ?? null;

export const allRequiredFields = (): readonly RequiredField[] => [...fields().values()];
