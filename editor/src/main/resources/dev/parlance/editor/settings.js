import {el, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {menuButton} from './design/menu.js';
import {change, item, state, valueAt} from './state.js';
import {control} from './fields.js';
import {describe} from './conditions.js';
import {rowsOf} from './condition-rows.js';
import {jumpsOf} from './jumps-form.js';
import {controlOf, fieldsOf, resolved} from './schema.js';

/** Settings with a form of their own, if it can express the value. */
const FORMS = {
  when: value => rowsOf(value) && 'condition',
  next: value => jumpsOf(value) && 'jumps',
  scale: () => 'choice',
};
const WIDE = new Set(['json', 'condition', 'jumps']);

/** Words that "when" and jumps mean, above their JSON. */
function inWords(name, value) {
  if (name === 'when') {
    return `If ${describe(value)}`;
  }
  if (name === 'next') {
    const jumps = Array.isArray(value) ? value : [{to: value}];
    return jumps.map(jump => `${jump.when ? `If ${describe(jump.when)}, go` : 'Go'} to ${jump.to}`).join('. ');
  }
  return '';
}

/** The settings of a part of the survey, as a form that is made from the schema. */
export class Settings {
  constructor(place) {
    this.place = place;
    this.opened = new Set();
    this.asJson = new Set();
    this.grid = el('div', {class: 'settings-grid'});
    this.menu = el('span', {});
    this.element = el('section', {class: 'card', 'aria-label': 'Settings'}, el('header', {}, el('h3', {}, 'Settings'), this.menu),
      this.grid);
  }

  update() {
    const at = item(this.place);
    const value = valueAt(this.place) ?? {};
    const fields = fieldsOf(at);
    const known = Object.keys(fields).filter(name => name in value || this.opened.has(name));
    const all = known.map(name => ({name, schema: fields[name], value: value[name],
      kind: this.kindOf(name, fields[name], value[name])}));
    const unset = Object.keys(fields).filter(name => !known.includes(name));
    this.showMenu(unset, fields);
    this.element.hidden = !all.length && !unset.length;
    showAll(this.grid, all, {
      key: field => `${field.name} ${field.kind}`,
      create: field => this.create(field),
      update: (element, field) => this.updateField(element, field),
    });
    this.findings();
  }

  kindOf(name, schema, value) {
    return this.asJson.has(name) ? 'json' : name === 'kind' ? 'choice' : FORMS[name]?.(value) || controlOf(schema, value);
  }

  /** Shows a setting as JSON, or in its form again. */
  toggleJson(name) {
    this.asJson.has(name) ? this.asJson.delete(name) : this.asJson.add(name);
    this.update();
    this.grid.querySelector(`[data-field="${name}"] .as-json`)?.focus();
  }

  showMenu(unset, fields) {
    const names = unset.join();
    if (this.menu.dataset.names !== names) {
      this.menu.dataset.names = names;
      const button = el('button', {type: 'button', class: 'button small', disabled: !unset.length}, icon('plus'), 'Add a setting');
      this.menu.replaceChildren(menuButton(button, unset.map(name => el('button', {type: 'button', click: () => this.open(name)},
        el('span', {class: 'menu-field'}, el('span', {class: 'mono'}, name),
          el('span', {class: 'faint tiny'}, resolved(fields[name]).description ?? ''))))));
    }
  }

  open(name) {
    this.opened.add(name);
    this.update();
    this.grid.querySelector(`[data-field="${name}"] :is(input, select, textarea, button.switch, .condition > button)`)?.focus();
  }

  create({name, schema, kind}) {
    const hint = `hint-${name}`;
    const error = el('span', {class: 'error', hidden: true});
    const at = `${this.place}/${name}`;
    const choices = {kind: () => state.schema.$defs.question.properties.kind.enum, scale: () => Object.keys(state.survey.scales ?? {})}[name];
    const made = control(kind, choices ? {enum: choices()} : schema, {
      label: name, describedBy: hint,
      commit: value => {
        if (value === undefined) {
          this.opened.delete(name);
          change({do: 'remove', place: at});
        } else if (JSON.stringify(value) !== JSON.stringify(valueAt(at))) {
          change({do: 'set', place: at, value});
        }
      },
      fail: message => {
        error.textContent = message ?? '';
        error.hidden = !message;
        made.element.setAttribute('aria-invalid', String(Boolean(message)));
      },
    });
    const isNeeded = name === 'kind' || name === 'name';
    const toggle = WIDE.has(kind) && name in FORMS && el('button', {type: 'button', class: 'button quiet small as-json push',
      'aria-label': `${name} ${kind === 'json' ? 'in a form' : 'as JSON'}`, click: () => this.toggleJson(name)},
    kind === 'json' ? 'Form' : 'JSON');
    const field = el('div', {class: `field setting ${WIDE.has(kind) ? 'wide' : ''}`, 'data-field': name},
      el('div', {class: 'row'}, el('span', {class: 'mono setting-name'}, name), toggle,
        !isNeeded && el('button', {type: 'button', class: `button quiet small icon-only ${toggle ? '' : 'push'}`, 'aria-label': `Remove ${name}`,
          title: 'Remove',
        click: () => { this.opened.delete(name); valueAt(at) === undefined ? this.update() : change({do: 'remove', place: at}); }},
          icon('close'))),
      el('span', {class: 'setting-words', hidden: true}), made.element, error,
      el('span', {class: 'hint', id: hint}, resolved(schema).description ?? ''), el('div', {class: 'setting-findings'}));
    field.made = made;
    return field;
  }

  updateField(element, {name, value}) {
    const words = element.querySelector('.setting-words');
    words.textContent = value === undefined ? '' : inWords(name, value);
    words.hidden = !words.textContent;
    const toggle = element.querySelector('.as-json');
    if (toggle) {
      toggle.hidden = !FORMS[name](value);
    }
    const shown = JSON.stringify(value);
    if (element.dataset.shown !== shown || shown === undefined) {
      element.dataset.shown = shown ?? '';
      element.made.set(value);
    }
  }

  findings() {
    for (const field of this.grid.children) {
      const at = `${this.place}/${field.dataset.field}`;
      const found = (state.findings ?? []).filter(finding => finding.place === at || finding.place.startsWith(`${at}/`));
      field.querySelector('.setting-findings').replaceChildren(...found.map(finding =>
        el('p', {class: `tiny ${finding.isWarning ? 'warn' : 'bad'}`}, finding.message)));
    }
  }
}
