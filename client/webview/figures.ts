import type { Outcome } from '../../server/src/protocol.ts';
import { decidedIn, decisionsBy, decisionsIn, shareOf, type Tally } from '../src/cases/counts.ts';
import {
  described,
  drawnOf,
  FIGURES,
  type FigureInfo,
  groupsOf,
  PARTS,
  percent,
  publishedIn,
} from '../src/cases/figures.ts';
import type { CaseRow } from '../src/cases/rows.ts';
import { make, withRole } from './dom.ts';
import { groupPlot, monthPlot } from './plots.ts';

const NUMBER = new Intl.NumberFormat('en-US');

/** The figures of the letters that are shown, each with its table. */
export class Figures {
  readonly element = make('div', { className: 'figures' });
  readonly #head = make('div');
  readonly #places = FIGURES.map((info) => ({ info, place: make('div') }));
  #turn = 0;

  constructor() {
    this.element.append(this.#head, ...this.#places.map(({ place }) => place));
  }

  /** Draws one figure after the other, so that the page stands still for none of them. */
  show(rows: readonly CaseRow[], outcomes: readonly Outcome[]): void {
    const turn = ++this.#turn;
    const published = publishedIn(rows, outcomes);
    const isOpen = (place: HTMLElement): boolean => place.querySelector('details')?.open === true;
    const head = [
      make('p', { textContent: summary(rows) }),
      legend(published),
      ...publishedText(outcomes, isOpen(this.#head)),
    ];
    this.#head.replaceChildren(...head);
    const drawFrom = (at: number): void => {
      const next = this.#places[at];
      if (next === undefined || turn !== this.#turn) return;
      next.place.replaceChildren(figureOf(next.info, rows, published, isOpen(next.place)));
      setTimeout(() => drawFrom(at + 1));
    };
    drawFrom(0);
  }
}

const summary = (rows: readonly CaseRow[]): string => {
  const all = decisionsIn(rows);
  const parts = PARTS.map((part) => `${NUMBER.format(all[part])} ${part}`).join(', ');
  const open = all.undecided > 0 ? ` On ${NUMBER.format(all.undecided)} issues no decision could be read.` : '';
  const decisions = `${NUMBER.format(decidedIn(all))} decisions in ${NUMBER.format(rows.length)} letters`;
  return `${decisions}: ${parts}. Share overturned: ${percent(shareOf(all))}.${open}`;
};

const legend = (published: readonly Outcome[]): HTMLElement => {
  const items = PARTS.map((part) => make('li', { className: part, textContent: part }));
  const line = published.map(({ year, overturned }) => `${percent(overturned)} in ${year}`).join(', ');
  if (line !== '') items.push(make('li', { className: 'line', textContent: `published share overturned: ${line}` }));
  return make('ul', { className: 'legend' }, ...items);
};

const publishedText = (outcomes: readonly Outcome[], open: boolean): readonly HTMLElement[] => {
  if (outcomes.length === 0) return [];
  const lines = outcomes.map(({ year, overturned, source }) =>
    make('li', { textContent: `${year}: ${percent(overturned)} – ${source.join('; ').replaceAll('seen: ', '')}` }),
  );
  const note =
    'Share of denials that was overturned, as published. Each source counts in its own way, and the letters here may be a selection: compare with care.';
  const list = make('ul', {}, ...lines);
  return [
    make(
      'details',
      { open },
      make('summary', { textContent: 'Published shares and their sources' }),
      make('p', { textContent: note }),
      list,
    ),
  ];
};

const figureOf = (
  info: FigureInfo,
  rows: readonly CaseRow[],
  published: readonly Outcome[],
  open: boolean,
): HTMLElement => {
  const groups = groupsOf(info, decisionsBy(rows, info.grouping));
  const drawn = drawnOf(info, groups);
  const more = drawn.length < groups.length ? ` ${drawn.length} of ${groups.length} groups are drawn.` : '';
  const caption = make(
    'figcaption',
    {},
    make('h2', { textContent: info.title }),
    make('p', { textContent: info.about + more }),
  );
  const figure = make('figure', {}, caption);
  if (drawn.length > 0) {
    const picture = (info.grouping === 'month' ? monthPlot : groupPlot)(drawn, published);
    figure.append(withRole(picture, 'img', { label: described(info, drawn, groups.length) }));
  }
  const details = make('details', { open }, make('summary', { textContent: 'As a table' }), tableOf(info, groups));
  figure.append(details);
  return figure;
};

const HEADS = ['Decisions', 'Overturned', 'Modified', 'Upheld', 'Undecided', 'Share overturned'] as const;

const tableOf = ({ title, group }: FigureInfo, groups: readonly Tally[]): HTMLElement => {
  const heads = [group, ...HEADS].map((textContent) => make('th', { scope: 'col', textContent }));
  const lines = groups.map((tally) => {
    const { overturned, modified, upheld, undecided } = tally;
    const numbers = [decidedIn(tally), overturned, modified, upheld, undecided].map((number) => NUMBER.format(number));
    const cells = [...numbers, percent(shareOf(tally))].map((textContent) => make('td', { textContent }));
    return make('tr', {}, make('th', { scope: 'row', textContent: tally.name }), ...cells);
  });
  const caption = make('caption', { textContent: title });
  return make('table', {}, caption, make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...lines));
};
