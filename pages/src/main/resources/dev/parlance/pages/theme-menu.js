import {el} from './dom.js';
import {icon} from './icons.js';
import {menuButton} from './menu.js';

/** A button with a menu to choose between light, dark, and the system's theme. */
export function themeMenu() {
  const themes = [['', 'System', 'monitor'], ['light', 'Light', 'sun'], ['dark', 'Dark', 'moon']];
  const items = themes.map(([value, label, name]) => el('button', {
    type: 'button', role: 'menuitemradio', 'aria-checked': String(parlanceTheme.get() === value), 'data-value': value,
    click: () => {
      parlanceTheme.set(value);
      items.forEach(item => item.setAttribute('aria-checked', String(item.dataset.value === value)));
    },
  }, icon(name), label));
  return menuButton(el('button', {type: 'button', class: 'button quiet icon-only', 'aria-label': 'Theme', title: 'Theme'}, icon('contrast')), items);
}
