import { type Block, briefOf, type Words } from './brief.ts';
import { textFile } from './text-file.ts';
import type { CaseWriter } from './writer.ts';

/** What begins markup anywhere in a line. */
const MARKUP = /[\\`*_[\]<>&~|#!$^@{}]/g;
/** What begins a block at the start of a line. */
const BLOCK = /^(?:[-+=:]|\d+(?=[.)]))/;

/** A text as Markdown that shows it and nothing else: no markup, no formula, no link made of an address. */
const escaped = (text: string): string =>
  text
    .replace(MARKUP, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/(www|mailto|xmpp)([.:])/gi, '$1\\$2')
    .replace(BLOCK, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));

const lines = (texts: readonly string[]): string => texts.map((text) => `- ${text}\n`).join('');

const wordsText = ({ text }: Words): string => escaped(text);

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${wordsText(block.words)}\n`;
    case 'text':
      return `${wordsText(block.words)}\n`;
    case 'list':
      return lines(block.items.map(wordsText));
    case 'facts':
      return lines(block.facts.map(({ label, values }) => `**${label}:** ${values.map(wordsText).join('; ')}`));
  }
};

/** A case brief as Markdown (CommonMark), for notes, issues and mails. */
export const markdownWriter: CaseWriter = [
  textFile({
    name: 'cases',
    piece: (record) => briefOf(record).map(blockText).join('\n'),
    open: () => '',
    between: '\n---\n\n',
    close: '',
  }),
];
