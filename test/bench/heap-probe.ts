// Loaded into the server before its own code: on SIGUSR2 it collects garbage and writes the bytes in use to pipe 3.
import { writeSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  writeSync(3, `${process.memoryUsage().heapUsed}\n`);
});
