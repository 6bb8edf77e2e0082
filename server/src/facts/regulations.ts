import { linkOfSection } from './addresses.ts';
import { type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { type EraRow, type EventRow, regulationTable, type SectionRow } from './tables.ts';

/** A section of title 8 of the California Code of Regulations in the schedule (MTUS). */
export interface Regulation extends Fact {
  /** The section's number: `9792.24.2`. */
  readonly id: string;
  /** `8 CCR 9792.24.2`. */
  readonly citation: string;
  readonly title: string | null;
  readonly alternateTitles: readonly string[];
  readonly part: string;
  /** In order of time; versions may add to each other where `to` is null. */
  readonly versions: readonly RegulationVersion[];
  readonly link: string;
}

/** What a section said for a time. Dates are ISO and inclusive; null is not known or open. */
export interface RegulationVersion extends Fact {
  readonly from: string | null;
  readonly to: string | null;
  readonly adopts: string;
}

/** A stretch of time under one form of the schedule. */
export interface Era extends Fact {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Which guideline governed chronic pain, and which the body parts. */
  readonly chronicPain: string;
  readonly clinical: string;
}

export interface RegulationEvent extends Fact {
  /** ISO date. */
  readonly date: string;
  readonly kind: 'effective' | 'hearing';
  readonly summary: string;
  readonly sections: readonly string[];
}

const regulations = lazy((): ReadonlyMap<string, Regulation> => {
  const table = regulationTable();
  const build = (row: SectionRow): Regulation => ({
    id: row.id,
    citation: `8 CCR ${row.id}`,
    title: row.title ?? null,
    alternateTitles: row.alternateTitles ?? [],
    part: row.part,
    versions: row.versions.map((version) => ({
      from: version.from ?? null,
      to: version.to ?? null,
      adopts: version.adopts,
      ...factOf(version, table),
    })),
    link: linkOfSection(row.id),
    ...factOf(row, table),
  });
  return new Map(table.sections.map((row) => [row.id, build(row)]));
});

const eras = lazy((): readonly Era[] => {
  const table = regulationTable();
  return table.eras.map((row: EraRow) => ({
    id: row.id,
    from: row.from ?? null,
    to: row.to ?? null,
    chronicPain: row.chronicPain,
    clinical: row.clinical,
    ...factOf(row, table),
  }));
});

const events = lazy((): readonly RegulationEvent[] => {
  const table = regulationTable();
  return table.events.map((row: EventRow) => ({
    date: row.date,
    kind: row.kind,
    summary: row.summary,
    sections: row.sections,
    ...factOf(row, table),
  }));
});

const NUMBER = /\b9792(?:\.\d{1,2}){1,3}/;

/**
 * The section of the schedule that `id` names: `9792.23.5`, `8 CCR 9792.23.5(a)`, `§ 9792.20f`. Null where the number
 * is none of the schedule's.
 */
export const sectionOfRegulation = (id: string): Regulation | null => {
  const number = NUMBER.exec(id)?.[0];
  return number ? (regulations().get(number) ?? null) : null;
};

/** Every section of the schedule, in order. */
export const allRegulations = (): readonly Regulation[] => [...regulations().values()];

/** The form the schedule had on an ISO date. */
export const eraAt = (date: string): Era | null =>
  eras().find(({ from, to }) => (!from || from <= date) && (!to || date <= to)) ?? null;

/** What happened to the schedule, in order of time. */
export const regulationEvents = (): readonly RegulationEvent[] => events();
