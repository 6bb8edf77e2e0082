import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

interface Answer {
  readonly filetype: string;
  readonly symbols: readonly { readonly name: string; readonly children?: readonly { readonly name: string }[] }[];
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
  readonly hover: { readonly contents: { readonly value: string } } | null;
  readonly fix?: string;
  readonly after?: number;
  readonly lines: readonly string[];
}

const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout?.split('\n', 1)[0];

/** Opens a copy of the letter in Neovim, which speaks to the bundled command with its own client. */
const inNeovim = (letter: string): Answer => {
  const folder = mkdtempSync(path.join(tmpdir(), 'imr-neovim-'));
  try {
    const file = path.join(folder, 'letter.imr.txt');
    const answer = path.join(folder, 'answer.json');
    copyFileSync(letter, file);
    const script = `lua arg = { ${JSON.stringify(file)}, ${JSON.stringify(answer)} }; dofile(${JSON.stringify(at('neovim.lua'))})`;
    const IMR_SERVER = JSON.stringify([process.execPath, at('../../dist/cli.js'), 'lsp', '--stdio']);
    const { status, stderr } = spawnSync('nvim', ['--clean', '--headless', '-n', '-c', script], {
      cwd: folder,
      env: { ...process.env, IMR_SERVER },
      encoding: 'utf8',
      timeout: 120_000,
    });
    assert.equal(status, 0, stderr);
    return JSON.parse(readFileSync(answer, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

if (version === undefined) {
  console.log('Neovim is not installed: its client is not tried.');
} else {
  test(`${version}: outline, hover, problems and a fix over its own client`, () => {
    const letter = at('../../samples/damaged-fields.imr.txt');
    const { filetype, symbols, diagnostics, hover, fix, after, lines } = inNeovim(letter);
    assert.equal(filetype, 'imr-letter');
    assert.match(symbols[0]?.name ?? '', /^Case CM/);
    assert.ok(symbols[0]?.children?.some(({ name }) => name === 'Issues, decisions and rationales'));
    assert.ok(diagnostics.some(({ code }) => code === 'missing.decision'));
    assert.match(hover?.contents.value ?? '', /MTUS|Medical Treatment Utilization Schedule/);
    assert.ok(fix);
    assert.equal(after, diagnostics.length - 1);
    assert.notDeepEqual(lines, readFileSync(letter, 'utf8').trimEnd().split('\n'));
  });
}
