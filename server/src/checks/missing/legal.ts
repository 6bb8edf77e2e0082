import { requiredField } from '../../facts/index.ts';

/**
 * The provision that asks for a part, by the part's id among the required fields: of several the regulation's own
 * subdivision, which spells out what a determination holds.
 */
export const law = (id: string): string => {
  const provisions = requiredField(id)?.legal ?? [];
  return (
    provisions.find((provision) => provision.startsWith('8 CCR') && provision.includes('(')) ?? provisions[0] ?? ''
  );
};
