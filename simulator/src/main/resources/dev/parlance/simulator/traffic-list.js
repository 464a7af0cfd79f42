import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {number} from './design/format.js';
import {LongList} from './design/long-list.js';
import {entryRow, groupRow} from './traffic-rows.js';

const ONE_LINE = {from: 640, height: 36};
const TWO_LINES = {height: 52};

/** The list of rows. Calls `opened(row)` when a row is chosen, by `{by: 'keys'}` if arrow keys have only moved to it. */
export class TrafficList {
  #list;
  #items = [];
  #collapsed = new Set();
  #byPointer = false;

  constructor({filter, feed, rows: source, opened, shown}) {
    Object.assign(this, {filter, feed, source, opened, shown});
    const rows = el('div', {class: 'traffic-rows', id: 'traffic-rows'});
    this.newest = el('button', {type: 'button', class: 'button small traffic-newest', hidden: true, click: () => this.toEnd()}, icon('arrow-down'), 'Newest');
    this.empty = el('div', {class: 'empty', hidden: true});
    this.element = el('div', {class: 'traffic-list'}, rows, this.empty, this.newest);
    this.#list = new LongList(rows, {
      rowHeight: TWO_LINES.height, label: 'Traffic', key: item => item.key,
      create: item => item.group ? groupRow(item.group, feed.names) : entryRow(item.row, feed.names),
      chosen: item => this.#choose(item),
    });
    rows.addEventListener('click', () => { this.#byPointer = true; }, {capture: true});
    rows.addEventListener('click', () => { this.#byPointer = false; }); // after the list's own listener, also for a click between rows
    rows.addEventListener('scroll', () => this.#showNewest(), {passive: true});
    rows.addEventListener('keydown', event => this.#press(event));
    new ResizeObserver(() => this.#fit()).observe(rows);
    this.rows = rows;
  }

  get chosen() {
    return this.#items.find(item => item.key === this.#list.chosen);
  }

  /** Shows the rows that the filter lets through. `different` has the numbers of rows to draw again. */
  show({different = new Set(), redraw = false} = {}) {
    const before = this.#items.length;
    const {scrollTop} = this.rows;
    const wasAtEnd = this.#list.isAtEnd();
    const oldFirst = this.#items[0]?.key;
    this.#items = this.filter.items(this.source(), this.#collapsed);
    const isVisible = [...different].some(each => this.rows.querySelector(`[data-row-key="${each}"]`));
    this.rows.hidden = !this.#items.length;
    this.#list.show(this.#items, {redraw: redraw || isVisible || Boolean(this.filter.grouping)});
    if (!wasAtEnd && before && oldFirst !== this.#items[0]?.key && this.#items.length > before) {
      this.rows.scrollTop = scrollTop + (this.#items.length - before) * this.#list.rowHeight; // older rows have arrived above
      this.#list.draw();
    }
    this.#showEmpty();
    this.#showNewest();
    this.shown(this.#items);
  }

  choose(number) {
    const item = this.#items.find(each => each.key === String(number));
    if (item) {
      this.#list.choose(item);
    }
    return Boolean(item);
  }

  focus() {
    this.rows.focus();
  }

  toEnd() {
    this.rows.scrollTop = this.rows.scrollHeight;
    this.#list.draw();
    this.#showNewest();
  }

  #choose(item) {
    const by = this.#byPointer ? 'pointer' : 'keys';
    if (!item.group) {
      this.opened(item.row, {by});
    } else if (by === 'pointer') {
      this.#toggle(item.group.name);
    }
  }

  #toggle(name) {
    this.#collapsed.has(name) ? this.#collapsed.delete(name) : this.#collapsed.add(name);
    this.show({redraw: true});
  }

  #press(event) {
    const item = this.chosen;
    const isOpenOrClose = event.key === 'Enter' || event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (item?.group && isOpenOrClose) {
      const wants = event.key === 'Enter' ? !item.group.isCollapsed : event.key === 'ArrowLeft';
      if (wants !== item.group.isCollapsed) {
        this.#toggle(item.group.name);
      }
      event.preventDefault();
    } else if (item && event.key === 'Enter') {
      event.preventDefault();
      this.opened(item.row, {by: 'enter'});
    }
  }

  #fit() {
    const isWide = this.rows.clientWidth >= ONE_LINE.from;
    const height = isWide ? ONE_LINE.height : TWO_LINES.height;
    if (height !== this.#list.rowHeight) {
      this.rows.classList.toggle('one-line', isWide);
      const wasAtEnd = this.#list.isAtEnd();
      const at = this.rows.scrollTop / this.#list.rowHeight;
      this.#list.rowHeight = height;
      this.#list.show(this.#items, {redraw: true});
      this.rows.scrollTop = wasAtEnd ? this.rows.scrollHeight : at * height;
      this.#list.draw();
    }
  }

  #showEmpty() {
    this.empty.hidden = this.#items.length > 0 || !this.feed.isLoaded;
    if (this.empty.hidden) {
      return;
    }
    this.empty.replaceChildren(...this.filter.isActive
      ? [icon('filter'), el('strong', {}, 'Nothing matches'), `${number(this.feed.rows.length)} entries are hidden by the filter.`]
      : [icon('list'), el('strong', {}, 'No traffic yet'), 'Text or call the application from a phone, or let it use the API.']);
  }

  #showNewest() {
    this.newest.hidden = this.rows.hidden || this.#list.isAtEnd();
  }
}
