import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {change, item, valueAt} from './state.js';
import {promptDialog} from './add.js';

const WITH_OPTIONS = new Set(['choice', 'choices', 'ranking', 'shares', 'scale']);

/** Whether options can be added to this part: it has some of its own, or could have. */
export function hasOptions(at) {
  const value = valueAt(at.place);
  return Array.isArray(value?.options) || (WITH_OPTIONS.has(at.kind) && !value.scale && !value.optionsFrom);
}

const idOf = option => String(option?.id ?? option?.value ?? option);

/** The list that has the option or the item with this key, and where in it. */
function find(place, key) {
  const {base} = item(place);
  for (const name of ['options', 'items']) {
    const list = valueAt(place)?.[name];
    const index = Array.isArray(list) ? list.findIndex(each => `${base}.${idOf(each)}` === key) : -1;
    if (index >= 0) {
      return {list: `${place}/${name}`, index, size: list.length};
    }
  }
  return undefined;
}

/** Adds an option, whose texts are then missing. */
export async function addOption(place) {
  const {base} = item(place);
  const options = valueAt(place).options ?? [];
  const id = await promptDialog('Add an option', 'Name', 'Its texts are then missing in all languages, and you can write them.', text =>
    options.some(each => idOf(each) === text) ? 'There is already an option of this name.'
      : !/^[A-Za-z0-9_-]+$/.test(text) && 'Use letters, digits, - and _.');
  if (id) {
    const isNew = !valueAt(place).options;
    await change(isNew ? {do: 'set', place: `${place}/options`, value: [id]}
      : {do: 'insert', place: `${place}/options`, index: options.length, value: id});
    document.querySelector(`textarea[data-key="${CSS.escape(`${base}.${id}`)}"]`)?.focus();
  }
}

/** The buttons beside an option: up, down, delete. Empty beside another text. */
export class OptionActions {
  constructor(place, key) {
    this.place = place;
    this.key = key;
    const button = (label, name, click) => el('button',
      {type: 'button', class: 'button quiet small icon-only', 'aria-label': `${label} ${key}`, title: label, click}, icon(name));
    this.up = button('Move up', 'arrow-up', () => this.move(-1));
    this.down = button('Move down', 'arrow-down', () => this.move(1));
    this.trash = button('Delete', 'trash', () => this.remove());
    this.element = el('span', {class: 'option-actions'}, this.up, this.down, this.trash);
  }

  update() {
    const found = item(this.place) && find(this.place, this.key);
    this.element.hidden = !found;
    if (found) {
      this.up.disabled = found.index === 0;
      this.down.disabled = found.index === found.size - 1;
    }
  }

  move(step) {
    const {list, index} = find(this.place, this.key);
    change({do: 'move', place: list, from: index, to: index + step});
  }

  remove() {
    const {list, index} = find(this.place, this.key);
    const own = item(this.place).keys.filter(key => key === this.key || key.startsWith(`${this.key}.`));
    change({do: 'remove', place: `${list}/${index}`, prompts: own});
  }
}
