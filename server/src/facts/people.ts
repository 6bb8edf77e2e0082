import { type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { buildPhrases, endsWord, filedUnder, longestAt, type Phrases } from './phrases.ts';
import { specialtyTable, stateTable } from './tables.ts';

/** A specialty, subspecialty or licence that a reviewer may hold. */
export interface Specialty extends Fact {
  /** As the board spells it. */
  readonly name: string;
  readonly kind: 'specialty' | 'subspecialty' | 'licence';
  /** Who certifies: the boards of the ABMS, those of the AOA (osteopathic), or a licence of another profession. */
  readonly system: 'ABMS' | 'AOA' | 'non-physician';
  /** The boards that certify it, the first one's own first. */
  readonly boards: readonly string[];
  readonly degrees: readonly string[];
  /** Other spellings in print. */
  readonly variants: readonly string[];
  /** The spelling of the state's own list of reviewers' specialties, where it has one. */
  readonly written: string | null;
}

/** A board or certificate outside of the ABMS and the AOA. */
export interface Certification extends Fact {
  readonly name: string;
}

/** A state, district or territory that licenses physicians. */
export interface State extends Fact {
  readonly name: string;
  /** Two letters. */
  readonly code: string;
  readonly kind: 'state' | 'district' | 'territory';
}

/** A name in print and what it means. */
interface Name<T> {
  readonly name: string;
  readonly of: T;
}

const specialties = lazy((): readonly Specialty[] => {
  const table = specialtyTable();
  return table.rows.map((row) => ({
    name: row.name,
    kind: row.kind,
    system: row.system,
    boards: [...(row.board ? [row.board] : []), ...(row.alsoBoards ?? []), ...(row.osteopathic ?? [])].map(
      (id) => table.boards[id] ?? id,
    ),
    degrees: row.degrees ?? [],
    variants: [...(row.variants ?? []), ...(row.written ?? []).filter((name) => name !== row.name)],
    written: row.written?.[0] ?? null,
    ...factOf(row, table),
  }));
});

const states = lazy((): readonly State[] => {
  const table = stateTable();
  return table.rows.map((row) => ({ name: row.name, code: row.code, kind: row.kind, ...factOf(row, table) }));
});

const specialtyNames = lazy(() =>
  buildPhrases(
    specialties().flatMap((of) => [...new Set([of.name, ...of.variants])].map((name) => [name, { name, of }] as const)),
  ),
);

const stateNames = lazy(() => {
  const { rows } = stateTable();
  return buildPhrases(
    states().flatMap((of, index) =>
      [of.name, of.code, ...(rows[index]?.variants ?? [])].map((name) => [name, { name, of }] as const),
    ),
  );
});

/** `OR` is Oregon, `or` is a word: what is written in capitals only and is short must be so in the text too. */
const isCode = (name: string): boolean => name.length <= 4 && name === name.toUpperCase();

const nameAt = <T>(
  names: Phrases<Name<T>>,
  text: string,
  offset: number,
): { readonly of: T; readonly length: number } | null => {
  const match = longestAt(names, text, offset, endsWord);
  if (!match) return null;
  const printed = text.slice(offset, match.end);
  const found = match.values.find(({ name }) => !isCode(name) || printed === printed.toUpperCase());
  return found ? { of: found.of, length: match.end - offset } : null;
};

export interface NameMatch {
  /** The name as the tables spell it: the board's own spelling, the full name of a state. */
  readonly name: string;
  /** How much of the text it takes, in UTF-16 code units. */
  readonly length: number;
}

/** The longest name of a specialty that starts at `offset` of `text`: letters print several side by side. */
export const matchSpecialtyAt = (text: string, offset: number): NameMatch | null => {
  const match = nameAt(specialtyNames(), text, offset);
  return match && { name: match.of.name, length: match.length };
};

/** The longest name of a profession other than a physician's that starts at `offset` of `text`: `Podiatrist`. */
export const matchLicenceAt = (text: string, offset: number): NameMatch | null => {
  const match = nameAt(specialtyNames(), text, offset);
  return match?.of.kind === 'licence' ? { name: match.of.name, length: match.length } : null;
};

/** The longest name of a state that starts at `offset` of `text`; two-letter codes only in capitals. */
export const matchStateAt = (text: string, offset: number): NameMatch | null => {
  const match = nameAt(stateNames(), text, offset);
  return match && { name: match.of.name, length: match.length };
};

const named = <T>(names: Phrases<Name<T>>, name: string): T | null => {
  const printed = name.trim();
  return (
    filedUnder(names, printed).find((entry) => !isCode(entry.name) || printed === printed.toUpperCase())?.of ?? null
  );
};

/** The specialty of a name in any of its spellings, or null. */
export const specialty = (name: string): Specialty | null => named(specialtyNames(), name);

/** The state of a name or two-letter code, or null. */
export const state = (name: string): State | null => named(stateNames(), name);

/** Every specialty of the closed list. */
export const allSpecialties = (): readonly Specialty[] => specialties();

/** Every state, district and territory. */
export const allStates = (): readonly State[] => states();

const certifications = lazy(() => {
  const table = specialtyTable();
  return buildPhrases(table.otherCertifications.map((row) => [row.name, { name: row.name, ...factOf(row, table) }]));
});

/** A board outside of the ABMS and the AOA that is named at `offset` of `text`, or null. */
export const matchCertificationAt = (
  text: string,
  offset: number,
): { readonly certification: Certification; readonly length: number } | null => {
  const match = longestAt(certifications(), text, offset, endsWord);
  const certification = match?.values[0];
  return match && certification ? { certification, length: match.end - offset } : null;
};
