import { test } from 'node:test';
import { type Diagnostic, MarkupKind } from 'vscode-languageserver';
import { checkLetter } from '../../server/src/checks/index.ts';
import { codeActions, type EditTarget } from '../../server/src/features/codeActions.ts';
import { folding } from '../../server/src/features/folding.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { issueLenses, letterLenses } from '../../server/src/features/lenses.ts';
import { documentLinks } from '../../server/src/features/links.ts';
import { outline } from '../../server/src/features/outline.ts';
import { rangeOf } from '../../server/src/features/range.ts';
import { selectionRange } from '../../server/src/features/selection.ts';
import { mentionsOf } from '../../server/src/features/subjects.ts';
import type { Citation, Letter } from '../../server/src/letter/model.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { samples } from '../properties/letters.ts';
import {
  drawAction,
  drawFolding,
  drawHints,
  drawHover,
  drawLenses,
  drawLinks,
  drawMentions,
  drawOutline,
  drawRange,
  drawSelection,
} from './draw.ts';
import { matchesGolden } from './golden.ts';

const URI = 'file:///letter.imr';
const TARGET: EditTarget = {
  uri: URI,
  version: 1,
  documentChanges: true,
  snippets: true,
  previews: false,
  commands: true,
};

const ALL_HINTS = { dates: true, generics: true, pages: true };

const citationsOf = (letter: Letter): readonly Citation[] =>
  letter.issues
    .flatMap((issue) => [issue.claimsAdministrator, issue.expertReviewer])
    .flatMap((basis) => basis?.citations ?? []);

const hovers = (letter: Letter, kind: MarkupKind): string =>
  citationsOf(letter)
    .map(({ span }) => drawHover(letter, hover(letter, span.start, kind)))
    .join('\n\n');

const lenses = (letter: Letter, number: number): string =>
  drawLenses([...letterLenses(letter, number, URI, checkLetter(letter).length), ...issueLenses(letter, number, URI)]);

/** The problems of a letter, each with what can be done about it. */
const actions = (letter: Letter): string =>
  checkLetter(letter)
    .map((problem) => {
      const diagnostic: Diagnostic = { range: rangeOf(letter, problem.span), message: problem.message };
      const drawn = codeActions(letter, [{ problem, diagnostic, drafts: null }], TARGET).map(drawAction);
      return [drawRange(letter, diagnostic.range), `       ${problem.severity}: ${problem.message}`, ...drawn].join(
        '\n',
      );
    })
    .join('\n\n');

/** What grows around the first page or year that is cited, and around the first word of the first rationale. */
const selections = (letter: Letter): string => {
  const [cited] = citationsOf(letter);
  const rationale = letter.issues[0]?.rationale?.printed;
  return [cited?.sections[0] ?? cited?.year ?? cited, rationale]
    .flatMap((place) => (place ? [drawSelection(letter, selectionRange(letter, place.span.start))] : []))
    .join('\n\n');
};

/** One drawing a feature: all the letters of a document, one below the other. */
const DRAWINGS: Readonly<Record<string, (letter: Letter, number: number, alone: boolean) => string>> = {
  outline: (letter, number) => drawOutline(letter, outline(letter, number)),
  folding: (letter, _, alone) => drawFolding(letter, folding(letter, alone)),
  hover: (letter) => hovers(letter, MarkupKind.PlainText),
  lenses,
  actions,
  selection: selections,
  links: (letter) => drawLinks(letter, documentLinks(letter)),
  hints: (letter) => drawHints(letter, inlayHints(letter, { start: 0, end: letter.text.length }, ALL_HINTS)),
  mentions: (letter) =>
    drawMentions(
      letter,
      mentionsOf(letter).map(({ subject, span, citation }) => [subject, rangeOf(letter, span), citation !== null]),
    ),
};

for (const [sample, text] of samples) {
  const letters = parse(text);
  for (const [feature, draw] of Object.entries(DRAWINGS)) {
    test(`${feature} of ${sample} is drawn as before`, () => {
      const drawing = letters
        .map(({ letter, number }) => draw(letter, number, letters.length === 1))
        .map((drawn) => drawn || 'nothing')
        .join('\n\n--- next letter\n\n');
      matchesGolden(`${feature}/${sample.replace('.imr.txt', '')}`, drawing);
    });
  }
}

test('hover in Markdown is drawn as before', () => {
  const [placed] = parse(samples.get('prose-2014-double-spaced.imr.txt') ?? '');
  matchesGolden('hover/markdown', placed ? hovers(placed.letter, MarkupKind.Markdown) : '');
});
