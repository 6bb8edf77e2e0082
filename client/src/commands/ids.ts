import { COMMANDS } from '../../../server/src/protocol.ts';

/** Every command of the extension: those that the server names in lenses and fixes, and the client's own. */
export const COMMAND_IDS = {
  ...COMMANDS,
  copyCaseJson: 'imr.copyCaseJson',
  copyCaseMarkdown: 'imr.copyCaseMarkdown',
  exportFolder: 'imr.exportFolder',
  checkFolder: 'imr.checkFolder',
  clearProblems: 'imr.clearProblems',
  removeNotes: 'imr.removeNotes',
  showCases: 'imr.showCases',
  setLanguage: 'imr.setLanguage',
  openSample: 'imr.openSample',
  restartServer: 'imr.restartServer',
  showLog: 'imr.showLog',
} as const;

export type CommandName = keyof typeof COMMAND_IDS;
