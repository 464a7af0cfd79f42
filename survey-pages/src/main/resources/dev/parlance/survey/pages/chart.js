import {el} from './design/dom.js';

const shown = new WeakMap();

/** The figures of one or two filters beside each other. `fill(slot, view, index)` shows one of them. */
export function pair(element, views, fill) {
  element.classList.add('pair');
  element.classList.toggle('two', views.length > 1);
  while (element.children.length > views.length || (element.firstElementChild && !element.firstElementChild.dataset.slot)) {
    element.lastElementChild.remove();
  }
  while (element.children.length < views.length) {
    element.append(el('div', {'data-slot': String(element.children.length)}));
  }
  views.forEach((view, i) => fill(element.children[i], view, i));
}

/** The sign of a side where two filters are compared. */
export function sideName(index) {
  return el('span', {class: `side ${index ? 'two' : 'one'}`}, index ? 'B' : 'A');
}

/** Shows a chart of the server with its table behind it. Touches the page only if something has changed. */
export function showFigure(slot, figure, {table = true, side = undefined} = {}) {
  if (!figure) {
    slot.replaceChildren();
    return;
  }
  let parts = slot.querySelector(':scope > .chart-of');
  if (!parts) {
    parts = el('div', {class: 'chart-of'}, el('div', {class: 'side-head', hidden: true}), el('div', {class: 'chart'}));
    slot.replaceChildren(parts);
  }
  const [head, chart] = parts.children;
  head.hidden = side === undefined;
  if (side !== undefined && !head.firstChild) {
    head.append(sideName(side));
  }
  if (shown.get(chart) !== figure.svg) {
    shown.set(chart, figure.svg);
    chart.replaceChildren(drawing(figure.svg));
  }
  if (table && figure.table) {
    showTable(parts, figure.table);
  }
}

/** The server's SVG, as elements. */
export function drawing(text) {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  return document.importNode(parsed, true);
}

function showTable(parts, table) {
  let details = parts.querySelector(':scope > .table-behind');
  if (!details) {
    details = el('details', {class: 'table-behind no-print'}, el('summary', {}, 'Table'), el('div', {class: 'scrolls', tabindex: '0', role: 'group', 'aria-label': 'Table'}));
    parts.append(details);
  }
  const text = JSON.stringify(table);
  if (shown.get(details) !== text) {
    shown.set(details, text);
    details.lastElementChild.replaceChildren(tableOf(table));
  }
}

/** A table with its first column as heads of the rows. */
export function tableOf({columns, rows}, className = 'table compact') {
  const head = el('tr', {}, columns.map((name, i) => el(name ? 'th' : 'td', {scope: name ? 'col' : undefined, class: i ? 'amount' : undefined}, name)));
  const lines = rows.map(row => el('tr', {}, row.map((cell, i) => i
    ? el('td', {class: 'amount'}, cell)
    : el('th', {scope: 'row', dir: 'auto'}, cell))));
  return el('table', {class: className}, el('thead', {}, head), el('tbody', {}, lines));
}
