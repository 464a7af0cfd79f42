import {el, post, clock, notice} from './dom.js';

const SEALS = {valid: 'signed', forged: 'wrongly signed', none: 'not signed'};

/** The traffic between Twilio and the application: a list, and the details of the selected webhook. */
export class Exchanges {
  constructor(list, detail) {
    this.list = list;
    this.detail = detail;
    this.last = 0;
    this.chosen = 0;
  }

  show(rows) {
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 80;
    const fresh = rows.filter(row => row.number > this.last);
    for (const row of fresh) {
      this.list.append(this.row(row));
      this.last = row.number;
    }
    while (this.list.childElementCount > 300) {
      this.list.firstElementChild.remove();
    }
    if (fresh.length && atEnd) {
      this.list.scrollTop = this.list.scrollHeight;
    }
  }

  row(row) {
    if (row.kind === 'webhook') {
      const failed = row.status < 200 || row.status > 299;
      return el('li', {class: `webhook${failed ? ' failed' : ''}`},
        el('button', {type: 'button', 'data-number': row.number, click: () => this.choose(row.number)},
          el('span', {class: 'faint'}, clock(row.at)),
          el('strong', {}, `${row.method} ${row.path}`),
          el('span', {class: 'outcome'}, row.outcome),
          el('span', {class: `seal ${row.seal}`}, SEALS[row.seal]),
          el('span', {class: 'faint'}, `${row.millis} ms`)));
    }
    return el('li', {class: row.kind},
      el('span', {class: 'faint'}, clock(row.at)), ' ', row.text,
      row.remedy && el('p', {class: 'remedy'}, row.remedy));
  }

  async choose(number) {
    const response = await fetch(`api/exchanges/${number}`);
    if (!response.ok) {
      notice(await response.text());
      return;
    }
    for (const button of this.list.querySelectorAll('button')) {
      button.setAttribute('aria-current', button.dataset.number === String(number));
    }
    this.detail.replaceChildren(...this.parts(await response.json()));
    this.detail.focus({preventScroll: true});
  }

  parts(exchange) {
    const url = el('input', {'aria-label': 'URL', value: exchange.url});
    const rows = exchange.parameters.map(([name, value]) => ({name: el('input', {'aria-label': 'Name', value: name}),
      value: el('input', {'aria-label': `Value of ${name}`, value, dir: 'auto'})}));
    const table = el('tbody', {}, ...rows.map(row => el('tr', {}, el('td', {}, row.name), el('td', {}, row.value))));
    const more = el('button', {type: 'button', click: () => {
      const row = {name: el('input', {'aria-label': 'Name'}), value: el('input', {'aria-label': 'Value', dir: 'auto'})};
      rows.push(row);
      table.append(el('tr', {}, el('td', {}, row.name), el('td', {}, row.value)));
    }}, 'Add a parameter');
    const seal = el('select', {'aria-label': 'Signature'}, ...Object.entries(SEALS).map(([value, label]) => el('option', {value}, label)));
    const asNew = el('input', {type: 'checkbox'});
    const again = copies => post('api/exchanges/again', {
      number: String(exchange.number),
      url: url.value,
      parameters: rows.map(row => [row.name.value, row.value.value]).filter(([name]) => name),
      seal: seal.value,
      asNew: asNew.checked,
      copies,
    });
    return [
      el('h3', {}, `${exchange.method} ${exchange.path}`),
      el('dl', {},
        el('dt', {}, 'Response'), el('dd', {class: 'outcome'}, `${exchange.outcome}, ${exchange.contentType || 'no content type'}, ${exchange.millis} ms`),
        el('dt', {}, 'Signature'), el('dd', {}, `${SEALS[exchange.seal]}${exchange.signature ? `: ${exchange.signature}` : ''}`),
        el('dt', {}, 'Idempotency token'), el('dd', {}, exchange.idempotency)),
      el('h4', {}, 'Response body'),
      el('pre', {class: 'answer', tabindex: '0', dir: 'auto'}, pretty(exchange) || '(empty)'),
      el('h4', {}, 'Request: edit it and send it again'),
      url,
      el('table', {}, table),
      el('div', {class: 'group'}, more, seal,
        el('label', {}, asNew, ' as new, not as a retry'),
        el('button', {type: 'button', class: 'again', click: () => again(1)}, 'Send again'),
        el('button', {type: 'button', click: () => again(2)}, 'Send twice at once')),
      el('p', {class: 'faint'}, 'Responses appear in the list, but not on the phones.'),
    ];
  }
}

/** Parses only XML: the browser's error page for anything else has styles, which this page forbids. */
function pretty({contentType, body, xml}) {
  if (contentType.includes('json')) {
    try {
      return JSON.stringify(JSON.parse(body), null, 2);
    } catch {
      return body;
    }
  }
  return xml ? indented(new DOMParser().parseFromString(body, 'text/xml').documentElement, '') : body;
}

function indented(element, indent) {
  const attributes = [...element.attributes].map(each => ` ${each.name}="${each.value}"`).join('');
  const open = `${indent}<${element.tagName}${attributes}`;
  const children = [...element.childNodes].filter(node => node.nodeType === Node.ELEMENT_NODE || node.textContent.trim());
  if (!children.length) {
    return `${open}/>`;
  }
  if (children.every(node => node.nodeType !== Node.ELEMENT_NODE)) {
    return `${open}>${element.textContent}</${element.tagName}>`;
  }
  const inside = children.map(node => node.nodeType === Node.ELEMENT_NODE
    ? indented(node, `${indent}  `)
    : `${indent}  ${node.textContent.trim()}`);
  return [`${open}>`, ...inside, `${indent}</${element.tagName}>`].join('\n');
}
