// Loaded into a program before its own code: at its end it writes the most memory it has held, in bytes, to pipe 3. By
// `require`, since a module would have each of its threads begin a tenth of a second later.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeSync(3, `${process.resourceUsage().maxRSS * 1024}`));
