import { type Drug, drugsIn } from '../../facts/index.ts';
import type { Issue } from '../../letter/model.ts';
import { matchesOf } from '../../text/matching.ts';
import { classesOfDrug, TOPICAL } from './families.ts';

/** Mixtures, what is put on the skin or injected, lists and services: the drug named need not be what is asked for. */
const DOUBTFUL =
  /[%&+;]|[a-z]\/[a-z]|\b(?:and|or|plus|compound\w*|cream|creme|gel|ointment|lotion|spray|solution|suspension|topical\w*|transdermal|patch|patches|kit|inject\w*|block|pump|screen\w*|test\w*|consult\w*|wean\w*|detox\w*|program)\b/i;
const STRENGTH = /\d ?mg\b/gi;

/** The one drug of an item, where the tables know its classes; it must be no topical agent itself. */
export const onlyDrug = ({ item }: Issue): Drug | null => {
  const text = item?.value ?? '';
  if (DOUBTFUL.test(text) || matchesOf(STRENGTH, text).length > 1 || !isDispensed(text)) return null;
  const [drug, ...more] = drugsIn(text);
  if (!drug || more.length > 0) return null;
  const classes = classesOfDrug(drug);
  return classes.size > 0 && !classes.has(TOPICAL) ? drug : null;
};

/** A strength or a number of pieces, or the bare name: an evaluation for a drug has neither. */
const isDispensed = (text: string): boolean =>
  /\d ?(?:mg|mcg)\b|# ?\d/i.test(text) || text.trim().split(' ').length < 3;

/** A strength in milligrams and a number of pieces: nothing to be put on the skin. */
export const isSwallowed = ({ item }: Issue): boolean => {
  const text = item?.value ?? '';
  return /\d ?mg\b/i.test(text) && /# ?\d|\b(?:tabs?|tablets?|caps?|capsules?)\b/i.test(text);
};
