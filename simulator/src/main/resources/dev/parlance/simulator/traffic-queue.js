import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {time} from './design/format.js';
import {title} from './traffic-rows.js';

/** Webhooks to send again in an order of your choice, or all at once. */
export class SendQueue {
  #entries = [];

  constructor(sendAgain) {
    this.sendAgain = sendAgain;
    this.list = el('ol', {class: 'traffic-queued'});
    this.element = el('section', {class: 'traffic-queue', 'aria-label': 'Send queue', hidden: true},
      el('header', {class: 'row wrap between'}, el('h3', {}, 'Send queue'), el('span', {class: 'row wrap'},
        el('button', {type: 'button', class: 'button small primary', click: () => this.#send(false)}, icon('send'), 'Send in this order'),
        el('button', {type: 'button', class: 'button small', click: () => this.#send(true)}, icon('duplicate'), 'All at once'),
        el('button', {type: 'button', class: 'button small quiet', click: () => this.#clear()}, 'Discard'))),
      this.list);
  }

  add(entry) {
    this.#entries.push(entry);
    this.#show();
  }

  async #send(atOnce) {
    const webhooks = this.#entries.map(({number}) => ({number}));
    this.#clear();
    await this.sendAgain(webhooks, {atOnce});
  }

  #clear() {
    this.#entries = [];
    this.#show();
  }

  #move(at, by) {
    const [moved] = this.#entries.splice(at, 1);
    this.#entries.splice(at + by, 0, moved);
    this.#show();
    const row = this.list.children[at + by];
    (row.querySelector(by < 0 ? '.up:not(:disabled)' : '.down:not(:disabled)') ?? row.querySelector('button:not(:disabled)')).focus();
  }

  #show() {
    this.element.hidden = !this.#entries.length;
    const last = this.#entries.length - 1;
    const small = (label, name, className, isDisabled, click) => el('button', {type: 'button', class: `button quiet small icon-only ${className}`,
      'aria-label': label, title: label, disabled: isDisabled, click}, icon(name));
    this.list.replaceChildren(...this.#entries.map((entry, at) => el('li', {class: 'row'},
      el('span', {class: 'grow cut'}, `${at + 1}. `, el('strong', {}, title(entry)), ' ', el('bdi', {class: 'faint'}, [time(entry.at), entry.text].filter(Boolean).join(' · '))),
      small(`Move ${at + 1} up`, 'arrow-up', 'up', at === 0, () => this.#move(at, -1)),
      small(`Move ${at + 1} down`, 'arrow-down', 'down', at === last, () => this.#move(at, 1)),
      small(`Remove ${at + 1}`, 'close', 'remove', false, () => { this.#entries.splice(at, 1); this.#show(); }))));
  }
}
