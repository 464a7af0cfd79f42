import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {post} from './api.js';
import {bare, channel} from './person.js';

const MAX_TEXT = 1600;

/** Writes texts, to one of the application's numbers. */
export class Compose {
  constructor(number, numbers) {
    this.number = number;
    this.select = el('select', {class: 'input small', 'aria-label': 'To'});
    this.showNumbers(numbers);
    this.input = el('textarea', {class: 'input', rows: '1', placeholder: 'Text message', 'aria-label': `Text from ${number}`, dir: 'auto',
      maxlength: MAX_TEXT, keydown: event => this.#enter(event)});
    this.file = el('input', {type: 'file', multiple: true, 'aria-label': 'Files to send', hidden: true, change: () => this.#showFiles()});
    this.attach = el('button', {type: 'button', class: 'button quiet icon-only', 'aria-label': 'Attach a picture', title: 'Attach a picture', click: () => this.file.click()}, icon('image'));
    this.files = el('div', {class: 'row wrap files', hidden: true});
    this.form = el('form', {class: 'compose', submit: event => this.#send(event)},
      this.select, this.files, el('div', {class: 'compose-row'}, this.attach, this.file, this.input,
        el('button', {class: 'button primary icon-only send', 'aria-label': 'Send', title: 'Send'}, icon('send'))));
    this.element = this.form;
  }

  /** The numbers on the phone's channel; all, if the channel has none. */
  showNumbers(numbers) {
    const onChannel = numbers.filter(each => channel(each) === channel(this.number));
    const reachable = onChannel.length ? onChannel : numbers;
    const chosen = this.select.value;
    this.select.replaceChildren(...reachable.map(each => el('option', {value: each, selected: each === chosen}, `To ${bare(each)}`)));
    this.select.hidden = reachable.length < 2;
  }

  /** The application's number. */
  get to() {
    return this.select.value;
  }

  focus() {
    this.input.focus({preventScroll: true});
  }

  #enter(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  #showFiles() {
    const names = [...this.file.files].map(file => file.name);
    this.files.hidden = !names.length;
    this.files.replaceChildren(...names.map(name => el('span', {class: 'chip'}, icon('image'), el('span', {class: 'cut'}, name))),
      el('button', {type: 'button', class: 'button quiet small', click: () => this.#clearFiles()}, 'Remove'));
  }

  #clearFiles() {
    this.file.value = '';
    this.#showFiles();
  }

  async #send(event) {
    event.preventDefault();
    const body = this.input.value;
    const media = await Promise.all([...this.file.files].map(async file => ({type: file.type, base64: await base64(file)})));
    if (!body.trim() && !media.length) {
      return;
    }
    this.input.value = '';
    this.#clearFiles();
    if (!await post('api/texts', {from: this.number, to: this.to, body, media}) && !this.input.value) {
      this.input.value = body;
    }
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
