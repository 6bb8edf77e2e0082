// Keeps every door to a network out of the bundles (docs/architecture.md, "no network").
//
// The language server packages load `net` for their socket and pipe transports and `child_process` to look for npm's
// global folder. Letters go over stdio, IPC or a worker's port only, so those modules are replaced by one that refuses:
// a bundle cannot open a socket even by mistake, and test/lsp/bundles.test.ts finds no trace of one.

const NETWORK = ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'dns/promises', 'inspector'];
const PROCESSES = ['child_process'];

const REFUSAL = `
const refuse = () => { throw new Error('IMR Letters opens no connection and starts no process here.'); };
module.exports = { createServer: refuse, createConnection: refuse, fork: refuse, spawn: refuse, spawnSync: refuse };
`;

/**
 * An esbuild plugin that replaces the modules of Node that reach a network; with `processes: false`, those that start a
 * process as well. Only the client may start one: the server.
 */
export const noNetwork = ({ processes }) => ({
  name: 'no-network',
  setup(build) {
    const names = processes ? NETWORK : [...NETWORK, ...PROCESSES];
    build.onResolve({ filter: new RegExp(`^(?:node:)?(?:${names.join('|')})$`) }, ({ path }) => ({
      path: path.replace(/^node:/, ''),
      namespace: 'no-network',
    }));
    build.onLoad({ filter: /.*/, namespace: 'no-network' }, () => ({ contents: REFUSAL, loader: 'js' }));
  },
});
