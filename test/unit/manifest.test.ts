import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CASES_VIEW } from '../../client/src/cases/view.ts';
import { COMMAND_IDS } from '../../client/src/commands/ids.ts';
import { PREVIEW_VIEW } from '../../client/src/preview/view.ts';
import { REVIEW_COMMANDS } from '../../client/src/review/keys.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/host/settings.ts';
import { ANNOTATION_COMMANDS, LANGUAGE_ID, SETTINGS_SECTION } from '../../server/src/protocol.ts';
import { contributes, manifest, manifestText, textOf, texts } from './manifest.ts';

describe('commands', () => {
  const declared = contributes.commands.map(({ command }) => command);

  test('each that is declared has a handler, and the reverse', () => {
    assert.deepEqual(
      [...declared].sort(),
      [...Object.values(COMMAND_IDS), ...Object.values(ANNOTATION_COMMANDS), ...Object.values(REVIEW_COMMANDS)].sort(),
    );
  });

  test('each has a title and the one category', () => {
    for (const { title, category } of contributes.commands) {
      assert.notEqual(textOf(title), '');
      assert.equal(textOf(category), 'IMR Letters');
    }
  });

  test('menus and keys name declared commands and menus only', () => {
    const submenus = contributes.submenus.map(({ id }) => id);
    for (const [menu, items] of Object.entries(contributes.menus)) {
      for (const { command, submenu } of items) {
        assert.ok(
          declared.includes(command ?? '') || submenus.includes(submenu ?? ''),
          `${menu}: ${command ?? submenu}`,
        );
      }
    }
    for (const { command } of contributes.keybindings) assert.ok(declared.includes(command), command);
  });

  test('few keys are taken, and on letters only', () => {
    const typing = contributes.keybindings.filter(({ key }) => key.includes('+'));
    assert.ok(typing.length <= 8);
    for (const { key, mac, when } of typing) {
      assert.equal(mac, key.replace('ctrl+', 'cmd+'));
      assert.match(when, new RegExp(`editorLangId == ${LANGUAGE_ID}`));
      // AltGr is Ctrl with Alt, and Option writes characters on a Mac.
      assert.doesNotMatch(key, /alt/);
    }
  });

  test('each that needs a document says when; the others are always there', () => {
    const { exportFolder, checkFolder, clearProblems, removeNotes, openSample, showCases, restartServer, showLog } =
      COMMAND_IDS;
    const { setAnnotator, compare, settle, attach } = ANNOTATION_COMMANDS;
    const ofFolders = [exportFolder, checkFolder, clearProblems, removeNotes, showCases, compare, settle, attach];
    const always = [...ofFolders, openSample, restartServer, showLog, setAnnotator];
    const gated = (contributes.menus['commandPalette'] ?? []).map(({ command, when }) => (when ? (command ?? '') : ''));
    assert.deepEqual([...gated, ...always].sort(), [...declared].sort());
  });

  test('outside the palette a menu shows them on letters only, in the Explorer on what may hold some', () => {
    const items = Object.entries(contributes.menus).filter(([menu]) => menu !== 'commandPalette');
    assert.ok(items.length > 0);
    for (const [menu, list] of items) {
      const condition =
        menu === 'explorer/context'
          ? /^explorerResourceIsFolder /
          : /^(?:editorLangId == imr-letter|view == imr\.\w+)(?: && .+)?$/;
      for (const { when = '' } of list) assert.match(when, condition, menu);
    }
  });
});

describe('annotations in themes', () => {
  test('each of the six groups has a line and a fill for every kind of theme, described', () => {
    const ids = contributes.colors.map(({ id }) => id);
    const groups = [1, 2, 3, 4, 5, 6].map((group) => `imr.annotations.group${group}`);
    assert.deepEqual(
      ids,
      groups.flatMap((group) => [group, `${group}Background`]),
    );
    for (const { description, defaults } of contributes.colors) {
      assert.notEqual(textOf(description), '');
      assert.deepEqual(Object.keys(defaults), ['light', 'dark', 'highContrast', 'highContrastLight']);
    }
  });
});

