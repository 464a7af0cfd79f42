import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {state} from './state.js';
import {rowsOf} from './condition-rows.js';
import {ConditionForm, selectOf} from './condition-form.js';

const ENDS = [['end', 'the end'], ['screenOut', 'screened out'], ['refuse', 'refused']];

/** The jumps of a question as a list; nothing if the form can't express one of them. */
export function jumpsOf(next) {
  const jumps = next === undefined ? [] : typeof next === 'string' ? [{to: next}] : next;
  const isPlain = jump => typeof jump?.to === 'string' && Object.keys(jump).every(name => name === 'to' || name === 'when');
  return Array.isArray(jumps) && jumps.every(jump => isPlain(jump) && rowsOf(jump.when)) ? jumps : undefined;
}

function targets() {
  return [...ENDS, ...state.outline.filter(each => each.type === 'QUESTION' || each.type === 'GROUP').map(each => [each.id, each.id])];
}

/** Where a question leads: a list of jumps, each with a condition or without one. */
export class JumpsForm {
  constructor(label, commit) {
    this.label = label;
    this.commit = commit;
    this.jumps = [];
    this.list = el('ol', {class: 'jumps'});
    this.element = el('div', {class: 'condition', role: 'group', 'aria-label': label}, this.list,
      el('button', {type: 'button', class: 'button small', click: () => this.put([...this.jumps, {to: 'end'}])}, icon('plus'), 'Add a jump'));
  }

  set(next) {
    const jumps = jumpsOf(next) ?? [];
    if (JSON.stringify(jumps) !== JSON.stringify(this.jumps)) {
      this.jumps = jumps;
      this.show();
    }
  }

  put(jumps) {
    this.jumps = jumps;
    this.show();
    this.send();
  }

  send() {
    const isOnlyTarget = this.jumps.length === 1 && !this.jumps[0].when;
    this.commit(!this.jumps.length ? undefined : isOnlyTarget ? this.jumps[0].to : this.jumps);
  }

  replace(index, jump) {
    this.jumps = this.jumps.map((each, at) => at === index ? jump : each);
    this.send();
  }

  show() {
    this.list.replaceChildren(...this.jumps.map((jump, index) => this.jump(jump, index)));
  }

  jump(jump, index) {
    const name = this.jumps.length > 1 ? `Jump ${index + 1}` : 'Jump';
    const form = new ConditionForm(name, when => this.replace(index, {...when && {when}, to: this.jumps[index].to}));
    form.set(jump.when);
    const to = selectOf(`${name} to`, targets(), jump.to, value => this.replace(index, {...this.jumps[index], to: value}));
    return el('li', {class: 'jump'}, el('div', {class: 'row'}, el('span', {}, 'Go to'), to,
      el('button', {type: 'button', class: 'button quiet small icon-only push', 'aria-label': `Remove ${name}`, title: 'Remove',
        click: () => this.put(this.jumps.filter((each, at) => at !== index))}, icon('close'))), form.element);
  }
}
