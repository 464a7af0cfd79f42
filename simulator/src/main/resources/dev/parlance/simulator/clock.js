import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {menuButton} from './design/menu.js';
import {post} from './api.js';
import {now} from './time.js';

const shown = new Intl.DateTimeFormat('en-GB', {weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
export const JUMPS = [['1 minute', 60], ['1 hour', 3600], ['1 day', 86_400], ['1 week', 604_800]];

/** Moves the clock forward. */
export const moveClock = seconds => post('api/clock', {seconds});

/** The time in the bar, with a menu that moves it forward. */
export function clockMenu(openPanel) {
  const time = el('time', {id: 'now'});
  const button = el('button', {type: 'button', class: 'button quiet', title: 'Move the clock'}, icon('clock'), el('span', {class: 'label'}, time), icon('chevron-down', 'chevron'));
  const element = menuButton(button, [
    ...JUMPS.map(([label, seconds]) => el('button', {type: 'button', 'data-seconds': seconds, click: () => moveClock(seconds)}, icon('timer'), `Skip ${label}`)),
    el('hr'),
    el('button', {type: 'button', click: openPanel}, icon('calendar'), 'What will happen'),
  ]);
  const show = () => {
    const at = now();
    time.dateTime = at.toISOString();
    time.textContent = shown.format(at);
    button.setAttribute('aria-label', `Clock: ${shown.format(at)}`);
  };
  setInterval(show, 1000);
  return {element, show};
}
