// Keeps the writers of exports out of the server's start and out of its bundle: they stand in a bundle of their own beside it
// that is loaded when the first of them is wanted.

const WRITERS = './writers.js';

/** What stands in the place of server/src/case/writers.ts: each of its writers is asked of the file beside the bundle. */
const STAND_IN = `
const writers = () => require('${WRITERS}').CASE_WRITERS;
export const CASE_WRITERS = new Proxy({}, { get: (_, format) => writers()[format] });
`;

/** An esbuild plugin for a bundle that leaves the writers to `dist/writers.js`. */
export const writersApart = () => ({
  name: 'writers-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/writers\.js$/ }, () => ({ path: WRITERS, external: true }));
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/]case[\\/]writers\.ts$/ }, () => ({
      contents: STAND_IN,
      loader: 'js',
    }));
  },
});
