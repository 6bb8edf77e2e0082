import { commands, Disposable, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import type { AnnotationChange, AnnotationInfo } from '../../../server/src/protocol.ts';
import { askNote } from '../annotations/choose.ts';
import { stateFor } from '../annotations/deciding.ts';
import { make, takeBack, type Work } from '../annotations/work.ts';
import { Failure } from '../commands/letter.ts';
import { chooseMember, newValue } from './ask.ts';
import { Display } from './display.ts';
import type { ReviewAction } from './keys.ts';
import { indexOf, nextOpen, openIn, restOfSection, type Step, stepsOf } from './steps.ts';
import { endText } from './text.ts';

/** While it is set the single keys decide; the manifest asks for it. */
const CONTEXT = 'imr.reviewing';

type Setting = Omit<Extract<AnnotationChange, { op: 'set' }>, 'op' | 'id'>;

/** The walk through one letter: the field it stands at, and what a person does there. */
export class Review implements Disposable {
  readonly document: TextDocument;
  readonly #work: Work;
  readonly #display = new Display();
  readonly #subscriptions: Disposable;
  /** The key of the step that is shown; null at the end. */
  #at: string | null = null;
  #isTold = false;

  constructor(work: Work, document: TextDocument, onClosed: () => void) {
    this.#work = work;
    this.document = document;
    this.#subscriptions = Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      work.lists.onDidChange((uri) => {
        if (uri === document.uri.toString()) this.#show();
      }),
      workspace.onDidCloseTextDocument((closed) => {
        if (closed === document) onClosed();
      }),
    );
    this.#at = nextOpen(this.#steps, 0)?.key ?? null;
    this.#follow();
    this.#tellEnd();
  }

  /** Is the walk at its end with nothing left to decide? */
  get isDone(): boolean {
    return this.#steps.length > 0 && nextOpen(this.#steps, 0) === null;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#display.dispose();
    void commands.executeCommand('setContext', CONTEXT, false);
  }

  /** What a key does at the field. The walk goes on once nothing of the field waits any more. */
  async act(action: Exclude<ReviewAction, 'nextLetter' | 'keys' | 'end'>): Promise<void> {
    await ACTIONS[action](this);
    this.#show();
    this.#tellEnd();
  }

  get #steps(): readonly Step[] {
    return stepsOf(this.#work.lists.known(this.document)?.annotations ?? []);
  }

  get #step(): Step | null {
    return this.#steps.find(({ key }) => key === this.#at) ?? null;
  }

  /** The step that is shown, with what it waits for; of one that is decided all of it. Throws a Failure at the end. */
  #here(): { readonly step: Step; readonly targets: readonly AnnotationInfo[] } {
    const step = this.#step;
    if (!step)
      throw new Failure('The walk is at its end. N opens the next letter, P goes back, Escape ends the review.');
    const open = openIn(step);
    return { step, targets: open.length > 0 ? open : step.members };
  }

  #goOn(from: Step, whole = false): void {
    const steps = this.#steps;
    const here = indexOf(steps, from.key);
    this.#at = nextOpen(steps, whole ? here + 1 : here)?.key ?? null;
  }

  async #set(targets: readonly AnnotationInfo[], how: (info: AnnotationInfo) => Setting): Promise<void> {
    const changes = targets.map((info): AnnotationChange => ({ op: 'set', id: info.id, ...how(info) }));
    if (changes.length > 0) await make(this.#work, this.document, changes);
  }

  async acceptAll(targets: readonly AnnotationInfo[]): Promise<void> {
    const undecided = targets.filter((info) => info.state !== 'confirmed' || info.edited);
    await this.#set(undecided, acceptance);
  }

  async accept(): Promise<void> {
    const { step, targets } = this.#here();
    await this.acceptAll(targets);
    this.#goOn(step);
  }

  async acceptSection(): Promise<void> {
    const { step } = this.#here();
    await this.acceptAll(restOfSection(this.#steps, step));
    this.#goOn(step);
  }

  /** A decision on one value of the field, chosen where there are several. */
  async decide(title: string, how: (info: AnnotationInfo) => Setting | null | Promise<Setting | null>): Promise<void> {
    const { step, targets } = this.#here();
    const info = await chooseMember(title, targets);
    const setting = info && (await how(info));
    if (!setting) return;
    await this.#set([info], () => setting);
    this.#goOn(step);
  }

  async correct(): Promise<void> {
    const labels = this.#work.lists.known(this.document)?.labels ?? [];
    await this.decide('Correct', async (info) => {
      const value = await newValue(labels, info);
      return value === undefined ? null : { value, state: stateFor(info, value) };
    });
  }

  skip(): void {
    this.#goOn(this.#here().step, true);
  }

  previous(): void {
    const steps = this.#steps;
    const here = this.#at === null ? steps.length : indexOf(steps, this.#at);
    this.#at = steps[Math.max(here - 1, 0)]?.key ?? null;
  }

  async undo(): Promise<void> {
    const ids = new Set(await takeBack(this.#work, this.document));
    const step = this.#steps.find(({ members }) => members.some(({ id }) => ids.has(id)));
    if (step) this.#at = step.key;
  }

  #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => document === this.document);
  }

  /** The keys belong to the letter only while it is in front. */
  #follow(): void {
    const isInFront = window.activeTextEditor?.document === this.document;
    void commands.executeCommand('setContext', CONTEXT, isInFront);
    if (isInFront) this.#show();
  }

  #show(): void {
    const editor = this.#editor();
    if (!editor) return;
    if (this.#at !== null && !this.#step) this.#at = nextOpen(this.#steps, 0)?.key ?? null;
    this.#display.show(editor, this.#steps, this.#step);
  }

  /** Says once that the end is reached; again where the person went back meanwhile. */
  #tellEnd(): void {
    const isAtEnd = this.#at === null;
    if (isAtEnd && !this.#isTold) void window.showInformationMessage(endText(this.#steps));
    this.#isTold = isAtEnd;
  }
}

/** As Accept Annotation has it: what was edited stands on the words of today. */
const acceptance = (info: AnnotationInfo): Setting => ({
  state: stateFor(info, info.value),
  ...(info.edited && { ranges: info.ranges }),
});

const ACTIONS: Readonly<
  Record<Exclude<ReviewAction, 'nextLetter' | 'keys' | 'end'>, (review: Review) => void | Promise<void>>
> = {
  accept: (review) => review.accept(),
  acceptSection: (review) => review.acceptSection(),
  reject: (review) => review.decide('Reject', () => ({ state: 'rejected' })),
  correct: (review) => review.correct(),
  sic: (review) => review.decide('Accept as Printed', (info) => ({ sic: true, state: stateFor(info, info.value) })),
  flag: (review) => review.decide('Flag', () => ({ state: 'flagged' })),
  comment: (review) =>
    review.decide('Accept with a Note', async (info) => {
      const note = await askNote(info);
      return note === undefined ? null : { note, ...acceptance(info) };
    }),
  skip: (review) => review.skip(),
  previous: (review) => review.previous(),
  undo: (review) => review.undo(),
};
