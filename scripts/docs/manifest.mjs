// The settings of the checks, one each, in package.json, and their texts in package.nls.json.

const PREFIX = 'imr.checks.';
const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];
/** Behind all that are written by hand. */
const FIRST_ORDER = 100;

const settingOf = ({ code, severity, offByDefault }, index) => ({
  type: 'string',
  enum: LEVELS,
  markdownEnumDescriptions: LEVELS.map((level) => `%severity.${level}%`),
  default: offByDefault ? 'off' : severity,
  scope: 'resource',
  order: FIRST_ORDER + index,
  markdownDescription: `%check.${code}%`,
});

/** The manifest with a setting for each check, in the group of settings that is theirs. */
export const manifestWith = (manifest, checks) => {
  const configuration = manifest.contributes.configuration.map((group) =>
    group.title === '%configuration.checks%'
      ? {
          ...group,
          properties: Object.fromEntries(checks.map((check, i) => [PREFIX + check.code, settingOf(check, i)])),
        }
      : group,
  );
  return { ...manifest, contributes: { ...manifest.contributes, configuration } };
};

/** The texts with one for each check, and none of checks that are gone. */
export const textsWith = (texts, checks) => ({
  ...Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith('check.'))),
  ...Object.fromEntries(checks.map(({ code, title }) => [`check.${code}`, title])),
});
