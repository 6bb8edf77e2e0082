import { flatMap } from '../text/flat-map.ts';
import { type Confidence, type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { buildPhrases, endsWord, filedUnder, longestAt, scanWords } from './phrases.ts';
import { drugTable, wordsTable } from './tables.ts';

/** A drug, or a supplement or injected agent that letters dispute like one. */
export interface Drug extends Fact {
  /** `hydrocodone-acetaminophen`. */
  readonly id: string;
  readonly generic: string;
  readonly brands: readonly string[];
  /** What its tablets and capsules are sold with, in milligrams; empty where that is not known. */
  readonly strengths: readonly number[];
  readonly class: string;
  readonly group: string;
  /** Topics of the chronic pain guideline of 2009 that speak of it; empty where it does not. */
  readonly topicIds: readonly string[];
  /** How sure the link to those topics is; null where there are none. */
  readonly topicConfidence: Confidence | null;
  /** Where else a letter would look for it. */
  readonly elsewhere: string | null;
}

export interface DrugMatch {
  readonly drug: Drug;
  /** The name met, as the tables spell it. */
  readonly name: string;
  /** generic or brand; spelling where the name is a known misspelling. */
  readonly kind: 'generic' | 'brand' | 'spelling';
  /** How much of the text it takes, in UTF-16 code units. */
  readonly length: number;
}

const GUIDELINE = 'mtus/chronic-pain-2009';

const slug = (generic: string): string =>
  generic
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const drugs = lazy((): readonly Drug[] => {
  const table = drugTable();
  return table.groups.flatMap(({ group, rows }) =>
    rows.map((row) => ({
      id: slug(row.generic),
      generic: row.generic,
      brands: row.brands ?? [],
      strengths: row.strengths ?? [],
      class: row.class,
      group,
      topicIds: (row.topics ?? []).map((id) => `${GUIDELINE}/${id}`),
      topicConfidence: row.topics ? (row.topicConfidence ?? 'medium') : null,
      elsewhere: row.elsewhere ?? null,
      ...factOf(row, table),
    })),
  );
});

interface Name {
  readonly drug: Drug;
  readonly name: string;
  readonly kind: DrugMatch['kind'];
}

const names = lazy(() => {
  const known = drugs().flatMap((drug): Name[] => [
    { drug, name: drug.generic, kind: 'generic' },
    ...drug.brands.map((name) => ({ drug, name, kind: 'brand' as const })),
  ]);
  const tree = buildPhrases(known.map((each) => [each.name, each] as const));
  const misspelt = drugTable().spellings.flatMap(({ written, means }): Name[] => {
    const drug = filedUnder(tree, means)[0]?.drug;
    return drug ? [{ drug, name: written, kind: 'spelling' }] : [];
  });
  return buildPhrases([...known, ...misspelt].flatMap((each) => spelt(each.name).map((name) => [name, each] as const)));
});

/** A hyphen may be left out or stand for a blank: `Synvisc-One`, `Synvisc One`. */
const spelt = (name: string): readonly string[] => [...new Set([name, name.replaceAll('-', ' ')])];

const words = lazy((): ReadonlySet<string> => new Set(drugTable().words));

/** `Align` is a drug, `align` is a word. */
const isMeant = (name: string, text: string, offset: number): boolean =>
  !words().has(name) || text.charAt(offset) !== text.charAt(offset).toLowerCase();

/** The longest name of a drug that starts at `offset` of `text`, or null. */
export const matchDrugAt = (text: string, offset: number): DrugMatch | null => {
  const match = longestAt(names(), text, offset, endsWord);
  const name = match?.values[0];
  return match && name && isMeant(name.name, text, offset) ? { ...name, length: match.end - offset } : null;
};

/** Every drug that a text names, each once, in the order of the text. */
export const drugsIn = (text: string): readonly Drug[] => {
  const found = new Set<Drug>();
  scanWords(text, 0, (at) => {
    const match = matchDrugAt(text, at);
    if (match) found.add(match.drug);
    return match ? at + match.length : at;
  });
  return [...found];
};

/** The drug of a generic or brand name, or null. */
export const drug = (name: string): Drug | null => filedUnder(names(), name.trim())[0]?.drug ?? null;

export const allDrugs = (): readonly Drug[] => drugs();

const UNLISTED = 'medicines that the table of drugs lacks';

/** The names (lower case) of medicines of which nothing more is known. */
export const unlistedDrugs = (): readonly string[] =>
  flatMap(wordsTable().rows, ({ about, words }) => (about === UNLISTED ? words : []));
