// `npm run bench [-- parse,hover,annotations,edit,start,memory,export,size]`: builds, then measures against the budgets of docs/architecture.md.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;

const built = node('scripts/build.mjs');
const measured = built && node('--expose-gc', '--import', 'tsx', 'test/bench/main.ts', ...process.argv.slice(2));
process.exitCode = measured ? 0 : 1;
