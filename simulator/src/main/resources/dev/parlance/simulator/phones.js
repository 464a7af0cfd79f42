import {el, place, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {openAddPhone} from './add-phone.js';
import {avatar, bare} from './person.js';
import {Phone} from './phone.js';
import {canSpeak, readAloud} from './speech.js';
import {minute} from './time.js';

const PHONE_WIDTH = 296;
const RAIL_WIDTH = 220;
const MANY = 8;

/** All phones. As many as fit are beside each other; with more, a rail switches between them. */
export class Phones {
  #phones = new Map();
  #recent = [];
  #seen = new Map();
  #state = [];

  #open = '';

  /** Calls `revealed()` when a call has come into view, and `opened()` when other phones are in view. */
  constructor(element, revealed, opened) {
    Object.assign(this, {revealed, opened});
    this.element = element;
    this.list = el('ul', {class: 'rail-list'});
    this.rail = el('nav', {class: 'rail', 'aria-label': 'All phones', hidden: true}, this.list);
    this.stage = el('div', {class: 'stage'});
    const aloud = canSpeak && el('button', {type: 'button', class: 'button quiet small', id: 'speak', 'aria-pressed': 'false', title: 'Read calls aloud', click: () => {
      const on = aloud.getAttribute('aria-pressed') !== 'true';
      aloud.setAttribute('aria-pressed', String(on));
      readAloud(on);
    }}, icon('speaker'), 'Read aloud');
    this.empty = el('div', {class: 'empty grow', hidden: true}, icon('smartphone'), el('strong', {}, 'No phones yet'), 'Add one to text and call the application.');
    element.append(
      el('header', {class: 'phones-head'}, el('h2', {}, 'Phones'), this.count = el('span', {class: 'faint small'}), el('span', {class: 'row push'}, aloud,
        el('button', {type: 'button', class: 'button small', id: 'add-phone', click: () => openAddPhone(number => this.#openSoon(number))}, icon('plus'), 'Add a phone'))),
      el('div', {class: 'phones-body'}, this.rail, this.stage, this.empty));
    new ResizeObserver(() => this.#arrange()).observe(element);
  }

  /** Opens a phone as soon as it is there. */
  #openSoon(number) {
    this.wanted = number;
    this.#openWanted();
  }

  #openWanted() {
    if (this.wanted && this.#phones.has(this.wanted)) {
      this.open(this.wanted);
      this.#phones.get(this.wanted).compose.focus();
      this.wanted = undefined;
    }
  }

  /** Brings a phone into view. */
  open(number) {
    this.#recent = [number, ...this.#recent.filter(each => each !== number)];
    this.#arrange();
    this.#phones.get(number).conversation.toEnd();
  }

  show(state, numbers, isFirst) {
    this.#state = state;
    for (const each of state) {
      let phone = this.#phones.get(each.number);
      const isNew = !phone;
      if (isNew) {
        phone = new Phone(each, numbers);
        this.#phones.set(each.number, phone);
        this.#recent.push(each.number);
        this.#seen.set(each.number, isFirst ? received(each) : 0);
        this.stage.append(phone.element);
      }
      const wasCalling = !isNew && phone.isCalling;
      phone.show(each, isFirst);
      if (phone.isCalling && !wasCalling && !isFirst) {
        this.open(each.number);
        this.revealed();
      }
    }
    this.empty.hidden = state.length > 0;
    this.count.textContent = state.length > 1 ? String(state.length) : '';
    this.#openWanted();
    this.#arrange();
  }

  showNumbers(numbers) {
    this.#phones.forEach(phone => phone.compose.showNumbers(numbers));
  }

  #arrange() {
    const width = this.element.clientWidth;
    if (!width || !this.#state.length) {
      this.#showUnread();
      return;
    }
    const isStrip = width < 560;
    const all = Math.max(1, Math.floor(width / PHONE_WIDTH));
    const hasRail = this.#state.length > all;
    const fit = !hasRail ? all : isStrip ? 1 : Math.max(1, Math.floor((width - RAIL_WIDTH) / PHONE_WIDTH));
    this.rail.hidden = !hasRail;
    this.element.classList.toggle('strip', hasRail && isStrip);
    const shown = new Set(this.#recent.slice(0, fit));
    this.#phones.forEach((phone, number) => {
      const wasHidden = phone.element.hidden;
      phone.element.hidden = !shown.has(number);
      if (wasHidden && shown.has(number)) {
        phone.conversation.toEnd();
      }
    });
    for (const each of this.#state) {
      if (shown.has(each.number)) {
        this.#seen.set(each.number, received(each));
      }
    }
    this.#showRail(shown);
    this.#showUnread();
    const open = [...shown].sort().join();
    if (open !== this.#open) {
      this.#open = open;
      this.opened();
    }
  }

  /** The numbers of the phones in view, whose whole conversations the page needs. */
  get inView() {
    return this.#open;
  }

  #unread(phone) {
    return Math.max(0, received(phone) - (this.#seen.get(phone.number) ?? 0));
  }

  #showUnread() {
    const total = this.#state.reduce((sum, each) => sum + this.#unread(each), 0);
    const count = place('unread-count');
    count.hidden = total === 0;
    count.textContent = total;
  }

  #showRail(shown) {
    if (this.rail.hidden) {
      return;
    }
    showAll(this.list, inOrder(this.#state), {
      key: phone => phone.number,
      create: phone => el('li', {}, el('button', {type: 'button', class: 'rail-item', 'data-open': phone.number, click: () => this.open(phone.number)})),
      update: (element, phone) => {
        const last = phone.messages.at(-1);
        const unread = this.#unread(phone);
        const calls = phone.calls.some(each => !each.over);
        const button = element.firstElementChild;
        button.setAttribute('aria-current', String(shown.has(phone.number)));
        const view = JSON.stringify([phone.name, last?.body, last?.at, unread, calls]);
        if (button.dataset.view === view) {
          return;
        }
        button.dataset.view = view;
        button.replaceChildren(avatar(phone),
          el('span', {class: 'rail-text'},
            el('span', {class: 'row between'}, el('span', {class: phone.name ? 'cut rail-name' : 'cut rail-name bare', dir: 'auto'}, phone.name || bare(phone.number)), last?.at && el('time', {class: 'faint tiny'}, minute(last.at))),
            el('span', {class: 'row between'}, el('span', {class: 'cut faint tiny', dir: 'auto'}, calls ? 'In a call' : last ? last.body || 'Picture' : bare(phone.number)),
              unread > 0 && el('span', {class: 'unread'}, unread, el('span', {class: 'unseen'}, ' unread')))));
      },
    });
  }
}

/** Many phones are in the order of their latest texts and calls, a few as they were added. */
function inOrder(phones) {
  const latest = phone => [phone.messages.at(-1)?.at ?? '', phone.calls.at(-1)?.at ?? ''].sort().at(-1);
  return phones.length > MANY ? [...phones].sort((one, other) => (latest(one) < latest(other) ? 1 : latest(one) > latest(other) ? -1 : 0)) : phones;
}

/** How many texts the phone has received. */
function received(phone) {
  return phone.received;
}
