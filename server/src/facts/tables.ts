import abbreviations from './data/abbreviations.json';
import codePages from './data/code-pages.json';
import confusions from './data/confusions.json';
import drugs from './data/drugs.json';
import families from './data/families.json';
import fields from './data/fields.json';
import guidelines from './data/guidelines.json';
import odg from './data/odg.json';
import outcomes from './data/outcomes.json';
import pairs from './data/pairs.json';
import parts from './data/parts.json';
import persons from './data/persons.json';
import regulations from './data/regulations.json';
import sources from './data/sources.json';
import specialties from './data/specialties.json';
import states from './data/states.json';
import terms from './data/terms.json';
import topics from './data/topics.json';
import units from './data/units.json';
import visits from './data/visits.json';
import type { Confidence, FactRow, PagesRow, Table } from './fact.ts';

/**
 * The tables as they stand in data/. Read them only inside a `lazy` builder: the bundle keeps each deflated and
 * unpacks it when it is first touched (scripts/facts-plugin.mjs). Absent members mean null or empty.
 */
export interface GuidelineRow extends FactRow {
  readonly id: string;
  readonly scheme: 'MTUS' | 'ACOEM';
  readonly title: string;
  readonly work?: string;
  readonly years?: readonly number[];
  readonly labels?: readonly string[];
  readonly undated?: string;
  readonly series: string;
  readonly chapter?: number;
  readonly section?: string;
  readonly from?: string;
  readonly to?: string;
  readonly published?: string;
  readonly pages?: PagesRow;
}

export interface OdgRow extends FactRow {
  readonly id: string;
  readonly title: string;
  readonly labels?: readonly string[];
  readonly topics?: readonly string[];
}

export interface OutcomeRow extends FactRow {
  readonly year: number;
  readonly overturned: number;
}

export interface TopicRow extends FactRow {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly number?: string;
  readonly chapter?: number;
  readonly pages?: PagesRow;
  /** Pages by guideline, where a group serves several. */
  readonly pagesBy?: Readonly<Record<string, PagesRow>>;
  readonly parent?: string;
  readonly kind?: 'part' | 'subtopic';
}

export interface TopicGroup {
  readonly guidelines: readonly string[];
  readonly pageTolerance?: number;
  readonly notIn?: readonly (FactRow & { readonly names: readonly string[]; readonly where: string })[];
  readonly rows: readonly TopicRow[];
}

export interface VersionRow extends FactRow {
  readonly from?: string;
  readonly to?: string;
  readonly adopts: string;
}

export interface SectionRow extends FactRow {
  readonly id: string;
  readonly title?: string;
  readonly alternateTitles?: readonly string[];
  readonly part: string;
  readonly versions: readonly VersionRow[];
}

export interface EraRow extends FactRow {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly chronicPain: string;
  readonly clinical: string;
}

export interface EventRow extends FactRow {
  readonly date: string;
  readonly kind: 'effective' | 'hearing';
  readonly summary: string;
  readonly sections: readonly string[];
}

export interface SpecialtyRow extends FactRow {
  readonly name: string;
  readonly kind: 'specialty' | 'subspecialty' | 'licence';
  readonly system: 'ABMS' | 'AOA' | 'non-physician';
  readonly board?: string;
  readonly alsoBoards?: readonly string[];
  readonly osteopathic?: readonly string[];
  readonly degrees?: readonly string[];
  readonly variants?: readonly string[];
  /** Spellings of the state's own list and of letters. */
  readonly written?: readonly string[];
}

export interface StateRow extends FactRow {
  readonly name: string;
  readonly code: string;
  readonly kind: 'state' | 'district' | 'territory';
  readonly variants?: readonly string[];
}

export interface OtherSourceRow extends FactRow {
  readonly id: string;
  readonly name: string;
  readonly kind:
    | 'guideline'
    | 'agency'
    | 'literature'
    | 'textbook'
    | 'drug-label'
    | 'payer-policy'
    | 'statute'
    | 'regulation';
  readonly number?: string;
  readonly about: string;
  readonly forms?: readonly string[];
  readonly site?: string;
}

export interface CourtCaseRow extends FactRow {
  readonly name: string;
  readonly cite: string;
  readonly point: string;
}

export interface DrugRow extends FactRow {
  readonly generic: string;
  readonly brands?: readonly string[];
  /** What a tablet or capsule is sold with, in milligrams. */
  readonly strengths?: readonly number[];
  readonly class: string;
  /** Topics of the chronic pain guideline of 2009, by the last part of their identifiers. */
  readonly topics?: readonly string[];
  /** How sure the link to the topics is; medium where absent. */
  readonly topicConfidence?: Confidence;
  /** Where else a letter would look for it. */
  readonly elsewhere?: string;
}

