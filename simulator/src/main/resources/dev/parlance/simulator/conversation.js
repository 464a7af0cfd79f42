import {el, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {medium} from './media.js';
import {RichContent} from './rich.js';
import {day, elapsed, exactly, minute} from './time.js';

const TOGETHER_MILLIS = 5 * 60_000;
const TICKS = {
  received: ['checks', 'Received by Twilio'],
  accepted: ['clock', 'Accepted'],
  queued: ['clock', 'Queued'],
  sending: ['check', 'Sending'],
  sent: ['check', 'Sent'],
  delivered: ['checks', 'Delivered'],
  read: ['checks', 'Read'],
  scheduled: ['timer', 'Scheduled'],
  undelivered: ['alert', 'Not delivered'],
  failed: ['alert', 'Failed'],
  canceled: ['close', 'Canceled'],
};
const LOST = ['undelivered', 'failed', 'canceled'];

/** The texts and calls of a phone, by day. Stays at the end, unless the user has scrolled up. */
export class Conversation {
  #isAtEnd = true;
  #count = 0;

  constructor(number, openSheet, openCall) {
    Object.assign(this, {number, openSheet, openCall});
    this.log = el('div', {class: 'messages', role: 'log', 'aria-label': `Texts of ${number}`, tabindex: '0'});
    this.newer = el('button', {type: 'button', class: 'button small newer', hidden: true, click: () => this.toEnd()}, icon('arrow-down'), 'New message');
    this.typing = el('div', {class: 'typing', hidden: true, role: 'status'}, el('span', {class: 'unseen'}, 'The application is typing'), el('i'), el('i'), el('i'));
    this.element = el('div', {class: 'conversation'}, this.log, this.typing, this.newer);
    this.log.addEventListener('scroll', () => this.#look(), {passive: true});
    this.log.addEventListener('load', () => this.#isAtEnd && this.toEnd(), true);
    new ResizeObserver(() => this.#isAtEnd && this.toEnd()).observe(this.log);
  }

  #look() {
    this.#isAtEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
    if (this.#isAtEnd) {
      this.newer.hidden = true;
    }
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.newer.hidden = true;
    this.#isAtEnd = true;
  }

  show(phone) {
    const items = entries(phone);
    const newest = items.at(-1);
    const grown = items.length > this.#count;
    this.#count = items.length;
    showAll(this.log, items, {key: item => item.key, create: item => this.#create(item), update: (element, item) => this.#update(element, item)});
    this.typing.hidden = !phone.typing;
    if (grown && (this.#isAtEnd || newest?.mine)) {
      this.toEnd();
    } else if (grown) {
      this.newer.hidden = false;
    }
  }

  #create(item) {
    switch (item.type) {
      case 'day':
        return el('p', {class: 'day'}, el('span', {}, item.text));
      case 'call':
        return el('div', {class: 'call-entry'});
      case 'none':
        return el('div', {class: 'empty'}, icon('chat'), el('strong', {}, 'No messages yet'), 'Text or call the application to begin.');
      default:
        return el('div', {});
    }
  }

  #update(element, item) {
    if (item.type === 'day' || item.type === 'none') {
      return;
    }
    const shown = JSON.stringify(item);
    if (element.dataset.shown === shown) {
      return;
    }
    element.dataset.shown = shown;
    if (item.type === 'call') {
      element.replaceChildren(this.#callEntry(item.call));
      return;
    }
    const body = JSON.stringify([item.message.body, item.message.media, item.message.content]);
    element.className = `line ${item.mine ? 'mine' : 'theirs'}${item.first ? ' first' : ''}${item.last ? ' last' : ''}`;
    if (element.dataset.body !== body) {
      element.dataset.body = body;
      element.replaceChildren(this.#bubble(item.message), el('p', {class: 'meta'}));
    }
    const bubble = element.firstElementChild;
    bubble.className = `bubble ${item.mine ? 'mine' : 'theirs'}${LOST.includes(item.message.status) ? ' lost' : ''}${item.message.status === 'scheduled' ? ' waiting' : ''}`;
    element.lastElementChild.replaceChildren(...meta(item));
  }

  #bubble(message) {
    const media = (message.media || []).map(medium);
    const rich = new RichContent(this.number, message, this.openSheet);
    return el('div', {class: 'bubble'},
      ...media, ...rich.above(), message.body && el('p', {dir: 'auto'}, message.body), ...rich.below());
  }

  #callEntry(call) {
    const words = call.over ? `${call.incoming ? 'Incoming call' : 'Call'}, ${call.status}${call.seconds ? `, ${elapsed(call.seconds * 1000)}` : ''}` : 'Call in progress';
    const missed = call.over && call.status !== 'completed';
    return el('button', {type: 'button', class: `chip ${missed ? 'bad' : 'outline'} call-chip`, title: 'Show what was said', click: () => this.openCall(call.sid)},
      icon(call.incoming ? 'phone-in' : 'phone'), el('span', {class: 'cut'}, words), el('time', {class: 'faint'}, minute(call.at)));
  }
}

/** Days, texts and calls in order, with the groups of texts. */
function entries(phone) {
  const all = [
    ...phone.messages.map(message => ({type: 'text', key: message.key, at: message.at, mine: message.mine, message})),
    ...phone.calls.map(call => ({type: 'call', key: call.sid, at: call.at, call})),
  ];
  let last = '';
  all.forEach(each => { last = each.at ??= last; }); // Twilio's own replies have the time of what they reply to
  all.sort((one, other) => new Date(one.at) - new Date(other.at));
  const items = [];
  let before;
  for (const each of all) {
    if (!before || day(before.at) !== day(each.at)) {
      items.push({type: 'day', key: `day ${day(each.at)}`, text: day(each.at)});
      before = undefined;
    }
    each.first = !before || before.type !== 'text' || before.mine !== each.mine || new Date(each.at) - new Date(before.at) > TOGETHER_MILLIS;
    if (before && each.first) {
      before.last = true;
    }
    items.push(each);
    before = each;
    if (all.indexOf(each) === all.length - 1 || day(all[all.indexOf(each) + 1].at) !== day(each.at)) {
      each.last = true;
    }
  }
  return items.length ? items : [{type: 'none', key: 'none'}];
}

/** The tick and, under the last text of a group, its meaning. */
function meta({message, last, at}) {
  const [tick, word] = TICKS[message.status] ?? ['info', message.status[0].toUpperCase() + message.status.slice(1)];
  const isLost = LOST.includes(message.status);
  const size = message.segments > 1 ? `${message.segments} × ${message.encoding}` : '';
  const detail = [word, exactly(at), message.segments && `${message.segments} × ${message.encoding}`].filter(Boolean).join(', ');
  return [
    el('time', {}, minute(at)),
    el('span', {class: `ticks ${isLost ? 'bad' : message.status === 'read' ? 'read' : ''}`, title: detail, role: 'img', 'aria-label': word}, icon(tick)),
    (last || isLost || message.status === 'scheduled') && el('span', {'aria-hidden': 'true'}, word),
    size && el('span', {}, size),
    message.error && el('span', {class: 'bad error'}, message.error),
  ].filter(Boolean);
}
