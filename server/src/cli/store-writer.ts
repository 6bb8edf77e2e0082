import path from 'node:path';
import { anchorer } from '../annotations/anchor/anchor.ts';
import { type Annotation, GOLD } from '../annotations/model.ts';
import type { Base } from '../annotations/passage.ts';
import { type Content, eventLine, type NewEvent } from '../annotations/store/event.ts';
import { readStore } from '../annotations/store/layer.ts';
import { basePath, storePath } from '../annotations/store/paths.ts';
import { ATTRIBUTES, ATTRIBUTES_FILE } from '../notes/index.ts';
import { letterIn } from './annotated.ts';
import { AnnotationsBeside } from './annotations-beside.ts';
import { textIn } from './letters-of.ts';
import { eachFile, type FileWriter } from './output.ts';

export interface StoreOptions {
  /** The folders up to which annotations are looked for. */
  readonly roots: readonly string[];
  /** They go to the layer of what was settled. */
  readonly gold: boolean;
  /** What is there with other content is changed. */
  readonly force: boolean;
  /** Nothing is written. */
  readonly isDry: boolean;
}

/** What became of annotations that were to be kept. */
interface StoreCounts {
  added: number;
  changed: number;
  /** They were there already. */
  same: number;
  /** They were there with other content, and were left so. */
  differing: number;
  /** Of all, those whose words are not in the letter any more. */
  orphans: number;
  /** Files that tell git how to join annotations, which were not there. */
  gitFiles: number;
}

/** Keeps annotations beside letters. Each file is written anew under another name and then gets its own, so it is always whole. */
export class StoreWriter {
  readonly counts: StoreCounts = { added: 0, changed: 0, same: 0, differing: 0, orphans: 0, gitFiles: 0 };
  readonly #options: StoreOptions;
  readonly #beside: AnnotationsBeside;
  /** Files of events grow, and nothing in them is changed. */
  readonly #events: FileWriter = eachFile(true);
  /** What is there already stays. */
  readonly #others: FileWriter = eachFile(false);

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#beside = new AnnotationsBeside(options.roots);
  }

  /** How many files could not be written. */
  get failures(): number {
    return this.#events.failures() + this.#others.failures();
  }

  /** `letter` is the letter's file; the passages of the annotations are of `base`. */
  keep(letter: string, base: Base, annotations: readonly Annotation[]): void {
    if (annotations.length === 0) return;
    const file = path.resolve(letter);
    const { home } = this.#beside.of(file);
    const authors = new Map<string, Annotation[]>();
    for (const annotation of annotations) {
      const owner = this.#options.gold ? GOLD : annotation.author;
      authors.set(owner, [...(authors.get(owner) ?? []), annotation]);
    }
    const wrote = [...authors].map(([owner, own]) =>
      this.#append(home, storePath(letterIn(home, file), owner), owner, own),
    );
    if (wrote.includes(true) && !this.#options.isDry) this.#writeBeside(home, base);
    const find = anchorer(base.units, textIn(letter) ?? '');
    this.counts.orphans += annotations.filter(({ passage }) => find(passage.stretches).kind === 'orphan').length;
  }

  /** Whether there was anything to add. */
  #append(home: string, store: string, owner: string, annotations: readonly Annotation[]): boolean {
    const target = path.join(home, store);
    const text = textIn(target) ?? '';
    const { layer, next } = readStore(store, text, owner).value;
    const known = new Map(layer.annotations.map((annotation) => [annotation.id, annotation]));
    const stamped = annotations.flatMap((annotation) => this.#eventsFor(annotation, known.get(annotation.id)));
    if (stamped.length === 0) return false;
    const lines = stamped.map(({ event, at, by }, i) => eventLine({ ...event, n: next + i, at, by }));
    const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    if (!this.#options.isDry) this.#events.write(target, Buffer.from(start + lines.join('')));
    return true;
  }

  #eventsFor(annotation: Annotation, known: Annotation | undefined): readonly Stamped[] {
    const { id, origin, author: by, made, changed } = annotation;
    const content = contentOf(annotation);
    if (!known) {
      this.counts.added++;
      const added: Stamped = { event: { op: 'add', id, origin, content }, at: made, by };
      return made === changed ? [added] : [added, { event: { op: 'set', id, content: {} }, at: changed, by }];
    }
    if (isSame(annotation, known)) {
      this.counts.same++;
      return [];
    }
    if (!this.#options.force) {
      this.counts.differing++;
      return [];
    }
    this.counts.changed++;
    return [{ event: { op: 'set', id, content }, at: changed, by }];
  }

  /** The text that the passages stand in, and what git must know. */
  #writeBeside(home: string, base: Base): void {
    const files = [
      [basePath(base.hash), base.units.text],
      [ATTRIBUTES_FILE, ATTRIBUTES],
    ] as const;
    for (const [name, content] of files) {
      const target = path.join(home, name);
      if (textIn(target) !== null) continue;
      this.#others.write(target, Buffer.from(content));
      if (name === ATTRIBUTES_FILE) this.counts.gitFiles++;
    }
  }
}

interface Stamped {
  readonly event: NewEvent;
  readonly at: string;
  readonly by: string;
}

const contentOf = ({ label, passage, value, state, sic, note }: Annotation): Content => ({
  label,
  passage,
  value,
  state,
  sic,
  note,
});

/** They say the same of the same words, in whatever text these were found. */
const isSame = (one: Annotation, other: Annotation): boolean => {
  const saidBy = (annotation: Annotation): string => {
    const { passage, ...said } = contentOf(annotation);
    return JSON.stringify([said, passage.quotes.map((quote) => quote.replace(/\s+/g, ' '))]);
  };
  const isElsewhere =
    one.passage.base === other.passage.base && one.passage.stretches.join() !== other.passage.stretches.join();
  return saidBy(one) === saidBy(other) && !isElsewhere;
};
