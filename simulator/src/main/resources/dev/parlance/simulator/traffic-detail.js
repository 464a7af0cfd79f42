import {el} from './design/dom.js';
import {moment, time} from './design/format.js';
import {icon} from './design/icons.js';
import {runTabs} from './design/tabs.js';
import {load} from './traffic-api.js';
import {actionBar} from './traffic-actions.js';
import {exchangePart} from './traffic-exchange.js';
import {signaturePart} from './traffic-signature.js';
import {timelinePart} from './traffic-timeline.js';
import {KINDS, marks, millis, SIGNATURES, statusChip, title} from './traffic-rows.js';

/** Everything about one entry. */
export class TrafficDetail {
  #shown;
  #number;
  #tab = 'traffic-exchange';
  #views = {request: 'parameters', answer: 'formatted'};

  constructor({feed, close, open, enqueue}) {
    Object.assign(this, {feed, close, open, enqueue});
    this.element = el('article', {class: 'traffic-detail', tabindex: '-1', 'aria-label': 'Entry', hidden: true});
  }

  /** The entry that is shown, with everything; undefined without one. */
  get entry() {
    return this.element.hidden ? undefined : this.#shown;
  }

  get number() {
    return this.element.hidden ? undefined : this.#number;
  }

  hide() {
    this.element.hidden = true;
    this.#shown = undefined;
    this.#number = undefined; // what is still loading does not appear
  }

  /** Shows an entry. Shows it again, as it is now, if it is shown already. Resolves to false if something else is wanted meanwhile. */
  async show(number) {
    this.#number = number;
    let entry;
    try {
      entry = await load(`api/traffic/entries/${number}`);
    } catch (problem) {
      if (number === this.#number) {
        this.#shown = undefined;
        this.element.replaceChildren(this.#back(), el('div', {class: 'empty'}, icon('list'), problem.message));
        this.element.hidden = false;
      }
    }
    if (entry && number === this.#number) {
      const isSame = this.#shown?.number === entry.number;
      const {scrollTop} = this.element;
      this.#shown = entry;
      this.#draw();
      this.element.scrollTop = isSame ? scrollTop : 0;
    }
    return number === this.#number;
  }

  /** The verb that the call executes has changed. */
  showRunning() {
    if (this.entry && this.#shown.running !== this.feed.running.get(this.#shown.number)) {
      this.#draw();
    }
  }

  #draw() {
    const entry = this.#shown;
    entry.running = this.feed.running.get(entry.number);
    const hadFocus = this.element.contains(document.activeElement) && document.activeElement.dataset.action;
    const parts = entry.method ? [this.#tabs(entry)].flat() : [this.#note(entry)];
    this.element.setAttribute('aria-label', `Entry ${entry.number}: ${title(entry)}`);
    this.element.replaceChildren(this.#head(entry), ...problems(entry), ...parts);
    this.element.hidden = false;
    const tabs = this.element.querySelector('[role="tablist"]');
    if (tabs) {
      runTabs(tabs, panel => { this.#tab = panel; });
    }
    if (hadFocus) {
      this.element.querySelector(`[data-action="${hadFocus}"]`)?.focus();
    }
  }

  #back() {
    return el('button', {type: 'button', class: 'button quiet icon-only small traffic-back', 'aria-label': 'Close the entry', title: 'Close (Esc)',
      click: () => this.close()}, icon('close'));
  }

  #head(entry) {
    const kind = KINDS[entry.kind];
    const signature = SIGNATURES[entry.signature];
    return el('header', {class: 'traffic-head'},
      el('div', {class: 'row'},
        el('span', {class: `traffic-kind ${entry.kind}`}, icon(kind.icon)),
        el('h3', {class: 'grow traffic-title'}, entry.method ? title(entry) : kind.label),
        this.#back()),
      el('p', {class: 'row wrap traffic-facts'},
        entry.method && statusChip(entry),
        entry.event && el('span', {class: 'chip accent'}, entry.event),
        signature && entry.signature === 'valid' && el('span', {class: 'chip good'}, icon(signature.icon), signature.label),
        ...marks({...entry, problems: 0}),
        el('span', {class: 'faint small'}, [kind.label, `#${entry.number}`, time(entry.at), millis(entry)].filter(Boolean).join(' · ')),
        entry.person && el('span', {class: 'faint small'}, this.feed.names[entry.person] && [el('bdi', {}, this.feed.names[entry.person]), ' · '], el('bdi', {}, entry.person))),
      entry.method && actionBar(entry, {enqueue: this.enqueue}));
  }

  #tabs(entry) {
    const parts = [
      ['traffic-exchange', 'Exchange', () => exchangePart(entry, this.#views)],
      entry.signing && ['traffic-signature', 'Signature', () => signaturePart(entry)],
      ['traffic-timeline', 'Timeline', () => timelinePart(entry, number => this.open(number))],
    ].filter(Boolean);
    const chosen = parts.some(([id]) => id === this.#tab) ? this.#tab : parts[0][0];
    return [
      el('div', {class: 'tabs', role: 'tablist', 'aria-label': 'Parts of the entry'}, ...parts.map(([id, label]) =>
        el('button', {type: 'button', role: 'tab', id: `${id}-tab`, 'data-action': id, 'aria-controls': id, 'aria-selected': String(id === chosen)},
          label, id === 'traffic-timeline' && entry.related.length > 1 && el('span', {class: 'count'}, entry.related.length)))),
      ...parts.map(([id, , draw]) =>
        el('div', {id, role: 'tabpanel', 'aria-labelledby': `${id}-tab`, class: 'traffic-panel', hidden: id !== chosen}, draw())),
    ];
  }

  #note(entry) {
    const others = entry.related.filter(each => each.number !== entry.number);
    return el('div', {class: 'traffic-panel stack'},
      entry.kind === 'fault' && el('p', {}, entry.text),
      el('p', {class: 'faint small'}, moment(entry.at)),
      others.length > 0 && timelinePart(entry, number => this.open(number)));
  }
}

/** What Twilio or the API objects to, and what to do. */
function problems(entry) {
  return entry.problems.map(({text, remedy}) => el('section', {class: 'banner bad traffic-problem', 'aria-label': 'Problem'},
    icon('alert'), el('div', {class: 'grow'}, el('p', {}, text), remedy && el('p', {class: 'traffic-remedy'}, remedy))));
}
