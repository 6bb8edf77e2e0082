/**
 * Loaded before every test file by `npm test`: properties try the same values in every run, so that a failure is never a
 * chance. With FUZZ set (test/properties/letters.ts) they try new ones.
 */
import fc from 'fast-check';

if (process.env['FUZZ'] === undefined) fc.configureGlobal({ seed: 20130101 });
