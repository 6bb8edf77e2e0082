// The language server as the extension starts it, in a process of its own: `--node-ipc`, else standard input and output.
import { runLsp } from './cli/lsp.ts';

runLsp(process.argv.includes('--node-ipc') ? 'ipc' : 'stdio');
