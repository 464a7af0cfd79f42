import {el} from './design/dom.js';

/** Colours and other commands, and the addresses of links. */
const CODE = /\u001B\[([0-9;?]*)([A-Za-z])|\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)/g;
const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const STYLES = {1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline'};

/** Turns text with ANSI colours into elements. Colours last over lines: the parser keeps them. */
export class AnsiParser {
  #color = '';
  #styles = new Set();

  /** A parser with the same colours, for a line that is not complete. */
  copy() {
    const copy = new AnsiParser();
    copy.#color = this.#color;
    copy.#styles = new Set(this.#styles);
    return copy;
  }

  /** The parts of one line. */
  parse(line) {
    const parts = [];
    let from = 0;
    for (const match of line.matchAll(CODE)) {
      this.#add(parts, line.slice(from, match.index));
      from = match.index + match[0].length;
      if (match[2] === 'm') {
        this.#apply(match[1].split(';').map(Number));
      }
    }
    this.#add(parts, line.slice(from));
    return parts;
  }

  #add(parts, text) {
    if (text) {
      const names = [this.#color, ...this.#styles].filter(Boolean).map(name => `ansi-${name}`);
      parts.push(names.length ? el('span', {class: names.join(' ')}, text) : text);
    }
  }

  #apply(codes) {
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i];
      if (code === 38 || code === 48) {
        i += codes[i + 1] === 5 ? 2 : 4; // a colour of a larger palette
      } else if (code === 0) {
        this.#color = '';
        this.#styles.clear();
      } else if (code === 22) {
        this.#styles.delete('bold');
        this.#styles.delete('dim');
      } else if (STYLES[code]) {
        this.#styles.add(STYLES[code]);
      } else if (code >= 23 && code <= 24) {
        this.#styles.delete(STYLES[code - 20]);
      } else if (code === 39) {
        this.#color = '';
      } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
        this.#color = NAMES[code % 10];
      }
    }
  }
}
