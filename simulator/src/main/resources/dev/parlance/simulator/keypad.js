import {el} from './design/dom.js';

/** The keys of a phone. */
export const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const PAUSE_MILLIS = 2500;
const LETTERS = {2: 'ABC', 3: 'DEF', 4: 'GHI', 5: 'JKL', 6: 'MNO', 7: 'PQRS', 8: 'TUV', 9: 'WXYZ', 0: '+'};

/** A keypad. After a pause without another key, the input ends. */
export class Keypad {
  #timer = 0;

  constructor(pressed, ended) {
    Object.assign(this, {pressed, ended});
    this.buttons = new Map(KEYS.map(key => [key, el('button', {type: 'button', 'aria-label': key, click: () => this.press(key)},
      el('b', {}, key), el('small', {'aria-hidden': 'true'}, LETTERS[key] ?? ''))]));
    this.element = el('div', {class: 'keypad', role: 'group', 'aria-label': 'Keypad', dir: 'ltr'}, ...this.buttons.values());
  }

  press(key) {
    const button = this.buttons.get(key);
    button.classList.add('pressed');
    setTimeout(() => button.classList.remove('pressed'), 120);
    this.pressed(key);
  }

  /** Starts the pause again, or only stops it. */
  restartPause(afterKey) {
    clearTimeout(this.#timer);
    if (afterKey) {
      this.#timer = setTimeout(() => this.ended(), PAUSE_MILLIS);
    }
  }
}
