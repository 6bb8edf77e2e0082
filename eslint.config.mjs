// The house rules a machine can hold: the floors of docs/architecture.md, sizes, regular expressions in linear time.
import { builtinModules } from 'node:module';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const node = ['node:*', ...builtinModules];
const connection = [
  'vscode',
  'vscode-languageserver',
  'vscode-languageserver/*',
  'vscode-languageclient',
  'vscode-languageclient/*',
];
const FLOORS = [
  'text',
  'facts',
  'letter',
  'case',
  'format',
  'checks',
  'notes',
  'annotations',
  'features',
  'host',
  'cli',
];

/** A floor may import itself and what lies below it; `banned` names packages that must not appear on it at all. */
const floor = (name, banned) => ({
  files: [`server/src/${name}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: banned, message: `${name}/ must run in a browser worker: no Node, no vscode, no connection.` },
          {
            group: FLOORS.slice(FLOORS.indexOf(name) + 1).map((upper) => `**/${upper}/**`),
            message: `${name}/ may import only what lies below it (docs/architecture.md, floors).`,
          },
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist/**', '.vscode-test/**', 'node_modules/**'] },
  ...tseslint.configs.strict,
  regexp.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'describe', 'suite', 'it'] },
          ],
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  // Scripts are plain JavaScript: the rules that need types do not see them.
  { files: ['**/*.{mjs,cjs}'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { parserOptions: { projectService: false } } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['*.mjs', 'test/**'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  ...['text', 'facts', 'letter', 'case', 'format', 'checks', 'notes', 'annotations'].map((name) =>
    floor(name, [...node, ...connection]),
  ),
  {
    files: ['server/src/checks/**', 'server/src/letter/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='flatMap']",
          message:
            'Parser and checks look through lists by flatMap of text/flat-map.ts, which takes a fraction of the time.',
        },
      ],
    },
  },
  // Features speak LSP types, but hold no connection.
  floor('features', [
    ...node,
    'vscode',
    'vscode-languageclient',
    'vscode-languageclient/*',
    'vscode-languageserver/node',
    'vscode-languageserver/browser',
  ]),
  // host/ runs under both doors; only node.ts, browser.ts and cli/ know where they run.
  floor('host', [...node, 'vscode', 'vscode-languageserver/node', 'vscode-languageserver/browser']),
  {
    files: ['client/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'server/src/(?!protocol)',
              message: 'The client knows the server only through server/src/protocol.ts.',
            },
          ],
        },
      ],
    },
  },
);
