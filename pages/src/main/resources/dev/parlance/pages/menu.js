import {el} from './dom.js';

let number = 0;

/** A button that opens a menu of buttons and links below it. Returns both, to be added to the page. */
export function menuButton(button, items) {
  const menu = el('div', {popover: 'auto', class: 'menu', role: 'menu', id: `menu-${++number}`}, ...items);
  for (const item of items) {
    if (!item.hasAttribute('role') && item.tagName !== 'HR') {
      item.setAttribute('role', 'menuitem');
    }
    item.addEventListener('click', () => menu.hidePopover());
  }
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.popoverTargetElement = menu;
  menu.addEventListener('toggle', event => {
    const isOpen = event.newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) {
      put(menu, button);
      focusable(menu)[0]?.focus();
    }
  });
  menu.addEventListener('keydown', event => move(menu, event));
  return el('span', {class: 'menu-holder'}, button, menu);
}

function focusable(menu) {
  return [...menu.querySelectorAll('button:not(:disabled), a[href]')];
}

/** Below the button, inside the window. */
function put(menu, button) {
  const at = button.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  const left = isRightToLeft ? at.right - menu.offsetWidth : at.left;
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - menu.offsetWidth - 8))}px`;
  const below = at.bottom + 4;
  const fits = below + menu.offsetHeight <= innerHeight - 8;
  menu.style.top = `${fits ? below : Math.max(8, at.top - menu.offsetHeight - 4)}px`;
}

function move(menu, event) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  const all = focusable(menu);
  if (step) {
    event.preventDefault();
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  } else if (event.key === 'Home' || event.key === 'End') {
    event.preventDefault();
    all.at(event.key === 'Home' ? 0 : -1).focus();
  } else if (event.key === 'Tab') {
    menu.hidePopover();
  }
}
