// The pages in docs/checks/. Head and end of a page are made from the check; the prose between them is written by hand.
import { CATEGORY_WORDS, severityOf, sourceOf } from './words.mjs';

const END = '## Turn it off';
/** A check that is off is told how to turn it on first. */
const MADE_END = /\n## Turn it o(?:n|ff)\n/;
const SECTIONS = ['What it reports', 'Why', 'Example', 'Fix'];

/** The text of a check's page: `now` with its head and end made anew, or a skeleton where there is no page yet. */
export const checkPage = (check, now) => {
  const from = now?.indexOf('\n## ') ?? -1;
  const to = now?.search(MADE_END) ?? -1;
  const prose = from < 0 || to < from ? skeleton() : now.slice(from + 1, to + 1);
  return `${head(check)}\n${prose}${end(check)}`;
};

const head = (check) => `# ${check.code}

${check.title}

Severity: ${severityOf(check)} · Source: ${sourceOf(check)}
`;

const skeleton = () => SECTIONS.map((section) => `## ${section}\n\n`).join('');

const end = ({ code, offByDefault }) =>
  offByDefault
    ? `## Turn it on

This check is off. In the settings of the user, the workspace or the folder, give it a severity (\`error\`, \`warning\`, \`information\`, \`hint\`):

\`\`\`json
"imr.checks.${code}": "information"
\`\`\`

${END}

\`\`\`json
"imr.checks.${code}": "off"
\`\`\`
`
    : `${END}

In the settings of the user, the workspace or the folder, or with another severity (\`error\`, \`warning\`, \`information\`, \`hint\`) in place of \`off\`:

\`\`\`json
"imr.checks.${code}": "off"
\`\`\`

On the command line: \`imr-letters check --off ${code} PATH\`.
`;

/** From here on the index is written by hand. */
const BY_HAND = '## What is not checked\n';

/** docs/checks/README.md: every check, by category; what is written by hand stays as it is `now`. */
export const indexPage = (checks, categories, now) => {
  const at = now.indexOf(`\n${BY_HAND}`);
  const byHand = at < 0 ? `\n${BY_HAND}` : now.slice(at);
  const parts = categories.flatMap((category) => {
    const inIt = checks.filter((check) => check.category === category);
    const [heading, what] = CATEGORY_WORDS[category];
    return inIt.length === 0 ? [] : [`## ${heading}\n\nThese look at ${what}.\n\n${table(inIt, '')}`];
  });
  return `# Checks

${checks.length} checks read every letter. Each has a page of its own: what it reports and why, an example and a counter-example, the fix, and how to turn it off. The severities are: **error**, a part that the law requires is missing or cannot be read; **warning**, almost certainly a slip of the transcription; **information**, worth a look, but perhaps the reviewer's own; **hint**, style.

${parts.join('\n')}${byHand}`;
};

/** The checks as a Markdown table, their columns padded as the formatter would; links go to pages in \`folder\`. */
export const table = (checks, folder) => {
  const rows = checks.map((check) => [
    `[\`${check.code}\`](${folder}${check.code}.md)`,
    check.title,
    severityOf(check),
    sourceOf(check),
  ]);
  const cells = [['code', 'what it reports', 'severity', 'source'], ...rows];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |\n`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  return line(cells[0]) + rule + cells.slice(1).map(line).join('');
};
