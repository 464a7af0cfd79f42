import {el} from './dom.js';

const SPARE_ROWS = 12;

/**
 * A list of any length: only the rows in view are in the page. All rows have the same height. The chosen row is moved by arrow
 * keys, Home and End; it is `aria-activedescendant` of the list, which alone takes the focus.
 *
 *     const list = new LongList(element, {rowHeight: 32, create: item => el('div'), chosen: item => …, key: item => item.id});
 *     list.show(items);
 */
export class LongList {
  #items = [];
  #rows = new Map();
  #chosen;
  #frame = 0;

  constructor(element, {rowHeight, key, create, chosen = () => {}, label}) {
    Object.assign(this, {element, rowHeight, key, create, whenChosen: chosen});
    element.classList.add('long-list');
    element.setAttribute('role', 'listbox');
    element.tabIndex = 0;
    if (label) {
      element.setAttribute('aria-label', label);
    }
    this.space = el('div', {role: 'presentation', class: 'long-list-space'});
    element.replaceChildren(this.space);
    element.addEventListener('scroll', () => this.#drawSoon(), {passive: true});
    element.addEventListener('keydown', event => this.#move(event));
    element.addEventListener('click', event => {
      const row = event.target.closest('[data-row-key]');
      const item = row && this.#items.find(each => String(this.key(each)) === row.dataset.rowKey);
      if (item) {
        this.choose(item);
      }
    });
    new ResizeObserver(() => this.#drawSoon()).observe(element);
  }

  /** Shows these items. Stays at the end if the end was in view. */
  show(items, {redraw = false} = {}) {
    const wasAtEnd = this.isAtEnd();
    this.#items = items;
    this.space.style.height = `${items.length * this.rowHeight}px`;
    if (redraw) {
      this.#rows.forEach(row => row.remove());
      this.#rows.clear();
    }
    if (wasAtEnd) {
      this.element.scrollTop = this.element.scrollHeight;
    }
    this.draw();
  }

  isAtEnd() {
    const {scrollTop, clientHeight, scrollHeight} = this.element;
    return scrollTop + clientHeight >= scrollHeight - this.rowHeight;
  }

  get chosen() {
    return this.#chosen;
  }

  /** Marks an item as chosen, brings it into view, and calls the listener. */
  choose(item) {
    this.#chosen = item === undefined ? undefined : String(this.key(item));
    if (item !== undefined) {
      this.reveal(item);
    }
    this.draw();
    this.whenChosen(item);
  }

  reveal(item) {
    const top = this.#items.findIndex(each => this.key(each) === this.key(item)) * this.rowHeight;
    const {scrollTop, clientHeight} = this.element;
    if (top < scrollTop) {
      this.element.scrollTop = top;
    } else if (top + this.rowHeight > scrollTop + clientHeight) {
      this.element.scrollTop = top + this.rowHeight - clientHeight;
    }
  }

  #drawSoon() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.draw();
    });
  }

  draw() {
    const first = Math.max(0, Math.floor(this.element.scrollTop / this.rowHeight) - SPARE_ROWS);
    const last = Math.min(this.#items.length, Math.ceil((this.element.scrollTop + this.element.clientHeight) / this.rowHeight) + SPARE_ROWS);
    const wanted = new Map();
    for (let i = first; i < last; i++) {
      const key = String(this.key(this.#items[i]));
      const row = this.#rows.get(key) ?? this.#row(this.#items[i], key);
      row.style.top = `${i * this.rowHeight}px`;
      row.setAttribute('aria-posinset', i + 1);
      row.setAttribute('aria-setsize', this.#items.length);
      row.setAttribute('aria-selected', String(key === this.#chosen));
      wanted.set(key, row);
    }
    this.#rows.forEach((row, key) => wanted.has(key) || row.remove());
    this.#rows = wanted;
    const active = this.#chosen !== undefined && wanted.get(this.#chosen);
    active ? this.element.setAttribute('aria-activedescendant', active.id) : this.element.removeAttribute('aria-activedescendant');
  }

  #row(item, key) {
    const row = this.create(item);
    row.classList.add('long-list-row');
    row.style.height = `${this.rowHeight}px`;
    row.setAttribute('role', 'option');
    row.dataset.rowKey = key;
    row.id ||= `${this.element.id || 'list'}-${key.replaceAll(/[^\w-]/g, '_')}`;
    this.space.append(row);
    return row;
  }

  #move(event) {
    const at = this.#items.findIndex(each => String(this.key(each)) === this.#chosen);
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.rowHeight) - 1);
    const to = {ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: this.#items.length - 1}[event.key];
    if (to !== undefined && this.#items.length) {
      event.preventDefault();
      this.choose(this.#items[Math.max(0, Math.min(to, this.#items.length - 1))]);
    }
  }
}
