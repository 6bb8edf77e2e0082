/** A folder with a letter that two people have annotated. */

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { baseOf } from '../../../server/src/annotations/hash.ts';
import { DEFAULT_LABELS, indexLabels } from '../../../server/src/annotations/labels/labels.ts';
import { machineLayer } from '../../../server/src/annotations/machine.ts';
import type { Annotation } from '../../../server/src/annotations/model.ts';
import { eventLine } from '../../../server/src/annotations/store/event.ts';
import { readStore } from '../../../server/src/annotations/store/layer.ts';
import { basePath, storePath } from '../../../server/src/annotations/store/paths.ts';
import { toCase } from '../../../server/src/case/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { workFolder } from './run.ts';

export const NAME =
  readdirSync(path.join(workFolder(), 'samples')).find((name) => name.endsWith('.imr.txt')) ?? assert.fail();
export const LETTER = `letters/2015/${NAME}`;
export const AT = '2026-02-03T04:05:06.000Z';

/** A folder with a letter, as `letters/2015/…`, whose values two people have judged: jo differs in the decision, and lacks one. */
export const annotatedFolder = () => {
  const cwd = workFolder();
  const text = readFileSync(path.join(cwd, 'samples', NAME), 'utf8');
  mkdirSync(path.join(cwd, 'letters/2015'), { recursive: true });
  cpSync(path.join(cwd, 'samples', NAME), path.join(cwd, LETTER));
  const base = baseOf(text);
  const records = parse(text).map((placed) => toCase(placed, null));
  const { annotations } = machineLayer(text, base, records, indexLabels(DEFAULT_LABELS), '1');
  const write = (author: string, own: readonly Annotation[]): void => {
    const lines = own.map(({ id, origin, label, passage, value, sic, note, state }, i) =>
      eventLine({
        op: 'add',
        id,
        origin,
        content: { label, passage, value, state, sic, note },
        n: i + 1,
        at: AT,
        by: author,
      }),
    );
    const file = path.join(cwd, storePath(LETTER, author));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, lines.join(''));
  };
  const isDecision = ({ origin }: Annotation): boolean =>
    origin.kind === 'rule' && origin.rule === '/issues/0/decision';
  write(
    'ma',
    annotations.map((one) => ({ ...one, state: 'confirmed' as const })),
  );
  write(
    'jo',
    annotations
      .slice(0, -1)
      .map((one) =>
        isDecision(one)
          ? { ...one, state: 'corrected' as const, value: 'modified' }
          : { ...one, state: 'confirmed' as const },
      ),
  );
  const baseFile = path.join(cwd, basePath(base.hash));
  mkdirSync(path.dirname(baseFile), { recursive: true });
  writeFileSync(baseFile, base.units.text);
  return { cwd, text, annotations };
};

export const storeOf = (cwd: string, author: string, letter = LETTER) => {
  const file = path.join(cwd, storePath(letter, author));
  return readStore(file, readFileSync(file, 'utf8'), author).value.layer.annotations;
};
