import {el} from './design/dom.js';
import {openDialog} from './design/dialog.js';
import {icon} from './design/icons.js';
import {SIGNATURES} from './traffic-rows.js';

/** A dialog to alter a webhook and send it: URL, parameters or body, signature, as a retry or as a new one, how often. */
export function editAndSend(entry, sendAgain) {
  const url = el('input', {class: 'input mono', type: 'url', required: true, value: entry.url, name: 'url', autocomplete: 'off', spellcheck: 'false'});
  const isText = entry.body && !entry.hasForm;
  const body = isText && el('textarea', {class: 'input mono', rows: '10', name: 'body', spellcheck: 'false', dir: 'auto'}, entry.body);
  const rows = el('div', {class: 'stack traffic-fields'});
  const add = (name = '', value = '') => {
    const row = el('div', {class: 'row traffic-field'},
      el('input', {class: 'input small mono', 'aria-label': 'Name', value: name, autocomplete: 'off', spellcheck: 'false'}),
      el('input', {class: 'input small', 'aria-label': name ? `Value of ${name}` : 'Value', value, autocomplete: 'off', dir: 'auto'}),
      el('button', {type: 'button', class: 'button quiet small icon-only', 'aria-label': name ? `Remove ${name}` : 'Remove', title: 'Remove',
        click: () => row.remove()}, icon('close')));
    rows.append(row);
    return row;
  };
  entry.form.forEach(([name, value]) => add(name, value));
  const signature = el('select', {class: 'input', name: 'signature'}, ...Object.entries(SIGNATURES).map(([value, {label}]) => el('option', {value}, label)));
  const times = el('select', {class: 'input', name: 'times'}, ...[1, 2, 3, 5].map(each => el('option', {value: each}, each === 1 ? 'once' : `${each} times at once`)));
  const asNew = el('select', {class: 'input', name: 'asNew'}, el('option', {value: ''}, 'a retry (same idempotency token)'), el('option', {value: 'new'}, 'a new webhook'));

  const submit = async event => {
    event.preventDefault();
    const webhook = {
      number: entry.number, url: url.value, signature: signature.value, asNew: asNew.value === 'new',
      ...(isText ? {body: body.value} : {parameters: [...rows.children].map(row => [...row.querySelectorAll('input')].map(input => input.value)).filter(([name]) => name)}),
    };
    dialog.close();
    await sendAgain(Array.from({length: Number(times.value)}, () => webhook), {atOnce: times.value !== '1'});
  };
  const form = el('form', {class: 'stack', submit},
    el('label', {class: 'field'}, 'URL', url),
    isText ? el('label', {class: 'field'}, 'Body', body)
      : entry.method === 'GET' ? el('p', {class: 'faint small'}, 'The parameters of a GET are in its URL.')
        : el('section', {class: 'stack', 'aria-label': 'Parameters'}, el('h3', {}, 'Parameters'), rows,
          el('div', {}, el('button', {type: 'button', class: 'button small', click: () => add().querySelector('input').focus()}, icon('plus'), 'Add a parameter'))),
    el('div', {class: 'row wrap traffic-choices'},
      el('label', {class: 'field'}, 'Signature', signature), el('label', {class: 'field'}, 'Send', times), el('label', {class: 'field'}, 'As', asNew)),
    el('p', {class: 'faint small'}, 'The response appears in the list, not on the phones.'),
    el('footer', {}, el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Cancel'),
      el('button', {class: 'button primary'}, icon('send'), 'Send')));
  const dialog = openDialog(`Edit ${entry.method} ${entry.path}`, form, {wide: true});
}
