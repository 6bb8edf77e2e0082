import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { flagsOf } from '../../../server/src/cli/engine.ts';

describe('what the engine is asked for a run of many letters', () => {
  it('is something that this engine knows', () => {
    const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8', maxBuffer: 1e7 });
    for (const flag of flagsOf(process.versions.v8)) {
      const [name = ''] = flag.split('=');
      assert.ok(options.includes(`${name} (`), name);
    }
  });

  it('is nothing of an engine that it was not measured with', () => {
    assert.notDeepEqual(flagsOf('11.3.244.8-node.33'), []);
    assert.deepEqual(flagsOf('12.4.254.21-node.57'), []);
    assert.deepEqual(flagsOf('111.3.1'), []);
  });
});
