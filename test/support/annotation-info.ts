import type { AnnotationInfo } from '../../server/src/protocol.ts';

/** One's own confirmed annotation of a drug on the first four characters, but for what is given. */
export const annotationInfo = (more: Partial<AnnotationInfo> = {}): AnnotationInfo => ({
  id: 'id-1',
  ranges: [{ start: { line: 0, character: 0 }, end: { line: 0, character: 4 } }],
  words: 'some words',
  label: 'drug',
  title: 'Drug',
  group: 4,
  value: null,
  state: 'confirmed',
  sic: false,
  note: null,
  author: 'ma',
  mine: true,
  edited: false,
  rule: null,
  parsed: null,
  letter: 1,
  section: 'Issue 1',
  ...more,
});
