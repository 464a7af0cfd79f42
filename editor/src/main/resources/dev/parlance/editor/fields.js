import {el} from './design/dom.js';
import {ConditionForm} from './condition-form.js';
import {JumpsForm} from './jumps-form.js';
import {resolved} from './schema.js';

const LINE = 76;

/** A value as JSON for people to read and write: on one line if it is short. */
export function written(value, indent = '') {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const isArray = Array.isArray(value);
  const [start, end] = isArray ? '[]' : '{}';
  const parts = deeper => isArray ? value.map(each => written(each, deeper))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${written(each, deeper)}`);
  const line = start + parts('').join(', ') + end;
  if (indent.length + line.length <= LINE && !line.includes('\n')) {
    return line;
  }
  const inner = `${indent}  `;
  return `${start}\n${parts(inner).map(part => inner + part).join(',\n')}\n${indent}${end}`;
}

/**
 * Makes the control of a field. `commit(value)` is called with a new value, or with nothing when the field is emptied;
 * `fail(message)` with what is wrong with the text, and without it once it is right.
 */
export function control(kind, schema, {label, describedBy, commit, fail}) {
  const common = {'aria-label': label, 'aria-describedby': describedBy};
  const full = resolved(schema);
  return {
    choice: () => choice(full, common, commit),
    switch: () => switchButton(common, commit),
    number: () => text({...common, inputmode: 'decimal'}, full, commit, fail, readNumber),
    text: () => text(common, full, commit, fail, value => value),
    lines: () => lines(common, full, commit),
    condition: () => new ConditionForm(label, commit),
    jumps: () => new JumpsForm(label, commit),
    json: () => json(common, commit, fail),
  }[kind]();
}

function choice(schema, common, commit) {
  const select = el('select', {class: 'input', ...common, change: () => commit(select.value || undefined)});
  const fill = value => {
    const all = [...new Set([...value === undefined ? [''] : [], ...schema.enum, ...value === undefined ? [] : [value]])];
    select.replaceChildren(...all.map(each => el('option', {value: each, selected: each === value}, String(each))));
  };
  return {element: select, set: fill};
}

function switchButton(common, commit) {
  const button = el('button', {type: 'button', role: 'switch', class: 'switch', ...common, click: () => {
    const isOn = button.getAttribute('aria-checked') !== 'true';
    button.setAttribute('aria-checked', String(isOn));
    commit(isOn);
  }});
  return {element: button, set: value => {
    button.setAttribute('aria-checked', String(Boolean(value)));
    button.textContent = value ? 'Yes' : 'No';
  }};
}

function readNumber(value) {
  const number = Number(value.replace(',', '.'));
  if (Number.isNaN(number)) {
    throw new Error('Write a number.');
  }
  return number;
}

/** A text field. Where the schema allows numbers too, digits are a number. */
function text(common, schema, commit, fail, read) {
  const allowsNumbers = (schema.anyOf ?? []).map(resolved).some(each => [each.type].flat().some(type => type === 'number'
    || type === 'integer'));
  const example = [schema.examples?.[0],
    ...(schema.anyOf ?? []).map(each => resolved(each).examples?.[0])].find(each => ['string', 'number'].includes(typeof each));
  const input = el('input', {class: 'input', autocomplete: 'off', spellcheck: 'false', dir: 'auto',
    placeholder: example === undefined ? '' : `such as ${example}`, ...common, change: () => {
    const value = input.value.trim();
    try {
      if (value && schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) {
        throw new Error(`This does not look right. ${schema.description ?? ''}`);
      }
      fail();
      commit(value === '' ? undefined : allowsNumbers && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : read(value));
    } catch (error) {
      fail(error.message);
    }
  }});
  return {element: input, set: value => { input.value = value ?? ''; }};
}

function lines(common, schema, commit) {
  const area = el('textarea',
    {class: 'input', rows: '3', spellcheck: 'false', dir: 'auto', placeholder: 'One on each line', ...common, change: () => {
    const all = area.value.split('\n').map(line => line.trim()).filter(Boolean);
    commit(all.length ? all : undefined);
  }});
  return {element: area, set: value => {
    area.value = (value ?? []).join('\n');
    area.rows = Math.min(8, Math.max(2, (value ?? []).length + 1));
  }};
}

function json(common, commit, fail) {
  const area = el('textarea', {class: 'input mono', rows: '2', spellcheck: 'false', dir: 'ltr', ...common, change: () => {
    try {
      const value = area.value.trim() ? JSON.parse(area.value) : undefined;
      fail();
      commit(value);
    } catch (error) {
      fail(`This is not JSON: ${error.message}`);
    }
  }});
  return {element: area, set: value => {
    area.value = value === undefined ? '' : written(value);
    area.rows = Math.min(14, area.value.split('\n').length);
  }};
}

