import { COLUMNS, type Sort } from '../src/cases/columns.ts';
import type { CaseRow } from '../src/cases/rows.ts';
import { rowReached, windowOf } from '../src/cases/window.ts';
import { make, withRole } from './dom.ts';

/** In pixels, as the style has it. */
const ROW_HEIGHT = 26;

export interface TableEvents {
  readonly onSort: (column: string) => void;
  readonly onOpen: (row: CaseRow) => void;
}

/** A table of which only the rows in view are drawn, so that it may have any number of them. */
export class Table {
  readonly element = withRole(make('div', { className: 'grid' }), 'grid', {
    label: 'Letters',
    colcount: COLUMNS.length,
  });
  readonly #body = withRole(make('div', { className: 'rows' }), 'rowgroup');
  readonly #heads: ReadonlyMap<string, HTMLElement>;
  readonly #drawn = new Map<number, HTMLElement>();
  readonly #events: TableEvents;
  #rows: readonly CaseRow[] = [];
  /** The row that the keyboard is on; it stays drawn wherever the table is scrolled. */
  #active = 0;
  #isDue = false;

  constructor(events: TableEvents) {
    this.#events = events;
    this.#heads = new Map(COLUMNS.map(({ id, title }) => [id, headOf(title, () => events.onSort(id))]));
    const head = withRole(make('div', { className: 'row head' }, ...this.#heads.values()), 'row', { rowindex: 1 });
    this.element.style.setProperty('--columns', COLUMNS.map(({ width }) => width).join(' '));
    this.element.append(withRole(make('div', { className: 'heads' }, head), 'rowgroup'), this.#body);
    this.element.addEventListener('scroll', () => this.#drawSoon(), { passive: true });
    new ResizeObserver(() => this.#drawSoon()).observe(this.element);
    this.#body.addEventListener('click', (event) => this.#open(event.target));
    this.#body.addEventListener('keydown', (event) => this.#pressed(event));
  }

  /** Shows these rows; where they are others than before, from their start. */
  show(rows: readonly CaseRow[], sort: Sort, fromStart: boolean): void {
    this.#rows = rows;
    for (const [id, head] of this.#heads) {
      if (id === sort.column) head.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    this.element.setAttribute('aria-rowcount', String(rows.length + 1));
    this.#body.style.height = `${rows.length * ROW_HEIGHT}px`;
    this.#active = fromStart ? 0 : Math.max(0, Math.min(this.#active, rows.length - 1));
    if (fromStart) this.element.scrollTop = 0;
    this.#body.replaceChildren();
    this.#drawn.clear();
    this.#draw();
  }

  #drawSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#draw();
    });
  }

  #draw(): void {
    const { scrollTop: top, clientHeight: height } = this.element;
    const { first, end } = windowOf({ top, height, rowHeight: ROW_HEIGHT, count: this.#rows.length });
    const isWanted = (i: number): boolean => (i >= first && i < end) || i === this.#active;
    for (const [i, element] of this.#drawn) {
      if (isWanted(i)) continue;
      element.remove();
      this.#drawn.delete(i);
    }
    for (let i = first; i < end; i++) this.#rowAt(i);
    if (this.#rows.length > 0) this.#rowAt(this.#active).tabIndex = 0;
  }

  /** The element of a row, drawn in its place among the others: a screen reader follows the order of the page. */
  #rowAt(i: number): HTMLElement {
    const known = this.#drawn.get(i);
    const row = this.#rows[i];
    if (known || row === undefined) return known ?? this.#body;
    const cells = COLUMNS.map(({ text, title }) => cellOf(text(row), title));
    const element = withRole(make('div', { className: 'row', tabIndex: -1 }, ...cells), 'row', { rowindex: i + 2 });
    element.style.top = `${i * ROW_HEIGHT}px`;
    element.dataset['index'] = String(i);
    const next = [...this.#drawn.keys()].filter((other) => other > i);
    this.#body.insertBefore(element, this.#drawn.get(Math.min(...next)) ?? null);
    this.#drawn.set(i, element);
    return element;
  }

  #open(target: EventTarget | null): void {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    const i = Number(element?.dataset['index'] ?? -1);
    const row = this.#rows[i];
    if (row === undefined) return;
    this.#moveTo(i);
    this.#events.onOpen(row);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#open(event.target);
      return;
    }
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 2);
    const reached = rowReached(event.key, this.#active, page, this.#rows.length);
    if (reached === null) return;
    event.preventDefault();
    this.#moveTo(reached);
  }

  #moveTo(i: number): void {
    const before = this.#drawn.get(this.#active);
    if (before) before.tabIndex = -1;
    this.#active = i;
    const head = this.#body.offsetTop;
    const [top, bottom] = [i * ROW_HEIGHT, (i + 1) * ROW_HEIGHT];
    const room = this.element.clientHeight - head;
    if (top < this.element.scrollTop) this.element.scrollTop = top;
    else if (bottom > this.element.scrollTop + room) this.element.scrollTop = bottom - room;
    this.#draw();
    this.#rowAt(i).focus({ preventScroll: true });
  }
}

const headOf = (title: string, onClick: () => void): HTMLElement => {
  const button = make('button', { type: 'button', textContent: title });
  button.addEventListener('click', onClick);
  return withRole(make('div', { className: 'cell' }, button), 'columnheader');
};

const cellOf = (text: string, title: string): HTMLElement =>
  withRole(
    make('div', { className: 'cell', textContent: text, title: text === '' ? `${title}: not stated` : text }),
    'gridcell',
  );
