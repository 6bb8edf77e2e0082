/** The kind of the panel, by which VS Code brings it back; the manifest wakes the extension for it. */
export const CASES_VIEW = 'imr.cases';
