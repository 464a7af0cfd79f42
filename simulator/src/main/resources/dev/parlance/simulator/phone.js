import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {menuButton} from './design/menu.js';
import {post} from './api.js';
import {CallScreen} from './call.js';
import {Compose} from './compose.js';
import {Conversation} from './conversation.js';
import {avatar, bare, channel, channelName} from './person.js';

const ANSWERING = [['rings', 'Rings'], ['answers', 'Answers at once'], ['busy', 'Is busy'], ['no_answer', 'Does not answer'],
  ['failed', 'Can\'t be reached'], ['voicemail', 'Goes to voicemail']];

/** A person's phone: its conversation, its call, and how it reacts to calls. */
export class Phone {
  #ended = '';

  constructor(phone, numbers) {
    this.number = phone.number;
    this.title = el('h3', {class: 'cut'});
    this.subtitle = el('span', {class: 'faint tiny', dir: 'ltr'});
    this.picture = el('span');
    this.compose = new Compose(this.number, numbers);
    this.sheet = el('section', {class: 'sheet', hidden: true, keydown: event => event.key === 'Escape' && this.closeSheet()});
    this.conversation = new Conversation(this.number, (title, content) => this.openSheet(title, content), sid => this.#openCall(sid));
    this.call = new CallScreen(this.number, () => this.#showReturn());
    this.back = el('button', {type: 'button', class: 'return', hidden: true, click: () => this.#openCall(this.call.sid)}, icon('phone'), 'Back to the call');
    this.chips = el('div', {class: 'row wrap phone-chips', hidden: true});
    this.element = el('article', {class: `phone ${channel(this.number)}${phone.landline ? ' landline' : ''}`, 'data-number': this.number, 'aria-label': `Phone of ${phone.name || phone.number}`},
      el('header', {class: 'phone-head'}, this.picture, el('div', {class: 'grow'}, this.title, this.subtitle),
        channel(this.number) !== 'client' && this.#callButton(), this.#menu()),
      this.chips, this.back, this.conversation.element, this.compose.element, this.sheet, this.call.element);
  }

  #callButton() {
    return el('button', {type: 'button', class: 'button quiet icon-only call', 'aria-label': 'Call the application', title: 'Call the application',
      click: () => post('api/calls', {from: this.number, to: this.compose.to})}, icon('phone'));
  }

  #menu() {
    this.choices = ANSWERING.map(([value, label]) => el('button', {type: 'button', role: 'menuitemradio', 'data-value': value,
      click: () => this.#set({answering: value})}, el('span', {class: 'tick'}, icon('check')), label));
    this.reception = el('button', {type: 'button', role: 'menuitemcheckbox', class: 'reception', click: () => this.#set({reception: !this.state.reception})},
      el('span', {class: 'tick'}, icon('check')), 'Has reception');
    return menuButton(el('button', {type: 'button', class: 'button quiet icon-only settings', 'aria-label': 'How the phone reacts', title: 'How the phone reacts'}, icon('more')),
      [el('p', {class: 'menu-title', role: 'presentation'}, 'When called, the phone'), ...this.choices, el('hr'), this.reception]);
  }

  #set(settings) {
    post('api/phones/settings', {number: this.number, ...settings});
  }

  /** Shows something over the conversation, from below. */
  openSheet(title, content) {
    const opener = document.activeElement;
    this.closeSheet = () => {
      this.sheet.hidden = true;
      opener?.focus?.();
    };
    const close = el('button', {type: 'button', class: 'button quiet small icon-only', 'aria-label': 'Close', click: () => this.closeSheet()}, icon('close'));
    this.sheet.setAttribute('aria-label', title);
    this.sheet.replaceChildren(el('header', {class: 'row between'}, el('strong', {dir: 'auto'}, title), close), ...content(() => this.closeSheet()));
    this.sheet.hidden = false;
    (this.sheet.querySelector('.pick, textarea') ?? close).focus();
  }

  #openCall(sid) {
    const call = this.state.calls.find(each => each.sid === sid);
    if (call) {
      this.back.hidden = true;
      this.call.open(call);
    }
  }

  #showReturn() {
    this.back.hidden = !this.call.isOpen;
    this.compose.focus();
  }

  show(phone, quietly) {
    this.state = phone;
    const shown = JSON.stringify([phone.name, phone.number]);
    if (this.shown !== shown) {
      this.shown = shown;
      this.title.textContent = phone.name || bare(phone.number);
      this.subtitle.textContent = [phone.name && bare(phone.number), channel(phone.number) !== 'phone' && channelName(phone.number)].filter(Boolean).join(' · ');
      this.picture.replaceChildren(avatar(phone));
    }
    this.#showSettings(phone);
    if (phone.whole) {
      this.conversation.show(phone);
    }
    this.#showCall(phone.calls, quietly);
  }

  #showSettings(phone) {
    this.choices.forEach(each => each.setAttribute('aria-checked', String(each.dataset.value === phone.answering)));
    this.reception.setAttribute('aria-checked', String(phone.reception));
    const state = !phone.reception ? 'No reception' : phone.answering === 'rings' ? '' : ANSWERING.find(([value]) => value === phone.answering)[1];
    if (this.chips.dataset.state !== state) {
      this.chips.dataset.state = state;
      this.chips.hidden = !state;
      this.chips.replaceChildren(el('span', {class: 'chip warn'}, icon(phone.reception ? 'phone-in' : 'alert'), state),
        el('button', {type: 'button', class: 'button quiet small', click: () => this.#set(this.state.reception ? {answering: 'rings'} : {reception: true})}, 'Undo'));
    }
  }

  /** A new call takes the screen. A call that the user has left does not come back by itself. */
  #showCall(calls, quietly) {
    const call = calls.find(each => !each.over) ?? calls.find(each => each.sid === this.call.sid);
    if (!call) {
      this.call.forget();
      return;
    }
    if (!call.over && call.sid !== this.call.sid) {
      this.call.element.hidden = false;
      this.back.hidden = true;
    }
    if (call.over && call.sid !== this.#ended) {
      this.#ended = call.sid;
      this.back.hidden = true;
    }
    this.call.show(call, quietly);
  }

  /** Whether a call rings or is in progress. */
  get isCalling() {
    return this.state.calls.some(each => !each.over);
  }
}
