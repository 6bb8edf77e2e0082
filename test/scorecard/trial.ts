import { CHECKS, type CheckSettings, checkLetter, fixesFor, type Problem } from '../../server/src/checks/index.ts';
import type { Letter } from '../../server/src/letter/model.ts';
import { parse } from '../../server/src/letter/parse.ts';
import type { Damage, Plant } from './plant.ts';

/** What came of one planted defect; `restored` is null where no fix is expected to bring the text back. */
export interface Outcome {
  readonly found: boolean;
  readonly restored: boolean | null;
}

/** A problem and the letter it is in, which begins at `offset` of the document. */
interface Placed {
  readonly problem: Problem;
  readonly letter: Letter;
  readonly offset: number;
}

/** Settings under which one check runs alone, be it on or off by default. */
const alone = (code: string): CheckSettings =>
  Object.fromEntries(CHECKS.map((check) => [check.code, check.code === code ? check.severity : 'off']));

const SETTINGS: ReadonlyMap<string, CheckSettings> = new Map(CHECKS.map(({ code }) => [code, alone(code)]));

/** What one check says of a letter, even where it is off by default. */
export const saidOf = (letter: Letter, code: string): readonly Problem[] => checkLetter(letter, SETTINGS.get(code));

const placedIn = (text: string, code: string): readonly Placed[] =>
  parse(text).flatMap(({ letter, offset }) => saidOf(letter, code).map((problem) => ({ problem, letter, offset })));

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

/** Does a problem touch the damage? White space beside it counts as its own: what is missing is told at what is not. */
const touching = (text: string, { start, text: put }: Damage): ((placed: Placed) => boolean) => {
  let from = start;
  let to = start + put.length;
  while (isSpace(text, from - 1)) from--;
  while (isSpace(text, to)) to++;
  return ({ problem, offset }) => problem.span.start + offset <= to && from <= problem.span.end + offset;
};

const afterFirstFix = (text: string, { problem, letter, offset }: Placed): string => {
  const [fix] = fixesFor(problem, letter);
  return (fix?.edits ?? []).reduceRight(
    (now, { span, text: put }) => now.slice(0, span.start + offset) + put + now.slice(span.end + offset),
    text,
  );
};

/** Looks for a defect that was put into a sound letter; null where it changes nothing. */
export const outcomeOf = (plant: Plant, letter: Letter, damage: Damage): Outcome | null => {
  const textWith = (put: string): string => letter.text.slice(0, damage.start) + put + letter.text.slice(damage.end);
  const text = textWith(damage.text);
  if (text === letter.text) return null;
  const sound = damage.sound === undefined ? letter.text : textWith(damage.sound);
  const touches = touching(text, damage);
  const said = [plant.code, ...(plant.others ?? [])].flatMap((code) => placedIn(text, code));
  const hits = plant.anywhere ? said : said.filter(touches);
  const restored = hits.some((hit) => afterFirstFix(text, hit) === sound);
  return { found: hits.length > 0, restored: damage.restores === false ? null : restored };
};
