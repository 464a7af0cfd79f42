import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {OPERATORS, conditionOf, rowsOf, subjects} from './condition-rows.js';

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** A choice of values, which always has the present one. */
export function selectOf(label, all, chosen, changed) {
  const isKnown = chosen === undefined || all.some(([value]) => value === chosen);
  const options = (isKnown ? all : [...all, [chosen, chosen]]).map(([value, words]) => new Option(words, value, false, value === chosen));
  return el('select', {class: 'input', 'aria-label': label, change: event => changed(event.target.value)}, options);
}

/** A condition as rows: a question, how it is compared, and a value. `commit(condition)` is called when all rows are complete. */
export class ConditionForm {
  constructor(label, commit) {
    this.label = label;
    this.commit = commit;
    this.match = 'all';
    this.rows = [];
    this.list = el('div', {class: 'condition-rows'});
    this.element = el('div', {class: 'condition', role: 'group', 'aria-label': label}, this.list,
      el('button', {type: 'button', class: 'button small quiet', click: () => this.add()}, icon('plus'), 'Add a condition'));
  }

  /** Shows a condition, unless it is the one that is edited here. */
  set(condition) {
    if (this.list.childElementCount && same(condition, conditionOf(this))) {
      return;
    }
    Object.assign(this, rowsOf(condition));
    this.show();
  }

  add() {
    const [subject, {operators, options}] = subjects().entries().next().value;
    this.rows = [...this.rows, {subject, operator: operators[0], value: options?.[0]}];
    this.changed(this.rows.length - 1, 0);
  }

  /** Takes over a change of a row, and keeps the focus in its field. */
  changed(row, field) {
    this.show();
    this.list.querySelectorAll('.condition-row')[row]?.querySelectorAll('.input')[field]?.focus();
    const condition = conditionOf(this);
    if (condition || !this.rows.length) {
      this.commit(condition);
    }
  }

  show() {
    const all = subjects();
    const several = this.rows.length > 1 && el('label', {class: 'row condition-match'}, 'If',
      selectOf(`${this.label}: how many must hold`, [['all', 'all of these hold'], ['any', 'any of these holds']], this.match, value => {
        this.match = value;
        this.changed();
        this.list.querySelector('.condition-match .input').focus();
      }));
    this.list.replaceChildren(...[several, ...this.rows.map((row, index) => this.row(row, index, all))].filter(Boolean));
  }

  row(row, index, all) {
    const about = all.get(row.subject) ?? {words: row.subject.replace(/^answer /, ''), operators: Object.keys(OPERATORS)};
    const name = part => `${this.label}: ${part}${this.rows.length > 1 ? ` ${index + 1}` : ''}`;
    const put = (field, change) => {
      this.rows = this.rows.map((each, at) => at === index ? {...each, ...change} : each);
      this.changed(index, field);
    };
    const known = [...all].map(([value, {words}]) => [value, words]);
    const subject = selectOf(name('question'), all.has(row.subject) ? known : [...known, [row.subject, about.words]], row.subject, value => {
      const {operators, options} = all.get(value) ?? about;
      put(0, {subject: value, operator: operators.includes(row.operator) ? row.operator : operators[0], value: options?.[0]});
    });
    const operators = [...new Set([...about.operators, row.operator])].map(each => [each, OPERATORS[each]]);
    return el('div', {class: 'condition-row'}, subject,
      selectOf(name('comparison'), operators, row.operator, value => put(1, {operator: value})),
      !['answered', 'unanswered'].includes(row.operator) && this.value(name('value'), row, about, value => put(2, {value})),
      el('button', {type: 'button', class: 'button quiet small icon-only', 'aria-label': name('remove'), title: 'Remove', click: () => {
        this.rows = this.rows.filter((each, at) => at !== index);
        this.changed(Math.max(0, index - 1), 0);
      }}, icon('close')));
  }

  value(label, {value}, {options, isNumber}, put) {
    if (options?.length) {
      return selectOf(label, options.map(each => [String(each), each]), value === undefined ? undefined : String(value),
        chosen => put(options.find(each => String(each) === chosen) ?? value));
    }
    const input = el('input', {class: 'input', autocomplete: 'off', 'aria-label': label, value: value ?? '', placeholder: 'Value',
      inputmode: isNumber ? 'decimal' : 'text', change: () => {
        const isDigits = /^-?\d+(\.\d+)?$/.test(input.value.trim());
        put(isDigits && (isNumber || typeof value === 'number') ? Number(input.value) : input.value.trim());
      }});
    return input;
  }
}
