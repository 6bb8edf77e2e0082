/**
 * Two native modules of the VS Code server cannot be built on a bare machine. Without them it runs, but its logs and
 * output channels stay empty. These take their places: each function gives what the module exports.
 */

/** `@vscode/spdlog`: writes log files. Levels are numbers from trace (0) to off (6); files are kept small by starting anew. */
function spdlog({ appendFileSync, mkdirSync, statSync, writeFileSync }, { dirname }) {
  const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
  const two = (number) => String(number).padStart(2, '0');
  const stamp = (date) =>
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ` +
    `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;

  class Logger {
    constructor(file, largest) {
      Object.assign(this, { file, largest, level: 0, plain: false });
      mkdirSync(dirname(file), { recursive: true });
    }

    write(level, text) {
      if (level < this.level) return;
      try {
        if ((statSync(this.file, { throwIfNoEntry: false })?.size ?? 0) > this.largest) writeFileSync(this.file, '');
        appendFileSync(this.file, this.plain ? text : `${stamp(new Date())} [${names[level]}] ${text}\n`);
      } catch {
        // A log that cannot be written is no reason to stop.
      }
    }

    getLevel = () => this.level;
    setLevel = (level) => (this.level = level);
    clearFormatters = () => (this.plain = true);
    setPattern = () => undefined;
    flush = () => undefined;
    drop = () => undefined;
  }
  for (const [level, name] of Object.entries(['trace', 'debug', 'info', 'warn', 'error', 'critical'])) {
    Logger.prototype[name] = function log(text) {
      this.write(Number(level), text);
    };
  }

  const create = (_name, file, largest) => Promise.resolve(new Logger(file, largest));
  return {
    createRotatingLogger: create,
    createAsyncRotatingLogger: create,
    setLevel: () => undefined,
    setFlushOn: () => undefined,
  };
}

/** `native-watchdog`: ends an extension host that outlives its server. Here the whole process group is ended instead. */
function watchdog() {
  return { start: () => undefined, exit: (code) => process.exit(code ?? 0) };
}

/** The text of a module: `make`, called with the modules it needs, and one assignment a name, by which an import finds it. */
const moduleText = (make, needs, names) =>
  [
    `const made = (${make})(${needs.map((need) => `require('${need}')`).join(', ')});`,
    ...names.map((name) => `exports.${name} = made.${name};`),
    '',
  ].join('\n');

/** Files of the installed server and their new text. */
export const SUBSTITUTES = {
  'node_modules/@vscode/spdlog/index.js': moduleText(
    spdlog,
    ['node:fs', 'node:path'],
    ['createRotatingLogger', 'createAsyncRotatingLogger', 'setLevel', 'setFlushOn'],
  ),
  'node_modules/native-watchdog/index.js': moduleText(watchdog, [], ['start', 'exit']),
};
