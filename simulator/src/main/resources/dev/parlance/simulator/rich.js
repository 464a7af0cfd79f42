import {el, post} from './dom.js';

/** Shows the buttons, the list and the cards of a message, and sends what is tapped. */
export class RichContent {
  constructor(number, message) {
    this.number = number;
    this.message = message;
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
      cards.length > 0 && el('div', {class: 'cards', role: 'list', 'aria-label': 'Cards', tabindex: '0'},
        ...cards.map(each => this.card(each))),
      list && this.list(list),
      buttons.length > 0 && this.buttons(buttons),
    ].filter(Boolean);
  }

  card({title, body, media, buttons}) {
    return el('article', {class: 'card', role: 'listitem'},
      media && el('img', {src: media, alt: `Picture ${media.slice(media.lastIndexOf('/') + 1)}`}),
      title && el('strong', {dir: 'auto'}, title),
      el('p', {dir: 'auto'}, body),
      buttons.length > 0 && this.buttons(buttons));
  }

  /** A list opens behind its button and closes when something is picked. */
  list({button, items}) {
    const sheet = el('details', {class: 'picks', toggle: () => sheet.scrollIntoView({block: 'nearest'})}, el('summary', {dir: 'auto'}, button),
      ...items.map((item, index) => el('button', {type: 'button', class: 'pick', dir: 'auto', click: () => {
        sheet.open = false;
        this.reply({item: index});
      }}, item.title, item.description && el('span', {class: 'faint'}, item.description))));
    return sheet;
  }

  buttons(all) {
    return el('div', {class: 'taps', role: 'group', 'aria-label': 'Buttons'}, ...all.map(each => this.button(each)));
  }

  button({index, title, action, target}) {
    switch (action) {
      case 'url':
        return el('a', {class: 'tap', href: /^https?:/.test(target) && target, target: '_blank', rel: 'noopener noreferrer'}, `${title} ↗`);
      case 'phone_number':
        return this.tap(`${title} ✆`, () => post('api/calls', {from: this.number.replace(/^[a-z]+:/, ''), to: target}));
      case 'voice_call':
        return this.tap(`${title} ✆`, () => post('api/calls', {from: this.number, to: this.message.business}));
      case 'copy_code':
        return this.tap(`${title} ⧉`, async event => {
          const button = event.currentTarget;
          await navigator.clipboard.writeText(target);
          button.textContent = 'Copied';
        });
      case 'flow':
        return this.form(title);
      default:
        return this.tap(title, () => this.reply({button: index}));
    }
  }

  tap(title, click) {
    return el('button', {type: 'button', class: 'tap', dir: 'auto', click}, title);
  }

  /** The page does not know the form's fields, so the user enters the result. */
  form(title) {
    const fields = el('textarea', {rows: '2', 'aria-label': 'Fields of the form as JSON', dir: 'ltr'}, '{}');
    return el('details', {class: 'form'}, el('summary', {class: 'tap', dir: 'auto'}, title), fields,
      el('button', {type: 'button', click: () => this.reply({form: fields.value})}, 'Send the form'));
  }

  reply(what) {
    return post('api/texts/replies', {number: this.number, message: this.message.key, ...what});
  }
}
