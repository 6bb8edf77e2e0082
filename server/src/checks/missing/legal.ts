import { requiredField } from '../../facts/index.ts';
import { lazyBy } from '../../facts/lazy.ts';

/**
 * The provision that asks for a part, by the part's id among the required fields: of several the regulation's own
 * subdivision, which spells out what a determination holds. Looked up when first asked for: a start needs no table.
 */
export const law = lazyBy((id: string): string => {
  const provisions = requiredField(id)?.legal ?? [];
  return (
    provisions.find((provision) => provision.startsWith('8 CCR') && provision.includes('(')) ?? provisions[0] ?? ''
  );
});
