import {el} from './design/dom.js';
import {openDialog} from './design/dialog.js';

/** Asks for the fields of a filter. */
export function openFilter(side, filter, choices, apply) {
  const has = (name, value) => filter.some(each => each[0] === name && each[1] === value);
  const day = name => filter.find(each => each[0] === name)?.[1] ?? '';
  const fields = choices.filter(({group}) => group === 'person');
  const answers = choices.filter(({group}) => group === 'answer');
  const isOffered = ([name, value]) => name === 'from' || name === 'to'
    || choices.some(field => field.name === name && field.values.some(each => each.value === value));
  const kept = filter.filter(pair => !isOffered(pair));
  const form = el('form', {class: 'stack', submit: event => {
    event.preventDefault();
    apply([...[...new FormData(form)].filter(([, value]) => value), ...kept]);
    dialog.close();
  }},
  el('div', {class: 'form-grid'},
    el('label', {class: 'field'}, 'Contacted from', el('input', {class: 'input', type: 'date', name: 'from', value: day('from')})),
    el('label', {class: 'field'}, 'Until', el('input', {class: 'input', type: 'date', name: 'to', value: day('to')}))),
  el('div', {class: 'form-grid'}, fields.map(field => el('fieldset', {}, el('legend', {}, field.label), list(field, has)))),
  answers.length ? el('fieldset', {}, el('legend', {}, 'Answers'), el('div', {class: 'choices'}, answers.map(field => disclosure(field, has)))) : [],
  el('footer', {},
    el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Cancel'),
    el('button', {class: 'button primary'}, 'Show')));
  const dialog = openDialog(side ? 'Filter B' : 'Filter', form, {wide: true});
  return dialog;
}

function list(field, has) {
  return el('div', {class: 'choice-list'}, field.values.map(({value, label}) => el('label', {class: 'check'},
    el('input', {type: 'checkbox', name: field.name, value, checked: has(field.name, value)}), el('span', {dir: 'auto'}, label))));
}

function disclosure(field, has) {
  const isChosen = field.values.some(({value}) => has(field.name, value));
  return el('details', {open: isChosen}, el('summary', {}, el('span', {dir: 'auto'}, field.label)), list(field, has));
}
