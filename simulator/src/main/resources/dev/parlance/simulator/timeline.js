import {el, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {ask, post} from './api.js';
import {JUMPS, moveClock} from './clock.js';
import {bare} from './person.js';
import {day, exactly, minute, now, until} from './time.js';

const PAUSE_MILLIS = 250;

/** The clock, and what will happen. */
export class Timeline {
  #timer = 0;

  constructor(nameOf) {
    this.nameOf = nameOf;
    this.time = el('time', {class: 'big-time'});
    const to = el('input', {class: 'input', type: 'datetime-local', required: true, step: '1', 'aria-label': 'Time to go to'});
    this.list = el('ol', {class: 'timeline', 'aria-label': 'What will happen'});
    this.none = el('div', {class: 'empty'}, icon('calendar'), el('strong', {}, 'Nothing is planned'), 'Reminders, scheduled texts, retries and time limits appear here.');
    this.element = el('div', {class: 'stack'},
      el('section', {class: 'card stack', 'aria-labelledby': 'clock-title'}, el('h2', {id: 'clock-title'}, 'Clock'), this.time,
        el('div', {class: 'row wrap'}, el('div', {class: 'button-group', role: 'group', 'aria-label': 'Skip'},
          ...JUMPS.map(([label, seconds]) => el('button', {type: 'button', class: 'button', 'data-skip': seconds, click: () => moveClock(seconds)}, `+${label}`))),
        el('form', {class: 'row go-to', submit: event => {
          event.preventDefault();
          post('api/clock', {to: new Date(to.value).toISOString()});
        }}, to, el('button', {class: 'button'}, 'Go to')))),
      el('section', {class: 'card', 'aria-labelledby': 'upcoming-title'}, el('header', {}, el('h2', {id: 'upcoming-title'}, 'What will happen')), this.none, this.list));
    setInterval(() => this.isShown && this.#tick(), 1000);
  }

  get isShown() {
    return this.element.offsetParent !== null;
  }

  #tick() {
    this.time.textContent = exactly(now());
    this.list.querySelectorAll('[data-at]').forEach(each => { each.textContent = until(each.dataset.at); });
  }

  /** Loads the timeline soon, if it is in view. */
  refresh() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      if (this.isShown) {
        const state = await ask('api/upcoming');
        state && this.#show(state.upcoming);
      }
    }, PAUSE_MILLIS);
  }

  #show(upcoming) {
    this.none.hidden = upcoming.length > 0;
    const items = [];
    let before = '';
    for (const each of upcoming) {
      if (day(each.at) !== before) {
        before = day(each.at);
        items.push({key: `day ${before}`, title: before});
      }
      items.push({...each, key: [each.at, each.what, each.who, each.by].join(' ')});
    }
    showAll(this.list, items, {key: item => item.key, create: item => (item.title ? el('li', {class: 'timeline-day'}, item.title) : this.#row(item))});
    this.#tick();
  }

  #row({at, what, who, by}) {
    const person = who && (this.nameOf(who) || bare(who));
    return el('li', {class: 'row'},
      el('time', {class: 'number', datetime: at, title: exactly(at)}, minute(at)),
      el('span', {class: 'grow'}, el('span', {class: 'block'}, what[0].toUpperCase() + what.slice(1), person && ' · ', person && el('bdi', {}, person)),
        el('span', {class: 'faint tiny'}, by === 'Twilio' ? 'Twilio' : 'the application', ' · ', el('span', {'data-at': at}))),
      el('button', {type: 'button', class: 'button small', 'aria-label': `Go there: ${what}`, click: () => post('api/clock', {to: new Date(new Date(at).getTime() + 1000).toISOString()})}, 'Go there'));
  }
}
