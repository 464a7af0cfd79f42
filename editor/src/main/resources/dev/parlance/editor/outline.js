import {el, place, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {menuButton} from './design/menu.js';
import {findingsOf, item, languages, on, select, state} from './state.js';
import {addQuestion} from './add.js';
import {addGroup, addScale, isOutsideGroups} from './structure.js';

const ICONS = {
  text: 'edit', number: 'tag', rating: 'star', nps: 'chart', choice: 'list', choices: 'checks', ranking: 'table', shares: 'columns',
  yesNo: 'check', consent: 'shield', date: 'calendar', dateRange: 'calendar', month: 'calendar', year: 'calendar', time: 'clock',
  phone: 'phone', email: 'mail', location: 'map', media: 'image', statement: 'chat', matrix: 'grid', compute: 'code', set: 'code',
  assign: 'split', request: 'server', result: 'reply', wait: 'timer', group: 'duplicate', scale: 'list', dtmf: 'keypad', speech: 'mic',
};

export function kindIcon(item) {
  return icon({SURVEY: 'file', OTHER: 'more'}[item.type] ?? ICONS[item.kind] ?? 'help');
}

export function nameOf(item) {
  return {SURVEY: 'The survey', OTHER: 'Other texts'}[item.type] ?? item.id;
}

/** The words of a part in the first language. */
export function wordsOf(item) {
  const texts = languages()[0]?.prompts ?? {};
  return {SURVEY: 'Settings, greeting, goodbye', OTHER: 'Speech, built-in sentences', GROUP: 'Group', SCALE: 'Scale'}[item.type]
    ?? texts[item.base]?.text ?? (item.base && item.keys.includes(item.base) ? 'No text' : item.kind);
}

function create(item) {
  return el('li', {}, el('button', {type: 'button', class: 'outline-row', click: event => select(event.currentTarget.dataset.place)},
    el('span', {class: 'outline-icon'}),
      el('span', {class: 'outline-words'}, el('span', {class: 'outline-id cut'}), el('span', {class: 'outline-text cut', dir: 'auto'})),
    el('span', {class: 'outline-mark'})));
}

/** Fills a row, unless it shows the same already. */
function update(row, item) {
  const found = findingsOf(item);
  const mark = found.some(finding => !finding.isWarning) ? 'bad' : found.length ? 'warn' : '';
  const shown = [item.place, item.type, item.kind, item.depth, nameOf(item), wordsOf(item), mark].join('\n');
  if (row.shown === shown) {
    return;
  }
  row.shown = shown;
  const button = row.firstElementChild;
  button.dataset.place = item.place;
  button.style.paddingInlineStart = `calc(var(--space-3) + ${item.depth} * var(--space-4))`;
  button.querySelector('.outline-icon').replaceChildren(kindIcon(item));
  button.querySelector('.outline-id').textContent = nameOf(item);
  button.querySelector('.outline-text').textContent = wordsOf(item);
  button.querySelector('.outline-mark').replaceChildren(...mark ? [el('span', {class: `dot ${mark}`}),
    el('span', {class: 'unseen'}, mark === 'bad' ? 'has problems' : 'has warnings')] : []);
}

/** The list of all parts of the survey. */
export function showOutline() {
  const list = el('ol', {class: 'outline-list'});
  const add = el('button', {type: 'button', class: 'button', id: 'add', click: addQuestion}, icon('plus'), 'Add a question');
  const more = el('button', {type: 'button', class: 'button icon-only', id: 'add-more', 'aria-label': 'Add something else',
    title: 'Add something else'}, icon('more'));
  const group = el('button', {type: 'button', click: addGroup}, icon('duplicate'), 'Put the question into a new group');
  const foot = el('div', {class: 'outline-foot'}, add,
    menuButton(more, [group, el('button', {type: 'button', click: addScale}, icon('list'), 'Add a scale')]));
  more.addEventListener('click', () => { group.disabled = !isOutsideGroups(item()); });
  place('outline').append(list, foot);
  list.addEventListener('keydown', event => {
    const rows = [...list.querySelectorAll('button')];
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const to = step && !event.altKey && rows[rows.indexOf(document.activeElement) + step];
    if (to) {
      event.preventDefault();
      to.focus();
    }
  });
  const show = () => {
    foot.hidden = state.isTemplate;
    showAll(list, state.outline, {key: item => item.place, create, update});
    mark();
  };
  const mark = () => {
    list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const current = list.querySelector(`[data-place="${CSS.escape(state.selected)}"]`);
    current?.setAttribute('aria-current', 'true');
    return current;
  };
  on('changed', show);
  on('findings', show);
  on('selected', () => mark()?.scrollIntoView({block: 'nearest'}));
}
