import {el} from './dom.js';
import {icon} from './icons.js';
import {toast} from './toast.js';

/** Copies text to the clipboard, and says so. */
export async function copy(text, what = 'Copied') {
  try {
    await navigator.clipboard.writeText(text);
    toast(what);
  } catch {
    toast('The browser does not let this page copy. Select the text and copy it yourself.', {isError: true});
  }
}

/** A small button that copies the text that `text()` returns. */
export function copyButton(label, text) {
  return el('button', {type: 'button', class: 'button quiet small icon-only', 'aria-label': label, title: label,
    click: () => copy(text())}, icon('copy'));
}
