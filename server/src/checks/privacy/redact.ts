import type { Check, Fix, Found } from '../check.ts';

const REDACTED = '[redacted]';

/** What all checks of identifiers have in common: they speak where a setting asks for it, and offer to take it out. */
export const identifier = (check: Pick<Check, 'code' | 'title' | 'run'>): Check => ({
  ...check,
  severity: 'warning',
  offByDefault: true,
  category: 'privacy',
  fixes: ({ span }: Found): readonly Fix[] => [
    { title: `Put “${REDACTED}” in its place`, edits: [{ span, text: REDACTED }], preferred: false },
  ],
});

/** Has the printed text been taken out already: nothing to be read, or the word for it? */
export const isRedacted = (printed: string): boolean =>
  !/[a-z\d]/i.test(printed) || /redact|withheld|x{4}/i.test(printed);
