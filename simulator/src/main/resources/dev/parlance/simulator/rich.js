import {copy} from './design/copy.js';
import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {post} from './api.js';
import {picture} from './media.js';
import {bare} from './person.js';

const ICONS = {url: 'external', phone_number: 'phone', voice_call: 'phone', copy_code: 'copy', flow: 'edit'};

/** Shows the buttons, the list and the cards of a message, and sends what is tapped. */
export class RichContent {
  constructor(number, message, openSheet) {
    Object.assign(this, {number, message, openSheet});
    this.content = message.content || {buttons: [], cards: []};
  }

  /** What is shown above the text. */
  above() {
    const {header} = this.content;
    return header ? [el('p', {class: 'heading', dir: 'auto'}, header)] : [];
  }

  /** What is shown below the text. */
  below() {
    const {footer, buttons, list, cards} = this.content;
    return [
      footer && el('p', {class: 'faint footer', dir: 'auto'}, footer),
      cards.length > 0 && el('ul', {class: 'cards', 'aria-label': 'Cards', tabindex: '0'}, ...cards.map(each => this.#card(each))),
      list && el('div', {class: 'taps'}, this.#tap(list.button, 'list', () => this.#openList(list))),
      buttons.length > 0 && this.#buttons(buttons),
    ].filter(Boolean);
  }

  #card({title, body, media, buttons}) {
    return el('li', {class: 'rich-card'},
      media && picture(media, `Picture ${media.slice(media.lastIndexOf('/') + 1)}`),
      title && el('strong', {dir: 'auto'}, title),
      el('p', {dir: 'auto'}, body),
      buttons.length > 0 && this.#buttons(buttons));
  }

  /** A list opens over the conversation and closes when something is picked. */
  #openList(list) {
    this.openSheet(list.button, close => list.items.map((item, index) => el('button', {type: 'button', class: 'pick', dir: 'auto', click: () => {
      close();
      this.#reply({item: index});
    }}, el('span', {}, item.title), item.description && el('span', {class: 'faint'}, item.description))));
  }

  #buttons(all) {
    return el('div', {class: 'taps', role: 'group', 'aria-label': 'Buttons'}, ...all.map(each => this.#button(each)));
  }

  #button({index, title, action, target}) {
    switch (action) {
      case 'url':
        return el('a', {class: 'tap', dir: 'auto', href: /^https?:/.test(target) && target, target: '_blank', rel: 'noopener noreferrer'}, icon('external'), title);
      case 'phone_number':
        return this.#tap(title, ICONS[action], () => post('api/calls', {from: bare(this.number), to: target}));
      case 'voice_call':
        return this.#tap(title, ICONS[action], () => post('api/calls', {from: this.number, to: this.message.business}));
      case 'copy_code':
        return this.#tap(title, ICONS[action], () => copy(target, 'Code copied'));
      case 'flow':
        return this.#tap(title, ICONS[action], () => this.#openForm(title));
      default:
        return this.#tap(title, 'reply', () => this.#reply({button: index}));
    }
  }

  #tap(title, name, click) {
    return el('button', {type: 'button', class: 'tap', dir: 'auto', click}, icon(name), title);
  }

  /** The page does not know the form's fields, so the user enters the result. */
  #openForm(title) {
    const fields = el('textarea', {class: 'input mono', rows: '4', dir: 'ltr'}, '{}');
    this.openSheet(title, close => [el('form', {class: 'stack', submit: async event => {
      event.preventDefault();
      if (await this.#reply({form: fields.value})) {
        close();
      }
    }}, el('label', {class: 'field'}, 'Fields of the form as JSON', fields), el('button', {class: 'button primary'}, icon('send'), 'Send the form'))]);
  }

  #reply(what) {
    return post('api/texts/replies', {number: this.number, message: this.message.key, ...what});
  }
}
