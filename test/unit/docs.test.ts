import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { AGREE_HELP } from '../../server/src/cli/annotations-agree.ts';
import { ANNOTATIONS_EXPORT_HELP } from '../../server/src/cli/annotations-export.ts';
import { ANNOTATIONS_IMPORT_HELP } from '../../server/src/cli/annotations-import.ts';
import { CHECK_HELP } from '../../server/src/cli/check.ts';
import { EXPORT_HELP } from '../../server/src/cli/export.ts';
import { OUTLINE_HELP } from '../../server/src/cli/outline.ts';
import { FORMAT_IDS } from '../../server/src/facts/formats/ids.ts';
import { LANGUAGE_ID } from '../../server/src/protocol.ts';

const ROOT = join(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Manifest {
  readonly version: string;
  readonly engines: { readonly vscode: string; readonly node: string };
  readonly contributes: {
    readonly languages: readonly { readonly extensions: readonly string[] }[];
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, { readonly default: unknown }>> }[];
  };
}

const manifest = JSON.parse(textOf('package.json')) as Manifest;
const README = textOf('README.md');

/** The pages of the project, as paths from its folder. */
const PAGES = ['.', 'docs', 'docs/checks', 'samples', 'test/letters']
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name).replaceAll('\\', '/')))
  .filter((path) => path.endsWith('.md'));

/** What stands between fences is no link and no path. */
const prose = (text: string): string => text.replace(/^```[^`]+^```$/gm, '');

/** The cells of the table below a heading, row by row, without its head. */
const tableUnder = (heading: string): readonly (readonly string[])[] => {
  const section = README.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? assert.fail(heading);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const cells = row.replaceAll('\\|', '\u0000').split('|').slice(1, -1);
    return cells.map((cell) => cell.trim().replaceAll('\u0000', '|'));
  });
};

const code = (text: string | undefined): string => /^`([^`]+)`$/.exec(text ?? '')?.[1] ?? assert.fail(text);

describe('README', () => {
  test('its settings are those of the manifest’s first group, with their defaults', () => {
    const listed = tableUnder('Settings').map(([name, value]) => [code(name), code(value)]);
    const declared = Object.entries(manifest.contributes.configuration[0]?.properties ?? {});
    assert.deepEqual(
      listed,
      declared.map(([name, setting]) => [name, JSON.stringify(setting.default)]),
    );
  });

  test('its forms are those that are read', () => {
    const listed = tableUnder('Which letters are understood').map(([name]) => code(name));
    assert.deepEqual(
      listed,
      FORMAT_IDS.filter((id) => id !== 'unknown'),
    );
  });

  test('it names every command and option of the command line', () => {
    const commands = tableUnder('Command line').map(([usage]) => code(usage));
    const helps = [EXPORT_HELP, CHECK_HELP, OUTLINE_HELP, ANNOTATIONS_EXPORT_HELP, ANNOTATIONS_IMPORT_HELP, AGREE_HELP];
    assert.equal(commands.length, helps.length + 1, 'lsp too');
    for (const [at, help] of helps.entries()) {
      const usage = /^Usage: ([\s\S]*?)\n\n/.exec(help)?.[1]?.replace(/\s+/g, ' ');
      assert.equal(commands[at], usage);
    }
  });

  test('it gives the two commands, and what they need', () => {
    for (const line of ['npm ci && npm start', 'npm start -- FOLDER', 'npm cit']) {
      assert.ok(README.includes(`\n\`\`\`sh\n${line}\n\`\`\`\n`), line);
    }
    const version = (range: string): string => /\d+(?:\.[1-9]\d*)*/.exec(range)?.[0] ?? assert.fail(range);
    assert.ok(README.includes(`Node.js ${version(manifest.engines.node)} or newer`));
    assert.ok(README.includes(`VS Code (${version(manifest.engines.vscode)} or newer)`));
  });

  test('it opens with a picture that is described', () => {
    const [, described = ''] = /!\[([^\]]*)\]\(images\/screenshot\.png\)/.exec(README) ?? [];
    assert.ok(described.length > 50, described);
  });

  test('the tests it names for its promises are there', () => {
    const [, section = ''] = README.split(/^## Privacy$/m);
    const named = [...section.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
    assert.ok(named.length >= 4);
    for (const path of named) assert.ok(existsSync(join(ROOT, path)), path);
  });
});

describe('pages', () => {
  test('what is made from the list of checks is as npm run docs writes it', () => {
    const made = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/docs.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    assert.equal(made.stderr + made.stdout, '');
    assert.equal(made.status, 0);
  });

  /** The anchor of a heading, as hosts of repositories make it. */
  const anchorOf = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replaceAll(' ', '-');
  const anchorsOf = (page: string): readonly string[] =>
    [...prose(textOf(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

  for (const page of PAGES) {
    test(`${page}: every link leads somewhere`, () => {
      const targets = [...prose(textOf(page)).matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target);
      for (const target of targets.filter((each) => !each.startsWith('https://'))) {
        const [file = '', anchor] = target.split('#');
        const path = file === '' ? page : join(dirname(page), file);
        assert.ok(existsSync(join(ROOT, path)), target);
        if (anchor !== undefined) assert.ok(anchorsOf(path).includes(anchor), target);
      }
      assert.equal(textOf(page).split('\n')[0]?.startsWith('# '), true, 'a page begins with its title');
    });
  }

  test('docs/architecture.md names files and folders that are there', () => {
    const named = [...prose(textOf('docs/architecture.md')).matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)];
    const paths = named
      .map(([, path = '']) => path)
      .filter((path) => /^(?:client|server|test|scripts|docs)\//.test(path));
    assert.ok(paths.length > 30, `${paths.length} paths`);
    for (const path of paths) assert.ok(existsSync(join(ROOT, path)), path);
  });

  test('docs/editors.md starts the server for the language and its files', () => {
    const page = textOf('docs/editors.md');
    for (const editor of ['Neovim', 'Helix', 'Emacs']) {
      const section = page.split(/^## /m).find((part) => part.startsWith(editor)) ?? '';
      assert.ok(section.includes(LANGUAGE_ID), editor);
      assert.match(section, /imr-letters.+lsp.+--stdio/s, editor);
    }
    for (const extension of manifest.contributes.languages[0]?.extensions ?? []) {
      assert.ok(page.includes(`\`*${extension}\``), extension);
    }
  });

  test('CHANGELOG.md tells of this version, or of what comes', () => {
    const versions = [...textOf('CHANGELOG.md').matchAll(/^## \[([^\]]+)\]/gm)].map(([, version]) => version);
    assert.ok(versions.includes('Unreleased') || versions.includes(manifest.version), versions.join(', '));
  });
});
