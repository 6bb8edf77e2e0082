import { type Block, briefOf } from './brief.ts';
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

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}\n`;
    case 'text':
      return `${escaped(block.text)}\n`;
    case 'list':
      return lines(block.items.map(escaped));
    case 'facts':
      return lines(block.facts.map(({ label, value }) => `**${label}:** ${escaped(value)}`));
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
