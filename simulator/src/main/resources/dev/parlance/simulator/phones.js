import {el, post, clock} from './dom.js';
import {CallPanel} from './calls.js';
import {RichContent} from './rich.js';

const TICKS = {
  received: ['✓✓', 'received by Twilio'],
  accepted: ['✓', 'accepted'],
  queued: ['✓', 'queued'],
  sent: ['✓', 'sent'],
  delivered: ['✓✓', 'delivered'],
  read: ['✓✓', 'read'],
  scheduled: ['⏱', 'scheduled'],
  undelivered: ['✗', 'not delivered'],
  failed: ['✗', 'failed'],
  canceled: ['✗', 'canceled'],
};

/** A person's phone: its conversation, its call, and how it reacts to calls. */
export class PhoneCard {
  constructor(number, numbers) {
    this.number = number;
    this.bubbles = new Map();
    this.title = el('h3', {});
    this.messages = el('div', {class: 'messages', role: 'log', 'aria-label': `Texts of ${number}`, tabindex: '0'});
    this.call = new CallPanel(number);
    const onChannel = numbers.filter(each => channel(each) === channel(number));
    const reachable = onChannel.length ? onChannel : numbers;
    this.to = el('select', {'aria-label': 'To'}, ...reachable.map(each => el('option', {}, each)));
    this.to.hidden = reachable.length < 2;
    this.input = el('textarea', {rows: '1', placeholder: 'Text message', 'aria-label': `Text from ${number}`, dir: 'auto',
      maxlength: '1600', keydown: event => this.enter(event)});
    this.file = el('input', {type: 'file', multiple: true, 'aria-label': 'Pictures to send', hidden: true,
      change: () => { this.attach.textContent = this.file.files.length ? `📎 ${this.file.files.length}` : '📎'; }});
    this.attach = el('button', {type: 'button', 'aria-label': 'Send a picture', click: () => this.file.click()}, '📎');
    this.answering = el('select', {'aria-label': 'When called', change: () => this.set({answering: this.answering.value})},
      ...[['rings', 'rings'], ['answers', 'answers at once'], ['busy', 'is busy'], ['no_answer', 'does not answer'],
        ['failed', 'can\'t be reached'], ['voicemail', 'goes to voicemail']]
        .map(([value, label]) => el('option', {value}, label)));
    this.reception = el('input', {type: 'checkbox', change: () => this.set({reception: this.reception.checked})});
    this.form = el('form', {class: 'compose', submit: event => this.send(event)},
      this.to, this.attach, this.file, this.input, el('button', {}, 'Send'));
    this.element = el('article', {class: number.startsWith('client:') ? 'phone browser' : 'phone', 'data-number': number},
      el('header', {}, this.title,
        el('button', {type: 'button', class: 'call', click: () => post('api/calls', {from: number, to: this.to.value})}, 'Call')),
      this.call.element,
      this.messages,
      this.form,
      el('footer', {},
        el('label', {}, 'When called, it ', this.answering),
        el('label', {}, this.reception, ' Reception')));
  }

  set(settings) {
    post('api/phones/settings', {number: this.number, ...settings});
  }

  enter(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  async send(event) {
    event.preventDefault();
    const body = this.input.value;
    const media = await Promise.all([...this.file.files].map(async file => ({type: file.type, base64: await base64(file)})));
    if (!body.trim() && !media.length) {
      return;
    }
    this.input.value = '';
    this.file.value = '';
    this.attach.textContent = '📎';
    post('api/texts', {from: this.number, to: this.to.value, body, media});
  }

  show(phone, quietly) {
    this.title.replaceChildren(phone.name ? `${phone.name} ` : '', el('span', {class: 'faint', dir: 'ltr'}, phone.number));
    this.answering.value = phone.answering;
    this.reception.checked = phone.reception;
    this.call.show(phone.calls, quietly);
    const atEnd = this.messages.scrollHeight - this.messages.scrollTop - this.messages.clientHeight < 80;
    let grown = false;
    for (const message of phone.messages) {
      const known = this.bubbles.get(message.key);
      const shown = JSON.stringify([message.body, message.media, message.content]);
      if (known && known.shown === shown) {
        known.element.querySelector('.meta').replaceWith(meta(message));
        known.element.className = classes(message);
        continue;
      }
      const element = this.bubble(message);
      this.bubbles.set(message.key, {element, shown});
      if (known) {
        known.element.replaceWith(element); // it has arrived, with its pictures and buttons
      } else {
        this.messages.append(element);
      }
      grown = true;
    }
    if (grown && atEnd) {
      this.messages.scrollTop = this.messages.scrollHeight;
    }
  }

  bubble(message) {
    const pictures = (message.media || []).map(media => media.type.startsWith('image/')
      ? el('img', {src: media.url, alt: `Picture (${media.type})`})
      : el('a', {href: media.url, target: '_blank', rel: 'noopener'}, media.type));
    const rich = new RichContent(this.number, message);
    return el('div', {class: classes(message)},
      ...pictures, ...rich.above(), el('p', {dir: 'auto'}, message.body), meta(message), ...rich.below());
  }
}

/** The part before a colon: a person texts senders on the same channel. */
function channel(address) {
  return address.includes(':') ? address.slice(0, address.indexOf(':')) : 'phone';
}

/** Marks texts that have not arrived. */
function classes(message) {
  const lost = ['undelivered', 'failed', 'canceled'].includes(message.status) && ' lost';
  const waiting = message.status === 'scheduled' && ' waiting';
  return `bubble ${message.mine ? 'mine' : 'theirs'}${lost || waiting || ''}`;
}

function meta(message) {
  const [tick, word] = TICKS[message.status] || ['', message.status];
  const parts = [message.at && clock(message.at)];
  if (message.segments) {
    parts.push(`${message.segments} × ${message.encoding}`, `$${message.cost.toFixed(4)}`);
  }
  parts.push(message.error);
  return el('span', {class: 'meta', title: word}, parts.filter(Boolean).join(' · '), ' ',
    el('span', {class: 'ticks', role: 'img', 'aria-label': word}, tick || word));
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
