import { CHECKS, type CheckSettings, SEVERITIES, type Severity } from '../checks/index.ts';
import type { HintKinds } from '../features/inlayHints.ts';
import { isRecord } from './json.ts';

/** What a person may set for the server (`imr.*` in the manifest). Settings of the client alone are not here. */
export interface Settings {
  readonly lenses: { readonly letter: boolean; readonly issues: boolean };
  readonly inlayHints: HintKinds;
  /** blind: what other annotators say is shown only to those who are done with the letter. */
  readonly annotations: { readonly blind: boolean };
  /** Is the file that tells Git how to join what several people wrote offered, written unasked, or neither? */
  readonly gitAttributes: GitAttributes;
  /** The longest line of Format Document; 0 for one paragraph a line. */
  readonly format: { readonly width: number };
  /** By code: another severity than the check's own, or `off`. */
  readonly checks: CheckSettings;
}

const GIT_ATTRIBUTES = ['ask', 'write', 'never'] as const;
export type GitAttributes = (typeof GIT_ATTRIBUTES)[number];

export const DEFAULT_SETTINGS: Settings = {
  lenses: { letter: true, issues: true },
  inlayHints: { dates: false, generics: false, pages: false },
  annotations: { blind: false },
  gitAttributes: 'ask',
  format: { width: 0 },
  checks: {},
};

/** Members of `imr` that the server reads. */
const OF_THE_SERVER: ReadonlySet<string> = new Set([
  'annotations',
  'checks',
  'codeLens',
  'format',
  'gitAttributes',
  'inlayHints',
]);

/** Members of `imr` that only the client reads. */
const OF_THE_CLIENT: ReadonlySet<string> = new Set(['annotator', 'detect', 'trace']);

/** Takes a setting that is not as declared; the name is the setting's, without its value. */
type Complain = (name: string, expected: string) => void;

const readSwitch = (value: unknown, fallback: boolean, name: string, complain: Complain): boolean => {
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'boolean') return value;
  complain(name, 'true or false');
  return fallback;
};

/** A group of settings that are each true or false, such as `imr.codeLens`. */
const readSwitches = <T extends Readonly<Record<string, boolean>>>(
  group: string,
  value: unknown,
  defaults: T,
  complain: Complain,
): T => {
  if (value !== undefined && !isRecord(value)) complain(group, 'an object');
  const members = isRecord(value) ? value : {};
  for (const name of Object.keys(members)) {
    if (!Object.hasOwn(defaults, name)) complain(`${group}.${name}`, 'no such setting');
  }
  const read = ([name, fallback]: [string, boolean]) =>
    [name, readSwitch(members[name], fallback, `${group}.${name}`, complain)] as const;
  return Object.fromEntries(Object.entries(defaults).map(read)) as T;
};

const readGitAttributes = (value: unknown, complain: Complain): GitAttributes => {
  if (value === undefined || value === null) return DEFAULT_SETTINGS.gitAttributes;
  const found = GIT_ATTRIBUTES.find((each) => each === value);
  if (found === undefined) complain('imr.gitAttributes', `one of ${GIT_ATTRIBUTES.join(', ')}`);
  return found ?? DEFAULT_SETTINGS.gitAttributes;
};

/** Narrower lines would divide the labels. */
const NARROWEST = 40;

const readFormat = (value: unknown, complain: Complain): Settings['format'] => {
  const fallback = DEFAULT_SETTINGS.format;
  if (value === undefined || value === null) return fallback;
  if (!isRecord(value)) {
    complain('imr.format', 'an object');
    return fallback;
  }
  for (const name of Object.keys(value)) if (name !== 'width') complain(`imr.format.${name}`, 'no such setting');
  const { width = fallback.width } = value;
  if (width === 0 || (typeof width === 'number' && Number.isSafeInteger(width) && width >= NARROWEST)) return { width };
  complain('imr.format.width', `0, or a whole number from ${NARROWEST}`);
  return fallback;
};

/** An editor that declares the settings sends every one of them; those that change nothing are not kept. */
const DEFAULT_LEVELS: ReadonlyMap<string, Severity | 'off'> = new Map(
  CHECKS.map(({ code, severity, offByDefault }) => [code, offByDefault ? 'off' : severity]),
);

const LEVELS: readonly unknown[] = [...SEVERITIES, 'off'];
const isLevel = (value: unknown): value is Severity | 'off' => LEVELS.includes(value);

/** An editor may send `{ 'missing.rationale': 'off' }` or `{ missing: { rationale: 'off' } }` for the same setting. */
const flattened = (value: Readonly<Record<string, unknown>>, prefix = ''): readonly (readonly [string, unknown])[] =>
  Object.entries(value).flatMap(([name, member]) =>
    prefix === '' && isRecord(member) ? flattened(member, `${name}.`) : [[`${prefix}${name}`, member] as const],
  );

const readChecks = (value: unknown, complain: Complain): Settings['checks'] => {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    complain('imr.checks', 'an object of codes and severities');
    return {};
  }
  const entries = flattened(value);
  for (const [code, level] of entries) {
    if (!isLevel(level)) complain(`imr.checks.${code}`, `one of ${LEVELS.join(', ')}`);
  }
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, Severity | 'off'] => isLevel(entry[1]) && entry[1] !== DEFAULT_LEVELS.get(entry[0]),
    ),
  );
};

/** Reads the section `imr` as an editor sends it. What is not as declared keeps its default and is complained of. */
export const readSettings = (section: unknown, complain: Complain): Settings => {
  if (section === undefined || section === null) return DEFAULT_SETTINGS;
  if (!isRecord(section)) {
    complain('imr', 'an object');
    return DEFAULT_SETTINGS;
  }
  for (const name of Object.keys(section)) {
    if (!OF_THE_SERVER.has(name) && !OF_THE_CLIENT.has(name)) complain(`imr.${name}`, 'no such setting');
  }
  const { lenses, inlayHints, annotations } = DEFAULT_SETTINGS;
  return {
    lenses: readSwitches('imr.codeLens', section['codeLens'], lenses, complain),
    inlayHints: readSwitches('imr.inlayHints', section['inlayHints'], inlayHints, complain),
    annotations: readSwitches('imr.annotations', section['annotations'], annotations, complain),
    gitAttributes: readGitAttributes(section['gitAttributes'], complain),
    format: readFormat(section['format'], complain),
    checks: readChecks(section['checks'], complain),
  };
};
