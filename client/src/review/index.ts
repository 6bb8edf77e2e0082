import { commands, window } from 'vscode';
import { askAnnotator } from '../annotations/identity.ts';
import { isLetter } from '../annotations/lists.ts';
import { letterInFront, type Work } from '../annotations/work.ts';
import { Failure } from '../commands/letter.ts';
import { openLetter, openNamed } from '../letters/open.ts';
import { REVIEW_ACTIONS, REVIEW_COMMANDS, REVIEW_KEYS, type ReviewAction } from './keys.ts';
import { Locks } from './lock.ts';
import { finish } from './next.ts';
import { Review } from './review.ts';

/** The review that is going on, if any, and what is done in it, one thing after the other. */
class Reviews {
  readonly #work: Work;
  readonly #locks = new Locks();
  #review: Review | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(work: Work) {
    this.#work = work;
    work.subscriptions.push(
      { dispose: () => this.#review?.dispose() },
      window.onDidChangeActiveTextEditor(() => void this.#release()),
    );
  }

  /** Keys that are pressed faster than decisions are written wait for one another. */
  do(action: ReviewAction | 'start', argument?: unknown): Promise<void> {
    const done = this.#last.then(() => this.#do(action, argument));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #do(action: ReviewAction | 'start', argument: unknown): Promise<void> {
    if (action === 'start') {
      await openNamed(argument);
      return this.#start();
    }
    const review = this.#review;
    if (action === 'end') return this.#end();
    if (!review) throw new Failure('No review is going on. Start one by IMR Letters: Review Case.');
    if (action === 'nextLetter') return this.#next(review);
    if (action === 'keys') return showKeys();
    return review.act(action);
  }

  async #start(): Promise<void> {
    const { document } = await letterInFront(this.#work);
    if ((await askAnnotator(document.uri)) === null) return;
    await this.#end();
    // The list was of nobody where the name was asked for just now.
    await this.#work.lists.now(document);
    if (!isLetter(window.activeTextEditor?.document)) await window.showTextDocument(document);
    await this.#locks.lock(document);
    this.#work.decorations.suggestIn(document.uri.toString());
    this.#review = new Review(this.#work, document, () => void this.#end());
  }

  async #end(): Promise<void> {
    this.#review?.dispose();
    this.#review = null;
    this.#work.decorations.suggestIn(null);
    await this.#release();
  }

  async #next(review: Review): Promise<void> {
    const next = await finish(this.#work, review.document, review.isDone);
    if (next === null) return;
    // Before the other letter is in front, so that this one is as it was at once.
    await this.#end();
    await openLetter(next);
    await this.#start();
  }

  #release(): Promise<void> {
    return this.#locks.release((uri) => uri === this.#review?.document.uri.toString());
  }
}

/** Lets the person choose what to do by its name, and tells the key that does it. */
const showKeys = async (): Promise<void> => {
  const lines = REVIEW_ACTIONS.filter((action) => action !== 'keys').map((action) => ({
    label: REVIEW_KEYS[action].does,
    description: REVIEW_KEYS[action].name,
    action,
  }));
  // Not waited for: what is chosen is done after this.
  void window.showQuickPick(lines, { title: 'Review: the keys' }).then((line) => {
    if (line) void commands.executeCommand(REVIEW_COMMANDS[line.action]);
  });
};

const sessions = new WeakMap<Work, Reviews>();

/** Begins a review of the letter in front, or does something in the one that is going on. */
export const review = (work: Work, action: ReviewAction | 'start', argument?: unknown): Promise<void> => {
  const reviews = sessions.get(work) ?? new Reviews(work);
  sessions.set(work, reviews);
  return reviews.do(action, argument);
};
