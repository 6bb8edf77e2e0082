import { BIO } from './bio.ts';
import { readBrat } from './brat-read.ts';
import { writeBrat } from './brat-write.ts';
import type { Format } from './format.ts';
import { DOCCANO, PRODIGY } from './jsonl.ts';
import { W3C } from './w3c.ts';

export const ANNOTATION_FORMATS = ['brat', 'w3c', 'doccano', 'prodigy', 'bio'] as const;
export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number];

const BRAT: Format = {
  title: 'brat',
  detail: 'brat standoff: a .ann beside the text of each letter, and the labels in annotation.conf',
  perLetter: true,
  write: writeBrat,
  read: readBrat,
};

/** The formats of annotations, each both ways. */
export const ANNOTATION_WRITERS: Readonly<Record<AnnotationFormat, Format>> = {
  brat: BRAT,
  w3c: W3C,
  doccano: DOCCANO,
  prodigy: PRODIGY,
  bio: BIO,
};