export interface SpellingRow extends FactRow {
  readonly written: string;
  readonly means: string;
}

export interface AbbreviationRow extends FactRow {
  readonly short: string;
  readonly forms?: readonly string[];
  readonly long: string;
  readonly about?: string;
  readonly also?: readonly string[];
}

export interface FieldRow extends FactRow {
  readonly id: string;
  readonly label: string;
  readonly obligation: string;
  readonly legal: readonly string[];
  readonly requirement: string;
  readonly where: string;
  readonly since?: string;
}

export interface VisitRow extends FactRow {
  readonly topic: string;
  readonly operation: string;
  readonly visits: string;
  readonly weeks: string;
  readonly months: number;
  readonly page: number;
}

export interface TermRow extends FactRow {
  readonly guideline: string;
  readonly term: string;
  readonly meaning: string;
}

export interface FamilyRow extends FactRow {
  readonly name?: string;
  readonly topics: readonly string[];
}

export interface PartRow extends FactRow {
  readonly of: 'beginning' | 'root' | 'ending' | 'form' | 'fragment' | 'shortened';
  readonly parts: readonly string[];
}

export interface WordsRow extends FactRow {
  readonly about: string;
  readonly words: readonly string[];
}

export interface ConfusionRow extends FactRow {
  readonly seen: string;
  readonly meant: string;
  readonly in: 'word' | 'digit-in-word' | 'number';
  readonly usual?: true;
}

export interface UnitRow extends FactRow {
  readonly unit: string;
  readonly of: 'dose' | 'measure' | 'time' | 'count';
  readonly slips?: readonly string[];
  readonly doubtful?: readonly string[];
}

/** All lists that a row has must agree with the neighbours. */
export interface PairRow extends FactRow {
  readonly word: string;
  readonly meant: string;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly notBefore?: readonly string[];
  readonly notAfter?: readonly string[];
}

export interface CodePageRow extends FactRow {
  readonly name: string;
  readonly characters: string;
}

/** Words in lower case. */
export interface PersonRow extends FactRow {
  readonly of: 'clinician' | 'other' | 'writing' | 'deed';
  readonly words: readonly string[];
  readonly with?: readonly string[];
}

export const personTable = () => persons as unknown as Table & { rows: readonly PersonRow[] };
export const codePageTable = () => codePages as unknown as Table & { rows: readonly CodePageRow[] };
export const abbreviationTable = () => abbreviations as unknown as Table & { rows: readonly AbbreviationRow[] };
export const guidelineTable = () => guidelines as unknown as Table & { rows: readonly GuidelineRow[] };
export const odgTable = () => odg as unknown as Table & { rows: readonly OdgRow[] };
export const topicTable = () => topics as unknown as Table & { groups: readonly TopicGroup[] };
export const regulationTable = () =>
  regulations as unknown as Table & {
    sections: readonly SectionRow[];
    eras: readonly EraRow[];
    events: readonly EventRow[];
  };
export const specialtyTable = () =>
  specialties as unknown as Table & {
    boards: Readonly<Record<string, string>>;
    rows: readonly SpecialtyRow[];
    otherCertifications: readonly (FactRow & { readonly name: string })[];
  };
export const stateTable = () => states as unknown as Table & { rows: readonly StateRow[] };
export const sourceTable = () =>
  sources as unknown as Table & { rows: readonly OtherSourceRow[]; cases: readonly CourtCaseRow[] };
export const drugTable = () =>
  drugs as unknown as Table & {
    /** Names that are also words: matched only with a capital. */
    words: readonly string[];
    groups: readonly { readonly group: string; readonly rows: readonly DrugRow[] }[];
    spellings: readonly SpellingRow[];
  };
export const fieldTable = () => fields as unknown as Table & { rows: readonly FieldRow[] };
export const visitTable = () => visits as unknown as Table & { rows: readonly VisitRow[]; terms: readonly TermRow[] };
export const familyTable = () => families as unknown as Table & { rows: readonly FamilyRow[] };
export const partTable = () => parts as unknown as Table & { rows: readonly PartRow[] };
export const wordsTable = () => terms as unknown as Table & { rows: readonly WordsRow[] };
export const confusionTable = () => confusions as unknown as Table & { rows: readonly ConfusionRow[] };
export const outcomeTable = () => outcomes as unknown as Table & { rows: readonly OutcomeRow[] };
export const unitTable = () => units as unknown as Table & { rows: readonly UnitRow[] };
export const pairTable = () => pairs as unknown as Table & { rows: readonly PairRow[] };
