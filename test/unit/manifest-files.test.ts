import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { contributes, manifest, ROOT, readText, steps, textOf } from './manifest.ts';

describe('files', () => {
  test('each that the manifest names is there', () => {
    const named = [
      manifest.icon,
      ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, ...Object.values(icon)]),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.snippets.map(({ path }) => path),
      ...steps.map(({ media }) => media.svg),
    ];
    for (const path of named) assert.ok(existsSync(join(ROOT, path)), path);
  });

  test('the icon is a PNG of 128 × 128', () => {
    const png = readFileSync(join(ROOT, manifest.icon));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });

  test('the language’s own settings are as VS Code reads them', () => {
    const { wordPattern } = JSON.parse(readText('syntaxes/language-configuration.json')) as {
      wordPattern: { pattern: string; flags: string };
    };
    const words = 'Naproxen 0.5mg for C5-6, patient’s knee.'.match(
      new RegExp(wordPattern.pattern, `g${wordPattern.flags}`),
    );
    assert.deepEqual(words, ['Naproxen', '0.5mg', 'for', 'C5-6', 'patient’s', 'knee']);
  });

  test('the grammar is the one of the manifest', () => {
    const [grammar] = contributes.grammars;
    assert.ok(grammar);
    assert.equal((JSON.parse(readText(grammar.path)) as { scopeName: string }).scopeName, grammar.scopeName);
  });
});

describe('the walkthrough', () => {
  test('links to commands that are there', () => {
    const declared = contributes.commands.map(({ command }) => command);
    const links = steps.flatMap(({ description }) => [...textOf(description).matchAll(/\(command:(imr\.\w+)/g)]);
    const events = steps.flatMap(({ completionEvents }) =>
      completionEvents.flatMap((event) => [...event.matchAll(/^onCommand:(imr\.\w+)/g)]),
    );
    assert.ok(links.length > 0 && events.length > 0);
    for (const [, command = ''] of [...links, ...events]) assert.ok(declared.includes(command), command);
  });

  test('its pictures follow the theme and say in words what they show', () => {
    for (const { media } of steps) {
      assert.notEqual(textOf(media.altText), '');
      assert.doesNotMatch(readText(media.svg), /(?:fill|stroke)="#/, media.svg);
    }
  });
});
