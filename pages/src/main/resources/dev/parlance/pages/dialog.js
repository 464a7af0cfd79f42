import {el} from './dom.js';

/** Opens a modal dialog. Escape and a click outside close it; the dialog is removed when it closes. */
export function openDialog(title, content, {wide = false} = {}) {
  const heading = el('h2', {}, title);
  const dialog = el('dialog', {class: wide ? 'dialog wide' : 'dialog', 'aria-label': title},
    el('div', {class: 'body'}, heading, ...[content].flat()));
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks before something that can't be undone. Resolves to true or false. */
export function confirmDialog(title, text, action) {
  return new Promise(resolve => {
    let isConfirmed = false;
    const dialog = openDialog(title, [
      el('p', {class: 'soft'}, text),
      el('footer', {},
        el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Cancel'),
        el('button', {type: 'button', class: 'button danger', click: () => { isConfirmed = true; dialog.close(); }}, action)),
    ]);
    dialog.addEventListener('close', () => resolve(isConfirmed));
  });
}
