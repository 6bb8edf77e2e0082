/**
 * Makes the extension's package, `imr-letters-VERSION.vsix`: `npm run package [-- [--no-build] [--out FILE]]`.
 * What goes in is the allow-list of .vscodeignore.
 */
import { spawnSync } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { packagedReadme } from './readme.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({ options: { 'no-build': { type: 'boolean', default: false }, out: { type: 'string' } } });

if (!values['no-build']) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
const packagePath = resolve(values.out ?? join(ROOT, `${name}-${version}.vsix`));
/** From the project's folder; it goes in as the package's readme.md. */
const README = 'dist/README.md';
try {
  await writeFile(join(ROOT, README), packagedReadme(await readFile(join(ROOT, 'README.md'), 'utf8')));
  // Everything is bundled, so no dependency goes in. The readme has no links left that vsce could mend.
  await createVSIX({
    cwd: ROOT,
    packagePath,
    readmePath: README,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  console.log(`${packagePath} (${((await stat(packagePath)).size / 1024).toFixed(0)} KB)`);
} catch (error) {
  console.error(`The package cannot be made: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
