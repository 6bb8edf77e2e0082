import { version } from '../../../package.json';
import { CHECKS, type Severity } from '../checks/index.ts';
import type { Finding, Report } from './report.ts';
import { NAME } from './terminal.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const INDEX: ReadonlyMap<string, number> = new Map(CHECKS.map(({ code }, i) => [code, i]));

const RULES = CHECKS.map(({ code, title, severity, legal }) => ({
  id: code,
  shortDescription: { text: title },
  ...(legal && { help: { text: `Asked for by ${legal}.` } }),
  defaultConfiguration: { level: LEVELS[severity] },
}));

const DRIVER = { name: NAME, version, rules: RULES };
const HEAD = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(DRIVER)}},"columnKind":"utf16CodeUnits","results":[`;

const resultOf = (finding: Finding, name: string) => ({
  ruleId: finding.code,
  ruleIndex: INDEX.get(finding.code),
  level: LEVELS[finding.severity],
  message: { text: finding.message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: finding.uri ?? name },
        region: {
          startLine: finding.line,
          startColumn: finding.column,
          endLine: finding.endLine,
          endColumn: finding.endColumn,
        },
      },
    },
  ],
});

const TAIL = ']}]}\n';

/** SARIF 2.1.0, the exchange format of checkers: one run, one result a line. */
export const sarifReport: Report = {
  open: `${HEAD}\n`,
  finding: (finding, name) => JSON.stringify(resultOf(finding, name)),
  between: ',\n',
  close: `\n${TAIL}`,
  none: HEAD + TAIL,
};
