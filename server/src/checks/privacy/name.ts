import type { Leaf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { identifier, isRedacted } from './redact.ts';

/**
 * A name where the form prints that of the injured worker, or the person to whom the letter is addressed.
 *
 *     Employee Name: Jo Doe
 *
 * Copies that are posted in public have nothing there.
 */
export const privacyName: Check = identifier({
  code: 'privacy.name',
  title: 'The name of the injured worker or of the addressee stands in the letter.',
  run: ({ header, cover }) => [
    ...namedAt(cover?.addressee, 'The person the letter is addressed to is named.'),
    ...namedAt(header?.fields.employee?.printed, 'The injured worker is named.'),
  ],
});

const namedAt = (printed: Leaf<string> | null | undefined, message: string): readonly Found[] =>
  printed && !isRedacted(printed.value) ? [{ span: printed.span, message }] : [];
