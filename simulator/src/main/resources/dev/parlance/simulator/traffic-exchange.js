import {el} from './design/dom.js';
import {copyButton} from './design/copy.js';
import {bytes} from './design/format.js';
import {icon} from './design/icons.js';
import {code} from './traffic-code.js';

const ORDINARY = /^(ApiVersion|AccountSid|Sms(Message)?Sid|SmsStatus|NumSegments|(From|To|Caller|Called)(City|Country|State|Zip)|Caller|Called|msg)$/;

const size = text => bytes(new TextEncoder().encode(text).length);

/** Request and response, one below the other; each in several views. `views` remembers which one was chosen. */
export function exchangePart(entry, views) {
  const fields = [...entry.query, ...entry.form];
  const raw = [`${entry.method} ${entry.url}`, ...entry.headers.map(([name, value]) => `${name}: ${value}`), '', entry.body].join('\n');
  const request = {
    parameters: ['Parameters', () => fields.length || entry.hasForm || !entry.body
      ? parameters(fields, views)
      : code({type: entry.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '', body: entry.body})],
    headers: ['Headers', () => table(entry.headers, 'No headers were kept.')],
    raw: ['Raw', () => text(raw)],
  };
  const {answer} = entry;
  const response = answer && {
    formatted: ['Formatted', () => code(answer, entry.running)],
    headers: ['Headers', () => table(answer.headers, 'No headers were kept.')],
    raw: ['Raw', () => text(answer.body)],
  };
  return el('div', {class: 'stack traffic-exchange'},
    part('Request', request, views, 'request', entry.url, () => raw),
    response ? part('Response', response, views, 'answer', [answer.type || 'no content type', size(answer.body)].join(', '), () => answer.body)
      : el('section', {}, el('h4', {}, 'Response'), el('p', {class: 'faint'}, el('span', {class: 'dot live'}), ' The application has not answered yet.')));
}

function part(name, choices, views, key, note, copied) {
  const place = el('div', {});
  const buttons = Object.entries(choices).map(([view, [label]]) => el('button', {
    type: 'button', class: 'button small', 'aria-label': `${name}: ${label}`, 'data-view': view, 'data-action': `${key}-${view}`, click: () => show(view),
  }, label));
  function show(view) {
    views[key] = view;
    buttons.forEach(button => button.setAttribute('aria-pressed', String(button.dataset.view === view)));
    place.replaceChildren(choices[view][1]());
  }
  show(views[key]);
  return el('section', {class: 'traffic-part', 'aria-label': name},
    el('header', {class: 'row wrap between'},
      el('h4', {}, name),
      el('span', {class: 'row'}, el('span', {class: 'button-group', role: 'group', 'aria-label': `${name} shown as`}, ...buttons),
        copyButton(`Copy the ${name.toLowerCase()}`, copied))),
    el('p', {class: 'faint tiny mono traffic-url'}, note),
    place);
}

/** The parameters that matter; those that are the same each time, or empty, only when asked for. */
function parameters(fields, views) {
  const main = fields.filter(([name, value]) => value !== '' && !ORDINARY.test(name) && !(name === 'NumMedia' && value === '0'));
  const hidden = fields.length - main.length;
  if (views.allParameters || hidden < 4) {
    return table(fields, 'This request has no parameters.');
  }
  const place = el('div', {class: 'stack'}, table(main, 'Only ordinary parameters.'),
    el('button', {type: 'button', class: 'button quiet small traffic-more', 'data-action': 'all-parameters', click: () => {
      views.allParameters = true;
      place.replaceChildren(parameters(fields, views));
    }}, icon('chevron-down'), `Show ${hidden} more`));
  return place;
}

function table(pairs, otherwise) {
  return pairs.length
    ? el('table', {class: 'table compact traffic-table'}, el('tbody', {}, ...pairs.map(([name, value]) =>
      el('tr', {}, el('th', {scope: 'row'}, name), el('td', {}, value === '' ? el('span', {class: 'faint'}, 'empty') : el('bdi', {}, value))))))
    : el('p', {class: 'faint small'}, otherwise);
}

const text = body => body
  ? el('pre', {class: 'code traffic-code'}, body)
  : el('p', {class: 'faint'}, 'Empty');
