import { commands, Disposable, EventEmitter, type ExtensionContext, window, workspace } from 'vscode';
import { ANNOTATION_COMMANDS, type AnnotationCommand } from '../../../server/src/protocol.ts';
import { runnerOf } from '../commands/run.ts';
import type { Services } from '../commands/services.ts';
import { LATER } from '../later.ts';
import { showLetters } from '../letters/view.ts';
import { REVIEW_ACTIONS, REVIEW_COMMANDS } from '../review/keys.ts';
import * as deciding from './deciding.ts';
import { Decorations } from './decorations.ts';
import { setAnnotator } from './identity.ts';
import { Lists } from './lists.ts';
import { annotate, annotateAll } from './marking.ts';
import { next, previous, revealOne } from './moving.ts';
import { groupBy, showTree } from './tree.ts';
import type { Work } from './work.ts';

type Handler = (work: Work, ...parameters: unknown[]) => Promise<unknown>;

const toggle: Handler = async ({ decorations }) => {
  decorations.show(!decorations.isShown);
  window.setStatusBarMessage(decorations.isShown ? 'Annotations are shown.' : 'Annotations are hidden.', 4000);
};

/** A handler for every command; a name without one does not compile. */
const HANDLERS: Readonly<Record<AnnotationCommand, Handler>> = {
  annotate,
  annotateAll,
  accept: deciding.accept,
  reject: deciding.reject,
  correct: deciding.correct,
  flag: deciding.flag,
  sic: deciding.sic,
  comment: deciding.comment,
  relabel: deciding.relabel,
  remove: deciding.remove,
  extend: deciding.extend,
  shrink: deciding.shrink,
  split: deciding.split,
  merge: deciding.merge,
  undo: deciding.undo,
  next,
  previous,
  toggle,
  groupBy,
  reveal: revealOne,
  setAnnotator: () => setAnnotator(window.activeTextEditor?.document.uri),
  compare: (work) => LATER.compareAnnotators(work),
  settle: (work) => LATER.settleDisagreements(work),
  attach: (work, argument) => LATER.attach(work, argument),
  setProgress: (work, argument) => LATER.setProgress(work, argument),
};

/** Everything about annotations on the client's side: what is drawn, the views, the commands. */
export const annotations = (services: Services, { workspaceState, extensionUri }: ExtensionContext): Disposable => {
  const lists = new Lists(services.server);
  const decorations = new Decorations(lists, extensionUri);
  const groupings = new EventEmitter<void>();
  const work: Work = {
    ...services,
    lists,
    decorations,
    memory: workspaceState,
    onGrouping: groupings.event,
    grouped: () => groupings.fire(),
  };
  const run = runnerOf(services);
  const names = Object.keys(ANNOTATION_COMMANDS) as AnnotationCommand[];
  return Disposable.from(
    lists,
    decorations,
    groupings,
    showTree(work),
    showLetters(work),
    workspace.onDidRenameFiles(({ files }) => void LATER.carryAnnotations(services.openSink, files)),
    ...names.map((name) => {
      const id = ANNOTATION_COMMANDS[name];
      return commands.registerCommand(id, (...parameters: unknown[]) =>
        run(id, () => HANDLERS[name](work, ...parameters)),
      );
    }),
    ...(['start', ...REVIEW_ACTIONS] as const).map((name) => {
      const id = REVIEW_COMMANDS[name];
      return commands.registerCommand(id, (argument: unknown) => run(id, () => LATER.review(work, name, argument)));
    }),
  );
};
