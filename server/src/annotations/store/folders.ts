/** What is kept of letters beside them, from the folder that keeps it, as both client and server know it. */
export const IMR_FOLDER = '.imr';
export const ANNOTATIONS = `${IMR_FOLDER}/annotations`;
export const BASES = `${IMR_FOLDER}/base`;

/** The path of a base text by its hash, from the folder of base texts. */
export const baseName = (hash: string): string => `${hash.slice(0, 2)}/${hash}.txt`;

/** The hashes of the base texts that a file of events names, each once, in their order. */
export const basesIn = (events: string): readonly string[] => [
  ...new Set([...events.matchAll(/"base":"([0-9a-f]{64})"/g)].map(([, hash = '']) => hash)),
];

/** Does an address, or a path, lie in a folder of annotations? Nothing else may ever be removed. */
export const isOfAnnotations = (address: string): boolean => address.includes(`/${ANNOTATIONS}/`);
