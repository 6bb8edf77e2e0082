import { commands, ProgressLocation, Range, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import {
  type AgreeResult,
  ANNOTATION_COMMANDS,
  ANNOTATION_REQUESTS,
  type ChangeResult,
  type ComparedLetter,
  type CompareParams,
  type CompareResult,
  type DisagreementInfo,
  type SettleParams,
} from '../../../server/src/protocol.ts';
import { choose } from '../annotations/choose.ts';
import { annotator, askAnnotator } from '../annotations/identity.ts';
import { letterInFront, type OpenLetter, type Work } from '../annotations/work.ts';
import { askFolders } from '../commands/folders.ts';
import { Failure } from '../commands/letter.ts';
import { openLetter } from '../letters/open.ts';
import { headText, type Verdict, verdictsOf } from './lines.ts';

/** Documents that are shown and belong to no file. */
const SCHEME = 'imr-agreement';

/** Comparing shows what blind mode is to hide, so whoever compares turns it off first. */
const BLIND =
  'Blind mode is on, so what other annotators say is not shown. To compare them, turn off imr.annotations.blind in the settings.';

/** Null where the person cancelled it. */
const agreementIn = async ({ server }: Work, folder: Uri): Promise<AgreeResult | null> => {
  const params = { uri: folder.toString(), author: annotator() };
  const shown = { location: ProgressLocation.Notification, title: 'Comparing annotators', cancellable: true };
  const result = await window.withProgress(shown, async (progress, token) => {
    let told = 0;
    const onPercent = (percent: number): void => {
      progress.report({ increment: percent - told, message: `${percent} %` });
      told = percent;
    };
    const answer = await server
      .longRequest<AgreeResult | null>(ANNOTATION_REQUESTS.agree, params, { token, onPercent })
      .catch((error: unknown) => (token.isCancellationRequested ? null : Promise.reject(error)));
    return token.isCancellationRequested ? 'cancelled' : answer;
  });
  if (result === 'cancelled') return null;
  if (!result) throw new Failure('The annotators could not be compared.');
  if (result.blind) throw new Failure(BLIND);
  return result;
};

/** The folders that a command compares; undefined where the person leaves. */
const foldersFor = (): Promise<readonly Uri[] | undefined> =>
  askFolders('Compare Annotators', 'Compare the Annotators of This Folder');

const reports = new Map<string, string>();
let provider: { dispose(): void } | null = null;

/** Shows a document in Markdown as a page, as the person's own would be. */
const showReport = async (work: Work, name: string, text: string): Promise<void> => {
  if (!provider) {
    provider = workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => reports.get(uri.toString()) ?? '',
    });
    work.subscriptions.push(provider);
  }
  const uri = Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: String(reports.size + 1) });
  reports.set(uri.toString(), text);
  await commands.executeCommand('markdown.showPreview', uri);
};

const SETTLE = 'Settle Disagreements';

/** Shows how far the annotators of a folder agree, and offers to settle what they do not agree in. */
export const compareAnnotators = async (work: Work): Promise<void> => {
  const folders = await foldersFor();
  for (const folder of folders ?? []) {
    const agreement = await agreementIn(work, folder);
    if (agreement === null) return;
    const { report, letters } = agreement;
    await showReport(work, 'Agreement of Annotators', report);
    const open = letters.reduce((sum, letter) => sum + letter.open, 0);
    if (open === 0) continue;
    const sentence = `${open === 1 ? 'One disagreement is' : `${open} disagreements are`} not settled yet.`;
    void window.showInformationMessage(sentence, SETTLE).then((choice) => {
      if (choice === SETTLE) void commands.executeCommand(ANNOTATION_COMMANDS.settle);
    });
  }
};

const waits = ({ open, isGold }: ComparedLetter): boolean => open > 0 || !isGold;

/** Walks through what annotators do not agree in, letter by letter, and writes what becomes of it into the gold layer. */
export const settleDisagreements = async (work: Work): Promise<void> => {
  const folders = await foldersFor();
  if (!folders) return;
  const author = await askAnnotator();
  if (author === null) return;
  const compared = await Promise.all(folders.map((folder) => agreementIn(work, folder)));
  if (compared.includes(null)) return;
  const letters = compared.flatMap((result) => result?.letters ?? []).filter(waits);
  if (letters.length === 0) throw new Failure('There is nothing to settle: no letter has two annotators who disagree.');
  let [settled, gold] = [0, 0];
  for (const letter of letters) {
    await openLetter(letter.uri);
    const done = await settleLetter(work, author, letter);
    settled += done.settled;
    gold += done.isGold ? 1 : 0;
    if (done.isLeft) break;
  }
  // Who leaves at once knows that nothing was settled.
  if (settled + gold === 0) return;
  const counts = [settled, gold].map(String);
  void window.showInformationMessage(`Settled: ${counts[0]}. Letters that are gold now: ${counts[1]}.`);
};

interface Done {
  readonly settled: number;
  readonly isGold: boolean;
  /** The person wants to stop. */
  readonly isLeft: boolean;
}

const settleLetter = async (work: Work, author: string, { path }: ComparedLetter): Promise<Done> => {
  const letter = await letterInFront(work);
  const uri = letter.document.uri.toString();
  const params: CompareParams = { uri, authors: null };
  const result = await work.server.request<CompareResult | null>(ANNOTATION_REQUESTS.compare, params);
  if (!result) throw new Failure('The annotators could not be compared.');
  const open = result.disagreements.filter((each) => !each.settled);
  let settled = 0;
  for (const [at, disagreement] of open.entries()) {
    const verdict = await ask(letter, disagreement, headText(disagreement, at + 1, open.length, path));
    if (!verdict) return { settled, isGold: false, isLeft: true };
    for (const each of verdict.settles) await settle(work, { uri, author, ...each });
    settled += verdict.settles.length > 0 ? 1 : 0;
  }
  const isGold = settled === open.length;
  // What all say alike is settled with the rest.
  if (isGold) await settle(work, { uri, author, marks: result.agreed, as: 'confirmed', progress: 'done' });
  return { settled, isGold, isLeft: false };
};

/** Shows the place and asks what holds there; undefined where the person leaves. */
const ask = async ({ editor }: OpenLetter, disagreement: DisagreementInfo, title: string) => {
  const { start, end } = disagreement.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(new Range(start.line, 0, end.line, 0), TextEditorRevealType.InCenterIfOutsideViewport);
  const lines = verdictsOf(disagreement).map((value: Verdict) => ({ ...value, value }));
  return (await choose(title, 'A digit chooses at once; Escape ends', lines))?.value;
};

const settle = async ({ server }: Work, params: SettleParams): Promise<void> => {
  const { failed } = await server.request<ChangeResult>(ANNOTATION_REQUESTS.settle, params);
  if (failed !== null) throw new Failure(failed);
};
