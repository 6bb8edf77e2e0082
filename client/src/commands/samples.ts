/** The invented letters that the walkthrough opens, by the argument of `imr.openSample`; files of samples/. */
export const SAMPLES = {
  sound: 'credentials-2015-several-issues.imr.txt',
  damaged: 'damaged-fields.imr.txt',
} as const;

/** The file for a command's argument; a sound letter where it names none. */
export const sampleFile = (argument: unknown): string => (argument === 'damaged' ? SAMPLES.damaged : SAMPLES.sound);
