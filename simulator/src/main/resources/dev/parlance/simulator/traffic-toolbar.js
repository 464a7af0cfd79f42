import {el} from './design/dom.js';
import {number} from './design/format.js';
import {icon} from './design/icons.js';
import {menuButton} from './design/menu.js';
import {KINDS} from './traffic-rows.js';

const GROUPINGS = {'': 'Not grouped', person: 'By conversation', call: 'By call'};

/** Search, filters, grouping, pause, and what can be done with the whole list. */
export class TrafficToolbar {
  #people = '';

  constructor({filter, changed, searched, paused, actions}) {
    this.filter = filter;
    this.changed = changed;
    this.search = el('input', {class: 'input small', type: 'search', 'aria-label': 'Search the traffic', placeholder: 'Search', title: 'Search bodies, parameters and SIDs (/)',
      autocomplete: 'off', input: () => searched(this.search.value)});
    this.person = el('select', {class: 'input small', 'aria-label': 'Person', change: () => this.#set({person: this.person.value})});
    this.grouping = el('select', {class: 'input small', 'aria-label': 'Grouping', change: () => this.#set({grouping: this.grouping.value})},
      ...Object.entries(GROUPINGS).map(([value, label]) => el('option', {value}, label)));
    this.pause = el('button', {type: 'button', class: 'button small icon-only', 'aria-pressed': 'false', click: paused});
    this.calls = el('button', {type: 'button', class: 'button small traffic-browser-calls', hidden: true, click: actions.browserCalls}, icon('flow'), 'Browser calls');
    this.release = el('button', {type: 'button', class: 'button small', hidden: true, click: actions.release});
    this.kinds = el('div', {class: 'row traffic-kinds', role: 'group', 'aria-label': 'Kinds'}, ...this.#kindButtons());
    this.problems = el('button', {type: 'button', class: 'button quiet small traffic-problems', 'aria-pressed': 'false',
      click: () => this.#set({problemsOnly: !filter.problemsOnly})});
    this.element = el('header', {class: 'traffic-toolbar'},
      el('h2', {class: 'unseen'}, 'Traffic'),
      el('div', {class: 'row wrap'},
        el('div', {class: 'search grow'}, icon('search'), this.search),
        el('span', {class: 'row traffic-selects'}, this.person, this.grouping),
        el('span', {class: 'row'}, this.calls, this.release, this.pause, this.#menu(actions))),
      el('div', {class: 'row traffic-filters'}, this.kinds, this.problems));
    this.showPause(false, 0);
  }

  #menu(actions) {
    const item = (name, label, click) => el('button', {type: 'button', click}, icon(name), label);
    return menuButton(el('button', {type: 'button', class: 'button small icon-only', 'aria-label': 'More', title: 'More'}, icon('more')), [
      item('download', 'Export what is shown as HAR', () => actions.exportAs('har', true)),
      item('download', 'Export what is shown as NDJSON', () => actions.exportAs('ndjson', true)),
      item('download', 'Export everything as HAR', () => actions.exportAs('har', false)),
      item('download', 'Export everything as NDJSON', () => actions.exportAs('ndjson', false)),
      el('hr'),
      item('pause', 'Hold the next text', actions.hold),
      item('keypad', 'Keyboard shortcuts', actions.shortcuts),
      el('hr'),
      item('trash', 'Clear the list', actions.clear),
    ]);
  }

  #kindButtons() {
    return ['', ...Object.keys(KINDS)].map(kind => el('button', {type: 'button', class: 'button quiet small', 'data-kind': kind, 'aria-pressed': String(!kind),
      click: () => this.#set({kind})}, kind && icon(KINDS[kind].icon), kind ? KINDS[kind].many : 'All', el('span', {class: 'faint traffic-count'})));
  }

  #set(change) {
    Object.assign(this.filter, change);
    this.changed();
  }

  /** Shows what the filter is, and how many rows there are. */
  show({kinds, problems, people}, total, names) {
    for (const button of this.kinds.children) {
      const {kind} = button.dataset;
      button.setAttribute('aria-pressed', String(kind === this.filter.kind));
      button.lastElementChild.textContent = number(kind ? kinds[kind] ?? 0 : total);
    }
    this.problems.hidden = !problems && !this.filter.problemsOnly;
    this.problems.setAttribute('aria-pressed', String(this.filter.problemsOnly));
    this.problems.replaceChildren(icon('alert'), 'Problems', el('span', {class: 'traffic-count'}, number(problems)));
    this.#showPeople(people, names);
    this.person.value = this.filter.person;
    this.grouping.value = this.filter.grouping;
    if (!this.filter.words) {
      this.search.value = '';
    }
  }

  #showPeople(people, names) {
    const all = [...people].sort((one, other) => other[1] - one[1]);
    if (this.filter.person && !people.has(this.filter.person)) {
      all.push([this.filter.person, 0]);
    }
    const shown = JSON.stringify([all.map(([person]) => person), names]);
    if (shown !== this.#people) {
      this.#people = shown;
      this.person.replaceChildren(el('option', {value: ''}, 'Everybody'),
        ...all.map(([person]) => el('option', {value: person}, names[person] ? `${names[person]} ${person}` : person)));
    }
  }

  showPause(isPaused, waiting) {
    const label = isPaused ? `Continue${waiting ? `: ${number(waiting)} new` : ''}` : 'Pause the list';
    this.pause.setAttribute('aria-pressed', String(isPaused));
    this.pause.setAttribute('aria-label', label);
    this.pause.title = label;
    this.pause.classList.toggle('icon-only', !waiting);
    this.pause.replaceChildren(icon(isPaused ? 'play' : 'pause'), ...(waiting ? [`${number(waiting)} new`] : []));
  }

  showHeld(held) {
    this.release.hidden = !held;
    this.release.replaceChildren(icon('play'), `Release ${number(held)} held`);
  }
}
