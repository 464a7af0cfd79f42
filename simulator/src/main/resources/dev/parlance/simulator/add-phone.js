import {openDialog} from './design/dialog.js';
import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {post} from './api.js';
import {COUNTRIES, nameOf, numberOf} from './countries.js';

const NUMBER = '([a-z]+:)?\\+[1-9][0-9]{6,14}';
let lastCountry = 'US';
let taken = {numbers: new Set(), names: new Set()};

/** Remembers which numbers and names the page has. */
export function rememberPhones(phones) {
  taken = {numbers: new Set(phones.map(each => each.number)), names: new Set(phones.map(each => each.name))};
}

/** Asks for a person's country, name, number and kind of phone, and adds the phone. Calls `added(number)`. */
export function openAddPhone(added) {
  const country = el('select', {class: 'input', name: 'country', autofocus: true, change: () => suggest()}, ...COUNTRIES.map(({code, name}) =>
    el('option', {value: code, selected: code === lastCountry}, name)));
  const kind = el('select', {class: 'input', name: 'kind', change: () => suggest()},
    el('option', {value: 'mobile'}, 'Mobile phone'), el('option', {value: 'landline'}, 'Landline (calls only)'), el('option', {value: 'client'}, 'Browser (can be called)'));
  const name = el('input', {class: 'input', name: 'name', dir: 'auto', autocomplete: 'off', maxlength: '60'});
  const number = el('input', {class: 'input mono', name: 'number', required: true, dir: 'ltr', autocomplete: 'off', title: 'A number with country code: +5215512345678'});
  const another = el('button', {type: 'button', class: 'button', title: 'Suggest another person', click: () => suggest()}, icon('refresh'), 'Another');
  const channels = ['whatsapp', 'rcs'].map(value => el('label', {class: 'check'}, el('input', {type: 'checkbox', name: value}), value === 'rcs' ? 'RCS' : 'WhatsApp'));
  const also = el('fieldset', {class: 'row wrap'}, el('legend', {class: 'unseen'}, 'Also on'), el('span', {class: 'soft small'}, 'Also on'), ...channels);

  function suggest() {
    const chosen = COUNTRIES.find(each => each.code === country.value);
    const isClient = kind.value === 'client';
    lastCountry = chosen.code;
    name.value = nameOf(chosen, each => taken.names.has(each));
    number.value = isClient ? `client:${name.value.toLowerCase().replaceAll(/\s+/g, '_')}` : numberOf(chosen, kind.value, each => taken.numbers.has(each));
    number.pattern = isClient ? 'client:\\S{1,100}' : NUMBER;
    also.hidden = kind.value !== 'mobile';
  }

  const form = el('form', {class: 'stack', submit: async event => {
    event.preventDefault();
    const isMobile = kind.value === 'mobile';
    const request = {number: number.value.trim(), name: name.value.trim(), landline: kind.value === 'landline'};
    channels.forEach(each => { const box = each.querySelector('input'); request[box.name] = isMobile && box.checked; });
    if (await post('api/phones', request)) {
      dialog.close();
      added(request.number);
    }
  }},
  el('div', {class: 'fields-2'}, el('label', {class: 'field'}, 'Country', country), el('label', {class: 'field'}, 'Kind', kind)),
  el('div', {class: 'fields-2'}, el('label', {class: 'field'}, 'Name', name),
    el('label', {class: 'field'}, 'Number', number)),
  also,
  el('footer', {}, el('span', {class: 'grow'}, another), el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Cancel'),
    el('button', {class: 'button primary'}, 'Add')));
  suggest();
  const dialog = openDialog('Add a phone', [el('p', {class: 'soft'}, 'Pick a country for a number and a name, or write your own. Nobody real is reached.'), form]);
}
