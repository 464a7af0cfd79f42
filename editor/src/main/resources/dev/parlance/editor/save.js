import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {openDialog} from './design/dialog.js';
import {toast} from './design/toast.js';
import {copyButton} from './design/copy.js';
import {count} from './design/format.js';
import {apply, ask, check, emit, flush, state} from './state.js';

/** The lines that differ in a file. */
export function diffTable({file, parts}) {
  const lines = parts.flatMap(part => part.lines);
  const number = sign => lines.filter(line => line.sign === sign).length;
  return el('section', {class: 'diff', 'aria-label': file},
    el('header', {}, icon('file'), el('span', {class: 'mono grow cut'}, file),
      el('span', {class: 'good tiny mono'}, `+${number('+')}`), el('span', {class: 'bad tiny mono'}, `−${number('-')}`)),
    el('div', {class: 'diff-lines', tabindex: '0', role: 'group', 'aria-label': `Differences in ${file}`},
      ...parts.flatMap(part => [el('div', {class: 'diff-at'}, part.head),
      ...part.lines.map(line => el('div', {class: `diff-line ${{'+': 'added', '-': 'removed'}[line.sign] ?? ''}`},
        el('span', {class: 'diff-sign'}, line.sign),
        el('span', {class: 'diff-text', dir: 'auto'}, line.text)))])));
}

/** Shows what would be saved, and saves it if it is right. */
export async function showDifferences() {
  await flush();
  let diffs;
  try {
    [diffs] = await Promise.all([ask('unsaved'), check()]);
  } catch (error) {
    emit('error', error);
    return;
  }
  if (!diffs.length) {
    toast('Everything is saved');
    return;
  }
  const problems = (state.findings ?? []).filter(finding => !finding.isWarning).length;
  const save = el('button', {type: 'button', class: 'button primary', id: 'confirm-save', click: () => saveAll(dialog)},
    icon('save'), `Save ${count(diffs.length, 'file')}`);
  const dialog = openDialog('Save these changes?', [
    problems > 0 && el('p', {class: 'finding bad'}, icon('alert'),
      `The survey has ${count(problems, 'problem')}. An application can't load it until they are solved.`),
    ...diffs.map(diffTable),
    el('footer', {}, copyButton('Copy the differences', () => diffs.map(diff => diff.patch).join('')), el('span', {class: 'grow'}),
      el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Cancel'), save)].filter(Boolean), {wide: true});
  dialog.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      save.click();
    }
  });
  save.focus();
}

async function saveAll(dialog) {
  try {
    const view = await ask('save');
    dialog.close();
    apply(view);
    toast('Saved');
  } catch (error) {
    dialog.close();
    emit('error', error);
    emit('news');
  }
}
