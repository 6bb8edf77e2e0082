import { ratio, type Tally } from '../corpus/score.ts';
import type { PlantScore, Scorecard } from './score.ts';

const HEAD = ['trials', 'found', 'brought back', 'false alarms'];

const share = (tally: Tally | undefined): string => {
  const value = tally && ratio(tally);
  return value === null || value === undefined ? '' : value.toFixed(2);
};

/** Of a check that sound letters make speak: how often in a hundred letters. */
const alarmsOf = ({ checks }: Scorecard, code: string): string => {
  const check = checks.find((each) => each.code === code);
  return check ? ((check.alarms / check.silent.total) * 100).toFixed(1) : '';
};

const cellsOf = (card: Scorecard, { plant }: PlantScore): readonly string[] => {
  const own = card.plants.find((each) => each.plant === plant);
  return [`${own?.recall.total ?? 0}`, share(own?.recall), share(own?.restored), alarmsOf(card, plant.code)];
};

const padded = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)];
};

/** The scorecards as one Markdown table: a row a plant, four columns a corpus. */
export const tableOf = (cards: readonly Scorecard[]): string => {
  const head = [
    'check',
    'what is planted',
    ...cards.flatMap(({ corpus }) => HEAD.map((name) => `${name} (${corpus})`)),
  ];
  const rows = (cards[0]?.plants ?? []).map((score) => [
    `\`${score.plant.code}\``,
    score.plant.name,
    ...cards.flatMap((card) => cellsOf(card, score)),
  ]);
  return padded([head, ...rows]).join('\n');
};

const INTRODUCTION = `# Scorecard

How much of what is planted the checks find, and how often they speak where nothing was planted. Made by \`npm run scorecard\`.

A **plant** puts one defect into a sound letter: a digit for a letter, a lost label, a date that cannot be. Where few letters have a place for it, it brings its own sentence. Each is tried on every invented letter of \`samples/\` and \`test/letters/\`, and on the public letters where the machine has them, each in one of its three extractions; the places are drawn by chance from the letter's name, so that every run gives the same figures. Where fewer than sixty trials come of that, more places of the same letters are tried.

Some rows stay below sixty trials: the letters have no more places for them. Public letters are posted without cover page, list of documents, numbered lists of determinations and case number at the foot of their pages, and they print next to no page numbers; of these the invented letters tell. Long repeated blocks, phrases that stand twice and hyphens that stand elsewhere are rare in the invented letters, which are short; of these the public ones tell.

- **found**: the share of trials in which the check reports a problem that touches the damage. Of some plants another check tells the reader the same in its place (a misspelt label that is no label any more is a missing part), and that counts too. What is lost, or contradicts another place, may be told where nothing is damaged: there it counts wherever it is told. The plants in \`test/scorecard/plants/\` say which these are (\`others\`, \`anywhere\`).
- **brought back**: the share in which its first fix gives the very text that stood there before, or that of a sound sentence where the plant brought a sentence. Empty where no fix can know it, as of a part that is lost.
- **false alarms**: how often the check speaks in a hundred of the letters as they are. The public letters hold some real mistakes, which are counted here as well.

The columns of the invented letters can be made anew anywhere. Those of the public letters need the folder that \`IMR_CORPUS\` names. \`npm test\` fails when a figure falls below the committed one (\`test/scorecard/scores.json\`).
`;

/** docs/scorecard.md. */
export const pageOf = (cards: readonly Scorecard[]): string => `${INTRODUCTION}\n${tableOf(cards)}\n`;
