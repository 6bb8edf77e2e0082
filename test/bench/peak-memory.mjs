// Loaded into a program before its own code: at its end it writes the most memory it has held, in bytes, to pipe 3.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) process.on('exit', () => writeSync(3, `${process.resourceUsage().maxRSS * 1024}`));
