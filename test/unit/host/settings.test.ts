import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Log } from '../../../server/src/host/log.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../../server/src/host/settings.ts';
import { SettingsStore } from '../../../server/src/host/settings-store.ts';

const read = (section: unknown) => {
  const complaints: string[] = [];
  const settings = readSettings(section, (name, expected) => complaints.push(`${name}: ${expected}`));
  return { settings, complaints };
};

describe('what an editor sends', () => {
  for (const section of [undefined, null, {}]) {
    test(`${JSON.stringify(section)} means the defaults`, () => {
      assert.deepEqual(read(section), { settings: DEFAULT_SETTINGS, complaints: [] });
    });
  }

  for (const section of [7, 'on', true, []]) {
    test(`${JSON.stringify(section)} is complained of and means the defaults`, () => {
      assert.deepEqual(read(section), { settings: DEFAULT_SETTINGS, complaints: ['imr: an object'] });
    });
  }

  test('lenses can be turned off one by one', () => {
    const { settings, complaints } = read({ codeLens: { letter: false } });
    assert.deepEqual(settings.lenses, { letter: false, issues: true });
    assert.deepEqual(complaints, []);
  });

  test('hints are off until they are turned on one by one', () => {
    assert.deepEqual(DEFAULT_SETTINGS.inlayHints, { dates: false, generics: false, pages: false });
    const { settings, complaints } = read({ inlayHints: { generics: true, pages: 1, drugs: true } });
    assert.deepEqual(settings.inlayHints, { dates: false, generics: true, pages: false });
    assert.deepEqual(complaints, ['imr.inlayHints.drugs: no such setting', 'imr.inlayHints.pages: true or false']);
  });

  test('files for Git are asked about, written or neither', () => {
    assert.equal(DEFAULT_SETTINGS.gitAttributes, 'ask');
    assert.equal(read({ gitAttributes: 'never' }).settings.gitAttributes, 'never');
    const { settings, complaints } = read({ gitAttributes: true });
    assert.equal(settings.gitAttributes, 'ask');
    assert.deepEqual(complaints, ['imr.gitAttributes: one of ask, write, never']);
  });

  test('the width of formatting is 0, or wide enough for a label', () => {
    assert.deepEqual(DEFAULT_SETTINGS.format, { width: 0 });
    assert.deepEqual(read({ format: { width: 72 } }).settings.format, { width: 72 });
    for (const width of [39, -1, 72.5, '72', null, Number.NaN]) {
      const { settings, complaints } = read({ format: { width } });
      assert.deepEqual(settings.format, { width: 0 });
      assert.deepEqual(complaints, ['imr.format.width: 0, or a whole number from 40']);
    }
    assert.deepEqual(read({ format: { wrap: 1 } }).complaints, ['imr.format.wrap: no such setting']);
    assert.deepEqual(read({ format: 7 }).complaints, ['imr.format: an object']);
  });

  test('a check takes another severity or is turned off, by its whole code or in parts', () => {
    const whole = read({ checks: { 'missing.rationale': 'off', 'missing.item': 'hint' } });
    const parts = read({ checks: { missing: { rationale: 'off', item: 'hint' } } });
    assert.deepEqual(whole.settings.checks, { 'missing.rationale': 'off', 'missing.item': 'hint' });
    assert.deepEqual(parts, whole);
  });

  test('a check whose level is its own default is left out', () => {
    const { settings } = read({ checks: { 'missing.rationale': 'error', 'missing.item': 'hint' } });
    assert.deepEqual(settings.checks, { 'missing.item': 'hint' });
  });

  test('one wrong value costs itself alone', () => {
    const { settings, complaints } = read({
      checks: { 'missing.rationale': 'loud', 'missing.item': 'hint' },
      codeLens: { letter: 'yes', issues: false },
    });
    assert.deepEqual(settings, {
      ...DEFAULT_SETTINGS,
      lenses: { letter: true, issues: false },
      checks: { 'missing.item': 'hint' },
    });
    assert.deepEqual(complaints, [
      'imr.codeLens.letter: true or false',
      'imr.checks.missing.rationale: one of error, warning, information, hint, off',
    ]);
  });

  test('unknown settings are named', () => {
    assert.deepEqual(read({ chekcs: {}, codeLens: { all: true } }).complaints, [
      'imr.chekcs: no such setting',
      'imr.codeLens.all: no such setting',
    ]);
  });

  test('settings of the client are let pass', () => {
    assert.deepEqual(read({ detect: 'auto', trace: { server: 'off' } }).complaints, []);
  });
});

describe('the store', () => {
  const storeWith = (ask: (uri: string) => Promise<unknown>) => {
    const lines: string[] = [];
    const log: Log = { warn: (line) => lines.push(line), failure: (name) => lines.push(name) };
    return { store: new SettingsStore(log, ask), lines };
  };

  test('asks once a document, until settings change', async () => {
    const asked: string[] = [];
    const { store } = storeWith(async (uri) => void asked.push(uri));
    await Promise.all([store.of('a'), store.of('a'), store.of('b')]);
    await store.of('a');
    assert.deepEqual(asked, ['a', 'b']);
    store.clear();
    await store.of('a');
    assert.deepEqual(asked, ['a', 'b', 'a']);
  });

  test('forgets a closed document', async () => {
    const asked: string[] = [];
    const { store } = storeWith(async (uri) => void asked.push(uri));
    await store.of('a');
    store.drop('a');
    await store.of('a');
    assert.deepEqual(asked, ['a', 'a']);
  });

  test('folders may differ', async () => {
    const { store } = storeWith(async (uri) => ({ codeLens: { letter: uri === 'a' } }));
    assert.equal((await store.of('a')).lenses.letter, true);
    assert.equal((await store.of('b')).lenses.letter, false);
  });

  test('equal settings are one object, even after a change', async () => {
    const { store } = storeWith(async () => ({ checks: { 'missing.item': 'hint' } }));
    const before = await store.of('a');
    store.clear();
    assert.equal(await store.of('b'), before);
  });

  test('a wrong setting is told once, and again when settings change', async () => {
    const { store, lines } = storeWith(async () => ({ codeLens: 3 }));
    await store.of('a');
    await store.of('b');
    assert.deepEqual(lines, ['Setting imr.codeLens is ignored: an object.']);
    store.clear();
    await store.of('a');
    assert.equal(lines.length, 2);
  });

  test('a client that fails to answer leaves the defaults', async () => {
    const { store, lines } = storeWith(() => Promise.reject(new Error('no')));
    assert.deepEqual(await store.of('a'), DEFAULT_SETTINGS);
    assert.deepEqual(lines, ['workspace/configuration']);
  });
});
