import {el, place, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {sideName} from './chart.js';
import {openFilter} from './filter-dialog.js';
import {go, readState} from './state.js';
import {daysAgo} from './times.js';

const SPANS = [['', 'All time'], ['7', 'Last 7 days'], ['30', 'Last 30 days'], ['90', 'Last 90 days']];

let choices = [];

/** The bar with the filters that are on. `fields` is what people can filter by. */
export function showFilters(fields, locked) {
  choices = fields;
  const bar = place('filters');
  if (!bar.children.length) {
    bar.append(
      el('label', {class: 'unseen', for: 'span'}, 'Period'),
      el('select', {id: 'span', class: 'input small', change: event => setSpan(event.target.value)}, SPANS.map(([value, label]) => el('option', {value}, label))),
      ...[0, 1].map(side => el('div', {class: 'chips', 'data-side': side})),
      el('span', {class: 'push row wrap'},
        el('button', {type: 'button', class: 'button small', id: 'compare', click: compare}, icon('columns'), el('span', {}, 'Compare')),
        el('button', {type: 'button', class: 'button small quiet', id: 'clear', click: () => go({...readState(), filters: [[]]})}, 'Clear')));
    bar.querySelector('#span').style.width = '130px';
  }
  const {filters} = readState();
  bar.querySelectorAll('.chips').forEach((holder, side) => {
    holder.hidden = side >= filters.length;
    if (!holder.hidden) {
      showChips(holder, filters, side, locked);
    }
  });
  const span = filters[0].find(([name]) => name === 'from');
  const hasEnd = filters[0].some(([name]) => name === 'to');
  const match = SPANS.find(([days]) => days && span && !hasEnd && span[1] === daysAgo(days));
  const select = place('span');
  select.querySelector('[value=other]')?.remove();
  if ((span || hasEnd) && !match) {
    select.append(el('option', {value: 'other'}, 'Chosen days'));
  }
  select.value = match ? match[0] : span || hasEnd ? 'other' : '';
  bar.querySelector('#compare span').textContent = filters.length > 1 ? 'Stop comparing' : 'Compare';
  bar.querySelector('#compare').setAttribute('aria-pressed', String(filters.length > 1));
  bar.querySelector('#clear').hidden = filters.length < 2 && !filters[0].length;
}

function showChips(holder, filters, side, locked) {
  const chips = [
    ...(filters.length > 1 ? [{key: 'side', side}] : []),
    ...(side ? [] : locked).map(([name, value]) => ({key: `locked ${name}=${value}`, text: nameOf(name, value), isLocked: true})),
    ...filters[side].map(([name, value]) => ({key: `${name}=${value}`, text: nameOf(name, value), pair: [name, value]})),
    {key: 'add', isButton: true},
  ];
  showAll(holder, chips, {key: item => item.key, create: item => createChip(item, side)});
}

function createChip(item, side) {
  if (item.key === 'side') {
    return sideName(side);
  }
  if (item.isButton) {
    return el('button', {type: 'button', class: 'button small', 'data-filter': side, click: () => editFilter(side)}, icon('filter'), 'Filter');
  }
  return el('span', {class: 'chip outline', title: item.text}, item.isLocked ? icon('lock') : [], el('span', {dir: 'auto'}, item.text),
    item.isLocked ? [] : el('button', {type: 'button', 'aria-label': `Remove ${item.text}`, click: () => remove(side, item.pair)}, icon('close')));
}

/** What a filter's field and value mean, in words. */
export function nameOf(name, value) {
  if (name === 'from' || name === 'to') {
    return `${name === 'from' ? 'From' : 'Until'} ${value}`;
  }
  const field = choices.find(each => each.name === name);
  const option = field?.values.find(each => each.value === value);
  return `${field?.short ?? name}: ${option?.label ?? value}`;
}

function setFilter(side, filter) {
  const state = readState();
  go({...state, filters: state.filters.map((each, i) => (i === side ? filter : each))});
}

function remove(side, [name, value]) {
  setFilter(side, readState().filters[side].filter(each => each[0] !== name || each[1] !== value));
  place('filters').querySelector(`[data-filter="${side}"]`)?.focus();
}

function editFilter(side) {
  openFilter(side, readState().filters[side], choices, filter => setFilter(side, filter));
}

function compare() {
  const state = readState();
  go({...state, filters: state.filters.length > 1 ? [state.filters[0]] : [state.filters[0], []]});
}

function setSpan(days) {
  if (days === 'other') {
    return;
  }
  const state = readState();
  const withSpan = filter => {
    const rest = filter.filter(([name]) => name !== 'from' && name !== 'to');
    return days ? [['from', daysAgo(days)], ...rest] : rest;
  };
  go({...state, filters: state.filters.map(withSpan)});
}
