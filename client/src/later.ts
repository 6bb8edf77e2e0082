import { exportFolder } from './commands/exportFolder.ts';

/** The larger commands, which few sessions use. On the desktop they stand in a bundle of their own, loaded with the first. */
export const LATER = { exportFolder };
