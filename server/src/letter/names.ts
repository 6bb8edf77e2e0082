/** Does the name alone say that the file holds letters? */
export const isLetterName = (name: string): boolean => /\.imr(?:\.txt)?$/i.test(name);

/** May a file of this name hold letters? A plain text may; whether it does is told by its content. `.imr` is no such name. */
export const mayHoldLetters = (name: string): boolean => /.\.(?:txt|imr)$/i.test(name);

/** Folders that are passed over when a folder is searched for letters. */
export const isPassedOver = (folder: string): boolean => folder.startsWith('.') || folder === 'node_modules';
