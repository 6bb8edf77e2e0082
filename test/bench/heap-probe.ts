// Loaded into the server before its own code: on SIGUSR2 it collects garbage and writes the bytes in use to pipe 3, without
// those of compiled code, which grows for as long as engines find more to compile.
import { writeSync } from 'node:fs';
import { getHeapSpaceStatistics } from 'node:v8';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const data = getHeapSpaceStatistics().filter(({ space_name: name }) => !name.startsWith('code'));
  writeSync(3, `${data.reduce((sum, { space_used_size: size }) => sum + size, 0)}\n`);
});
