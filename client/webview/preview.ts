import type { FromPreview, PreviewState, ToPreview } from '../src/preview/messages.ts';
import { hostOf } from './host.ts';
import './preview.css';

/* The page of a preview: shows what it is sent, and tells which value was chosen. */

const host = hostOf<FromPreview, PreviewState>();
const main = document.getElementById('main') ?? document.body;

const label = document.createElement('label');
label.textContent = 'Letter ';
const chooser = document.createElement('select');
label.append(chooser);
const content = document.createElement('div');
main.append(label, content);

const showNames = (names: readonly string[], letter: number): void => {
  label.hidden = names.length < 2;
  chooser.replaceChildren(...names.map((name, i) => new Option(name, String(i + 1), false, i + 1 === letter)));
};

const focusedValue = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset['at'] : undefined;

/** The focus stays on the value that had it. */
const showCase = ({ html, names, letter, state }: Extract<ToPreview, { kind: 'case' }>): void => {
  const focused = focusedValue();
  showNames(names, letter);
  content.innerHTML = html;
  if (focused !== undefined) {
    const values = [...content.querySelectorAll<HTMLElement>('[data-at]')];
    values.find(({ dataset }) => dataset['at'] === focused)?.focus({ preventScroll: true });
  }
  host.setState(state);
};

const showNothing = ({ text }: Extract<ToPreview, { kind: 'nothing' }>): void => {
  label.hidden = true;
  const words = document.createElement('p');
  words.textContent = text;
  content.replaceChildren(words);
};

const choose = (event: Event): void => {
  const value = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
  const at = value?.dataset['at'];
  // Words that are being selected to be copied are not being chosen.
  const selects = event.type === 'click' && getSelection()?.isCollapsed === false;
  if (at !== undefined && !selects) host.postMessage({ kind: 'go', at });
};

content.addEventListener('click', choose);
content.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') choose(event);
});
chooser.addEventListener('change', () => host.postMessage({ kind: 'letter', letter: Number(chooser.value) }));
window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.kind === 'case') showCase(data);
  else if (data.kind === 'nothing') showNothing(data);
});
host.postMessage({ kind: 'ready' });
