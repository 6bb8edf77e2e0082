import { type Block, briefOf, type Words } from './brief.ts';
import type { Case } from './case.ts';
import { textFile } from './text-file.ts';
import type { CaseWriter } from './writer.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** How words are set, given what they are and their text, escaped. */
type Setting = (words: Words, escaped: string) => string;

/** Each text finds its own direction, so that one from right to left turns nothing around it. */
const element = (name: string, words: readonly Words[], set: Setting): string =>
  `<${name} dir="auto">${words.map((each) => set(each, escaped(each.text))).join('; ')}</${name}>\n`;

const blockHtml = (block: Block, set: Setting): string => {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level}`, [block.words], set);
    case 'text':
      return element('p', [block.words], set);
    case 'list':
      return `<ul>\n${block.items.map((item) => element('li', [item], set)).join('')}</ul>\n`;
    case 'facts': {
      const rows = block.facts.map(({ label, values }) => `<dt>${escaped(label)}</dt>\n${element('dd', values, set)}`);
      return `<dl>\n${rows.join('')}</dl>\n`;
    }
  }
};

/** A record's brief as an element of a page. */
export const briefHtml = (record: Case, set: Setting): string => {
  const blocks = briefOf(record).map((block) => blockHtml(block, set));
  return `<article>\n${blocks.join('')}</article>\n`;
};

const STYLE = `:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
article + article { margin-top: 3rem; border-top: 1px solid; break-before: page; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; } h3 { font-size: 1rem; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
`;

/** A page without script, that may load nothing. */
const head = (title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
`;

const TAIL = `</main>
</body>
</html>
`;

/** The first heading of a piece, escaped as it stands there. */
const titleIn = (piece: string): string => /<h1[^>]*>([^<]*)/.exec(piece)?.[1] ?? '';

/** A case brief as an HTML page, to hand on or print. */
export const htmlWriter: CaseWriter = [
  textFile({
    name: 'cases',
    piece: (record) => briefHtml(record, (_words, text) => text),
    alone: (piece) => head(titleIn(piece)) + piece + TAIL,
    open: () => head('Independent Medical Review cases'),
    between: '',
    close: TAIL,
  }),
];
