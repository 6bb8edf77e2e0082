import type { Plugin } from 'esbuild';

/** An esbuild plugin that keeps every table of facts as a deflated text, unpacked at first use. */
export declare const factsPlugin: () => Plugin;
