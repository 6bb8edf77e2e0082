import { choicesOf, FACET_NAMES, FACETS, type Facet, type Filter, NO_FILTER } from '../src/cases/filter.ts';
import type { CaseRow } from '../src/cases/rows.ts';
import { make } from './dom.ts';

/** A key is pressed again within this time more often than not, in milliseconds. */
const TYPING_MS = 120;
/** Of more values the rarest are left out; the search finds them. */
const MOST_CHOICES = 200;

/** The search and the filters. */
export class Toolbar {
  readonly element = make('div', { className: 'toolbar' });
  readonly #search = make('input', { type: 'search', placeholder: 'Case, treatment, guideline, file…' });
  readonly #selects: ReadonlyMap<Facet, HTMLSelectElement>;
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #filter: Filter;

  constructor(filter: Filter, onChange: () => void) {
    this.#filter = filter;
    this.#onChange = onChange;
    this.#search.value = filter.words;
    this.#search.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#take(), TYPING_MS);
    });
    this.#selects = new Map(FACET_NAMES.map((facet) => [facet, make('select')]));
    const clear = make('button', { type: 'button', className: 'secondary', textContent: 'Clear' });
    clear.addEventListener('click', () => this.#clear());
    const labels = [...this.#selects].map(([facet, select]) => {
      select.addEventListener('change', () => this.#take());
      return make('label', {}, make('span', { textContent: FACETS[facet].title }), select);
    });
    const search = make('label', { className: 'search' }, make('span', { textContent: 'Search' }), this.#search);
    this.element.append(search, ...labels, clear);
  }

  get filter(): Filter {
    return this.#filter;
  }

  /** Offers the values that these rows have. What is chosen stays chosen. */
  offer(rows: readonly CaseRow[]): void {
    for (const [facet, select] of this.#selects) {
      const chosen = this.#filter[facet];
      const choices = choicesOf(rows, facet).slice(0, MOST_CHOICES);
      const options = choices.map(([value, count]) => optionOf(value, `${value} (${count})`, chosen));
      const isThere = chosen === '' || choices.some(([value]) => value === chosen);
      select.replaceChildren(
        optionOf('', 'Any', chosen),
        ...(isThere ? [] : [optionOf(chosen, chosen, chosen)]),
        ...options,
      );
    }
  }

  #take(): void {
    const chosen = [...this.#selects].map(([facet, select]) => [facet, select.value]);
    this.#filter = { ...NO_FILTER, ...Object.fromEntries(chosen), words: this.#search.value };
    this.#onChange();
  }

  #clear(): void {
    this.#search.value = '';
    for (const select of this.#selects.values()) select.value = '';
    this.#take();
  }
}

const optionOf = (value: string, text: string, chosen: string): HTMLOptionElement =>
  make('option', { value, textContent: text, selected: value === chosen });
