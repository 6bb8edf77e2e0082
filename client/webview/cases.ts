import type { Outcome } from '../../server/src/protocol.ts';
import { sorted } from '../src/cases/columns.ts';
import { filtered, NO_FILTER } from '../src/cases/filter.ts';
import type { CasesState, Chosen, FromCases, ToCases } from '../src/cases/messages.ts';
import { type CaseRow, caseRows } from '../src/cases/rows.ts';
import { make, withRole } from './dom.ts';
import { Figures } from './figures.ts';
import { hostOf } from './host.ts';
import { Table } from './table.ts';
import { Toolbar } from './toolbar.ts';
import './cases.css';

/* The page of cases: keeps the rows of all letters, and shows those that are asked for as a table or as figures. */

/** While letters are read, what is shown is made anew this often at most, in milliseconds. */
const BREATH_MS = 400;

const NUMBER = new Intl.NumberFormat('en-US');

const host = hostOf<FromCases, CasesState>();
const kept: CasesState = {
  filter: NO_FILTER,
  sort: { column: 'case', descending: false },
  figures: false,
  ...host.getState(),
};

const documents = new Map<string, readonly CaseRow[]>();
let all: readonly CaseRow[] = [];
let shown: readonly CaseRow[] = [];
let outcomes: readonly Outcome[] = [];
let { sort, figures: showsFigures } = kept;

const toolbar = new Toolbar({ ...NO_FILTER, ...kept.filter }, () => refresh(true));
const table = new Table({
  onSort: (column) => {
    sort = { column, descending: sort.column === column && !sort.descending };
    refresh(true);
  },
  onOpen: ({ uri, line }) => host.postMessage({ kind: 'open', place: { uri, line } }),
});
const figures = new Figures();

const button = (text: string, onClick: () => void, className = 'secondary'): HTMLButtonElement => {
  const element = make('button', { type: 'button', className, textContent: text });
  element.addEventListener('click', onClick);
  return element;
};

const show = (isFigures: boolean): void => {
  showsFigures = isFigures;
  refresh(false);
};
const asTable = button('Table', () => show(false));
const asFigures = button('Figures', () => show(true));
const views = withRole(make('div', { className: 'views' }, asTable, asFigures), 'group', { label: 'View' });
const count = withRole(make('span', { className: 'count' }), 'status');
const progress = withRole(make('span', { className: 'progress' }), 'status');
const stop = button('Stop', () => host.postMessage({ kind: 'stop' }));
const goOn = button('Go On', () => host.postMessage({ kind: 'goOn' }));
const exports = button('Export What Is Shown…', () => host.postMessage({ kind: 'export', documents: chosen() }), '');

/** The letters that are shown, by their documents, in the order of the table. */
const chosen = (): readonly Chosen[] => {
  const letters = new Map<string, number[]>();
  for (const { uri, letter } of shown) letters.set(uri, [...(letters.get(uri) ?? []), letter]);
  return [...letters].map(([uri, numbers]) => ({ uri, letters: numbers }));
};

const countText = (): string => {
  const total = `${NUMBER.format(all.length)} ${all.length === 1 ? 'letter' : 'letters'}`;
  return shown.length === all.length ? total : `${NUMBER.format(shown.length)} of ${total}`;
};

/** Shows what there is by now. `fromStart`: other rows than before. */
const refresh = (fromStart: boolean): void => {
  const { filter } = toolbar;
  shown = sorted(filtered(all, filter), sort);
  count.textContent = countText();
  exports.disabled = shown.length === 0;
  asTable.setAttribute('aria-pressed', String(!showsFigures));
  asFigures.setAttribute('aria-pressed', String(showsFigures));
  table.element.hidden = showsFigures;
  figures.element.hidden = !showsFigures;
  if (showsFigures) figures.show(shown, outcomes);
  else table.show(shown, sort, fromStart);
  host.setState({ filter, sort, figures: showsFigures });
};

let timer: ReturnType<typeof setTimeout> | undefined;

const gather = (): void => {
  clearTimeout(timer);
  timer = undefined;
  all = [...documents.values()].flat();
  toolbar.offer(all);
  refresh(false);
};

/** Soon; what comes meanwhile is shown with it. */
const refreshSoon = (): void => {
  timer ??= setTimeout(gather, all.length === 0 ? 0 : BREATH_MS);
};

const hear = (message: ToCases): void => {
  switch (message.kind) {
    case 'clear':
      documents.clear();
      return refreshSoon();
    case 'gone':
      for (const uri of documents.keys()) if (uri.startsWith(`${message.uri}/`)) documents.delete(uri);
      return refreshSoon();
    case 'rows':
      outcomes = message.outcomes;
      for (const { uri, path, letters } of message.documents) {
        if (letters.length > 0) documents.set(uri, caseRows(path, letters));
        else documents.delete(uri);
      }
      return refreshSoon();
    case 'progress':
      // Each step of many would be read out; the end of it is worth it.
      for (const told of [count, progress]) told.ariaLive = message.state === 'reading' ? 'off' : 'polite';
      progress.textContent = message.text;
      stop.hidden = message.state !== 'reading';
      goOn.hidden = message.state !== 'stopped';
      if (message.state !== 'reading' && timer !== undefined) gather();
      return undefined;
  }
};

const main = document.getElementById('main') ?? document.body;
main.append(
  make('h1', { textContent: 'IMR cases' }),
  toolbar.element,
  make('div', { className: 'bar' }, views, count, exports, progress, stop, goOn),
  table.element,
  figures.element,
);
[stop.hidden, goOn.hidden] = [true, true];
refresh(true);
window.addEventListener('message', ({ data }: MessageEvent<ToCases>) => hear(data));
host.postMessage({ kind: 'ready' });