describe('texts', () => {
  test('every text of package.nls.json is used, and every one that is used is there', () => {
    const used = new Set([...manifestText.matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual([...used].sort(), Object.keys(texts).sort());
  });

  test('what a person reads is never written into the manifest itself', () => {
    const shown = /"(?:title|category|markdownDescription|altText)": "([^"]*)"/g;
    const found = [...manifestText.matchAll(shown)].map((match) => match[1] ?? '');
    assert.ok(found.length > 20);
    for (const text of found) assert.match(text, /^%[\w.-]+%$/);
  });
});

describe('settings', () => {
  const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

  test('each is described and has a default of its own values', () => {
    for (const [name, setting] of settings) {
      assert.ok(name.startsWith(`${SETTINGS_SECTION}.`), name);
      assert.match(textOf(setting.markdownDescription), /\.$/, name);
      if (setting.enum) {
        assert.ok(setting.enum.includes(setting.default), name);
        assert.equal(setting.markdownEnumDescriptions?.length, setting.enum.length, name);
        setting.markdownEnumDescriptions.forEach(textOf);
      } else if (setting.type === 'integer') assert.ok(Number.isSafeInteger(setting.default), name);
      else assert.equal(typeof setting.default, setting.type, name);
    }
  });

  test('each may differ from folder to folder, but for the trace of the one server and the name of the person', () => {
    const others: Readonly<Record<string, string>> = { 'imr.trace.server': 'window', 'imr.annotator': 'application' };
    for (const [name, { scope }] of settings) assert.equal(scope, others[name] ?? 'resource', name);
  });

  test('the trace warns that it may show the text of letters', () => {
    assert.match(texts['setting.trace.verbose'] ?? '', /text of your letters/);
  });

  test('the server knows every one of them, and has the same defaults', () => {
    const section: Record<string, Record<string, unknown> | unknown> = {};
    for (const [name, setting] of settings) {
      const [group = '', ...rest] = name.slice(SETTINGS_SECTION.length + 1).split('.');
      const member = rest.join('.');
      section[group] = member === '' ? setting.default : { ...(section[group] as object), [member]: setting.default };
    }
    const complaints: string[] = [];
    const read = readSettings(section, (name) => complaints.push(name));
    assert.deepEqual(complaints, []);
    assert.deepEqual(read, DEFAULT_SETTINGS);
  });
});

describe('the language', () => {
  const defaults = contributes.configurationDefaults[`[${LANGUAGE_ID}]`] ?? {};

  test('is the one the server knows, and does not claim .txt', () => {
    assert.deepEqual(
      contributes.languages.map(({ id, extensions }) => [id, ...extensions]),
      [[LANGUAGE_ID, '.imr', '.imr.txt']],
    );
    for (const { language } of [...contributes.grammars, ...contributes.snippets]) assert.equal(language, LANGUAGE_ID);
  });

  test('nothing is typed into a letter and nothing is taken from it unasked', () => {
    for (const name of [
      'files.trimTrailingWhitespace',
      'files.trimFinalNewlines',
      'files.insertFinalNewline',
      'editor.trimAutoWhitespace',
      'editor.formatOnSave',
      'editor.formatOnPaste',
      'editor.formatOnType',
    ]) {
      assert.equal(defaults[name], false, name);
    }
    assert.deepEqual(defaults['editor.quickSuggestions'], { other: 'off', comments: 'off', strings: 'off' });
    assert.equal(defaults['editor.wordWrap'], 'on');
  });

  test('plain text wakes the extension, for letters are known by content, and so does a panel that was left open', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:plaintext',
      `onWebviewPanel:${PREVIEW_VIEW}`,
      `onWebviewPanel:${CASES_VIEW}`,
    ]);
  });

  test('it works in Restricted Mode and in virtual workspaces, and says so', () => {
    assert.deepEqual(Object.keys(manifest.capabilities), ['untrustedWorkspaces', 'virtualWorkspaces']);
    for (const { supported, description } of Object.values(manifest.capabilities)) {
      assert.equal(supported, true);
      assert.notEqual(textOf(description), '');
    }
  });
});

describe('the package', () => {
  test('is written against the oldest VS Code it promises to run in', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });

  test('needs nothing at run time, and exact versions to build', () => {
    assert.equal(manifest.dependencies, undefined);
    for (const [name, version] of Object.entries(manifest.devDependencies))
      assert.match(version, /^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/, name);
  });

  test('runs from the bundles', () => {
    assert.deepEqual([manifest.main, manifest.browser], ['./dist/client.js', './dist/browser/client.js']);
  });
});
