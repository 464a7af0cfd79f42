import {el, place} from './design/dom.js';
import {count, percent} from './design/format.js';
import {get, Refused} from './api.js';
import {pair, sideName} from './chart.js';
import {go, readState} from './state.js';

const SHOWN = [['rows', '% of row'], ['columns', '% of column'], ['counts', 'Counts']];
let shownAs = 'rows';
let latest = [];

/** Answers to two questions together. Both are chosen by the reader, and kept in the URL. */
export function showCross(questions, version) {
  place('cross').hidden = questions.length < 2;
  if (questions.length < 2) {
    return;
  }
  const card = place('cross-card');
  if (!card.firstChild) {
    card.append(
      el('div', {class: 'row wrap cross-choice'}, chooser('rows', 'Rows'), chooser('columns', 'Columns'),
        el('span', {class: 'button-group push', role: 'group', 'aria-label': 'Figures'}, SHOWN.map(([value, label]) =>
          el('button', {type: 'button', class: 'button small', 'data-shown': value, 'aria-pressed': String(value === shownAs), click: () => setShown(card, value)}, label)))),
      el('div', {class: 'cross-tables'}));
  }
  for (const name of ['rows', 'columns']) {
    fill(card.querySelector(`[name="${name}"]`), questions, readState()[name]);
  }
  const {rows, columns} = readState();
  const wanted = JSON.stringify([rows, columns, version]);
  if (card.dataset.wanted !== wanted) {
    card.dataset.wanted = wanted;
    load(card);
  }
}

function chooser(name, label) {
  const select = el('select', {class: 'input', name, change: () => go({...readState(), [name]: select.value})});
  return el('label', {class: 'field grow'}, label, select);
}

function fill(select, questions, chosen) {
  const ids = questions.map(({id}) => id).join(' ');
  if (select.dataset.ids !== ids) {
    select.dataset.ids = ids;
    select.replaceChildren(el('option', {value: ''}, 'Choose a question'), ...questions.map(({id, text}) => el('option', {value: id}, text)));
  }
  select.value = chosen;
}

async function load(card) {
  const {rows, columns, filters} = readState();
  const holder = card.querySelector('.cross-tables');
  if (!rows || !columns) {
    latest = [];
    holder.replaceChildren(el('p', {class: 'faint'}, 'Choose two questions to see how their answers go together.'));
    return;
  }
  try {
    latest = await Promise.all(filters.map(filter => get('cross', filter, {rows, columns})));
    show(card);
  } catch (e) {
    if (!(e instanceof Refused)) {
      throw e;
    }
    holder.replaceChildren(el('p', {class: 'bad'}, e.message));
  }
}

function setShown(card, value) {
  shownAs = value;
  card.querySelectorAll('[data-shown]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.shown === value)));
  if (latest.length) {
    show(card);
  }
}

function show(card) {
  pair(card.querySelector('.cross-tables'), latest, (slot, table, i) => slot.replaceChildren(
    latest.length > 1 ? sideName(i) : '',
    el('div', {class: 'scrolls', tabindex: '0', role: 'group', 'aria-label': 'Cross table'}, crossTable(table)),
    el('p', {class: 'faint small hint-line'}, table.association)));
}

function crossTable({columns, rows}) {
  return el('table', {class: 'table compact heat'},
    el('thead', {}, el('tr', {}, el('td'), columns.map(({label}) => el('th', {scope: 'col', dir: 'auto'}, label)), el('th', {scope: 'col'}, 'All'))),
    el('tbody', {}, rows.map(row => el('tr', {}, el('th', {scope: 'row', dir: 'auto'}, row.label),
      row.cells.map(cell => heat(cell)), el('td', {class: 'sum'}, count(row.total, 'answer'))))),
    el('tfoot', {}, el('tr', {}, el('th', {scope: 'row'}, 'All'), columns.map(({total}) => el('td', {class: 'sum'}, count(total, 'answer'))), el('td', {class: 'sum'}))));
}

function heat(cell) {
  const share = shownAs === 'columns' ? cell.columnShare : cell.rowShare;
  const element = el('td', {title: count(cell.count, 'answer')}, shownAs === 'counts' ? String(cell.count) : percent(share / 100));
  element.style.setProperty('--share', share / 100);
  return element;
}
