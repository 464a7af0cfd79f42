import {el} from './design/dom.js';
import {openDialog} from './design/dialog.js';
import {change, item, state, valueAt} from './state.js';
import {startOf} from './schema.js';

const COMMON = ['text', 'yesNo', 'rating', 'nps', 'choice', 'choices', 'number', 'date', 'statement'];

/**
 * Asks for a text in a dialog. `check(text)` returns what is wrong with it. Resolves to the text, or to nothing. `field` replaces the
 * text field, `more` follows it.
 */
export function promptDialog(title, label, hint, check, {value = '', more = [], action = 'Add', field} = {}) {
  return new Promise(resolve => {
    let answer;
    const error = el('span', {class: 'error', id: 'dialog-error', hidden: true});
    const input = field ?? el('input', {class: 'input', autocomplete: 'off', spellcheck: 'false', value,
      'aria-describedby': 'dialog-error'});
    const form = el('form', {class: 'stack', method: 'dialog', submit: event => {
      const problem = check(input.value.trim());
      if (problem) {
        event.preventDefault();
        error.textContent = problem;
        error.hidden = false;
        input.setAttribute('aria-invalid', 'true');
        input.focus();
      } else {
        answer = input.value.trim();
      }
    }}, el('label', {class: 'field'}, label, input, error, el('span', {class: 'hint'}, hint)), ...more,
    el('footer', {}, el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Cancel'),
      el('button', {type: 'submit', class: 'button primary'}, action)));
    const dialog = openDialog(title, form);
    dialog.addEventListener('close', () => resolve(answer));
    input.focus();
    input.select?.();
  });
}

/** What is wrong with how a name is written. */
export function spellingProblem(name) {
  return !/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name) && 'Use a name of letters, digits and underscores that starts with a letter.';
}

/** What is wrong with the name of a question or a group. */
export function nameProblem(name, own) {
  return spellingProblem(name)
    || name !== own && state.outline.some(each => each.id === name && (each.type === 'QUESTION' || each.type === 'GROUP'))
      && 'There is already a question of this name.';
}

/** Where a new question goes: after the selected one, in the same list. */
function placeAfterSelected() {
  const at = item();
  if (at?.type === 'QUESTION' || at?.type === 'GROUP') {
    const cut = at.place.lastIndexOf('/');
    return {list: at.place.slice(0, cut), index: Number(at.place.slice(cut + 1)) + 1};
  }
  return {list: '/questions', index: valueAt('/questions')?.length ?? 0};
}

/** Asks for the kind and the name of a new question, and adds it after the selected one. */
export async function addQuestion() {
  const kinds = state.schema.$defs.question.properties.kind.enum;
  const option = kind => el('option', {value: kind}, kind);
  const kind = el('select', {class: 'input'}, el('optgroup', {label: 'Common'}, ...COMMON.map(option)),
    el('optgroup', {label: 'All'}, ...kinds.filter(each => !COMMON.includes(each)).map(option)));
  const id = await promptDialog('Add a question', 'Name', 'Conditions and results use it. It goes after the selected question.',
    name => nameProblem(name),
    {more: [el('label', {class: 'field'}, 'Kind', kind)]});
  if (id) {
    const {list, index} = placeAfterSelected();
    const value = {id, kind: kind.value, ...startOf(kind.value)};
    await change({do: 'insert', place: list, index, value}, {select: `${list}/${index}`});
    document.querySelector('.text-area')?.focus();
  }
}

/** Asks for another name of a question. Its texts, conditions, jumps and placeholders follow. */
export async function renameDialog(at) {
  const id = await promptDialog(`Rename ${at.id}`, 'Name',
    'Its texts, and the conditions, jumps and placeholders that name it, are changed too. Answers that are stored keep the old name.',
    name => nameProblem(name, at.id), {value: at.id, action: 'Rename'});
  if (id && id !== at.id) {
    change({do: 'rename', place: at.place, id});
  }
}
