import {el} from './dom.js';
import {icon} from './icons.js';

const SHOWN_MILLIS = 5000;
let holder;

/** Shows a short message in the corner. Errors stay until they are closed. */
export function toast(text, {isError = false} = {}) {
  if (!holder) {
    holder = el('div', {class: 'toasts', role: 'region', 'aria-label': 'Messages', 'aria-live': 'polite', popover: 'manual'});
    document.body.append(holder);
  }
  const message = el('div', {class: isError ? 'toast bad' : 'toast'}, icon(isError ? 'alert' : 'check'),
    el('span', {class: 'grow'}, text),
    el('button', {type: 'button', 'aria-label': 'Close message', click: () => close(message)}, icon('close')));
  holder.append(message);
  while (holder.children.length > 4) {
    holder.firstElementChild.remove();
  }
  holder.hidePopover(); // shown again, to be above a dialog that has been opened since
  holder.showPopover();
  if (!isError) {
    setTimeout(() => close(message), SHOWN_MILLIS);
  }
}

function close(message) {
  message.remove();
  if (!holder.children.length) {
    holder.hidePopover();
  }
}
