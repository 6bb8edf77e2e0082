import type { CaseFormat } from '../case/index.ts';
import type { CheckSettings } from '../checks/index.ts';
import type { Work } from './batch.ts';

export const CHECK_FORMATS = ['text', 'json', 'sarif'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];
export const OUTLINE_FORMATS = ['text', 'json'] as const;
export type OutlineFormat = (typeof OUTLINE_FORMATS)[number];

/** What a command wants done with each document: data, so that it can be sent to a thread. */
export type Order =
  | {
      readonly command: 'export';
      readonly format: CaseFormat;
      /** The places of the wanted files among those of the format. */
      readonly files: readonly number[];
      /** Gives the pieces of each letter as a JSON array. */
      readonly byLetter: boolean;
      /** The paths up to which notes are looked for. */
      readonly roots: readonly string[] | null;
    }
  | {
      readonly command: 'check';
      readonly format: CheckFormat;
      readonly settings: CheckSettings;
      /** The paths up to which notes are looked for; null to see all problems. */
      readonly roots: readonly string[] | null;
    }
  | { readonly command: 'outline'; readonly format: OutlineFormat };

/** The work of an order. What only one command needs is loaded with it. */
export const workOf = async (order: Order): Promise<Work> => {
  switch (order.command) {
    case 'export':
      return (await import('./export-work.ts')).exportWork(order);
    case 'check':
      return (await import('./check-work.ts')).checkWork(order);
    case 'outline':
      return (await import('./outline-work.ts')).outlineWork(order);
  }
};
