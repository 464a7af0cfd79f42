import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {toast} from './design/toast.js';
import {ask, change, flush, state, valueAt} from './state.js';

/** The JSON of a part of the survey, as it is written in the file. For what the form does not know. */
export class RawJson {
  constructor(place) {
    this.place = place;
    this.area = el('textarea',
      {class: 'input mono raw', rows: '6', spellcheck: 'false', dir: 'ltr', 'aria-label': 'JSON', input: () => this.edited(true)});
    this.use = el('button', {type: 'button', class: 'button small primary', disabled: true, click: () => this.apply()}, 'Use this');
    this.reset = el('button', {type: 'button', class: 'button small', disabled: true, click: () => this.load()}, 'Reset');
    this.element = el('details', {class: 'card raw-card', toggle: () => this.load()}, el('summary', {}, icon('code'), 'JSON'),
      el('div', {class: 'stack'}, this.area, el('div', {class: 'row'}, this.use, this.reset)));
  }

  edited(isEdited) {
    this.isEdited = isEdited;
    this.use.disabled = !isEdited;
    this.reset.disabled = !isEdited;
  }

  async load() {
    if (this.element.open) {
      await flush();
      const {text} = await ask('raw', {place: this.place});
      this.area.value = text;
      this.area.rows = Math.min(24, text.split('\n').length + 1);
      this.edited(false);
    }
  }

  apply() {
    try {
      JSON.parse(this.area.value);
    } catch (error) {
      toast(`This is not JSON: ${error.message}`, {isError: true});
      return;
    }
    this.edited(false);
    change({do: 'raw', place: this.place, text: this.area.value});
  }

  update() {
    if (!this.isEdited && valueAt(this.place) !== undefined) {
      this.load();
    }
  }

  findings() {}
}

/** The whole definition as text, when it is not JSON. */
export function wholeFile() {
  const area = el('textarea', {class: 'input mono raw', rows: '24', spellcheck: 'false', dir: 'ltr', 'aria-label': state.definition});
  area.value = state.brokenText;
  return el('div', {class: 'part-column'}, el('section', {class: 'card stack'}, el('h2', {}, state.definition),
    el('div', {class: 'findings', id: 'part-findings'}),
      el('p', {class: 'soft'}, 'This file is not valid JSON. Correct it here; then its questions are shown again.'), area,
    el('div', {class: 'row'}, el('button',
      {type: 'button', class: 'button primary', click: () => change({do: 'file', file: state.definition, text: area.value})},
        'Use this text'))));
}
