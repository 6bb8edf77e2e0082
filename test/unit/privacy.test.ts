import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

const sources = ['client/src', 'client/webview', 'server/src'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith('.ts')),
);

const found = (pattern: RegExp): readonly string[] =>
  sources.filter((path) => pattern.test(readFileSync(join(ROOT, path), 'utf8')));

test('no source speaks of telemetry', () => {
  assert.ok(sources.length > 100);
  assert.deepEqual(found(/telemetry|analytics/i), []);
});

test('no log is given the message of an error, which may quote the letter', () => {
  const logs = /\b(?:log|console)\.(?:trace|debug|info|warn|error|log)\([^;]*\.message\b/;
  assert.ok(logs.test('log.error(`failed: ${error.message}`)'));
  assert.deepEqual(found(logs), []);
});

test('nothing that is shipped measures people', () => {
  for (const bundle of ['client', 'server', 'cli', 'browser/client', 'browser/server']) {
    const content = readFileSync(join(ROOT, 'dist', `${bundle}.js`), 'utf8');
    assert.doesNotMatch(content, /createTelemetryLogger|isTelemetryEnabled|applicationinsights/, bundle);
  }
});
