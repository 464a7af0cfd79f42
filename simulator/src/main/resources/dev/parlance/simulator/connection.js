import {copy, copyButton} from './design/copy.js';
import {openDialog} from './design/dialog.js';
import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {menuButton} from './design/menu.js';
import {clientCode} from './client-code.js';
import {load} from './traffic-api.js';

const CHECK_MILLIS = 15_000;

/** What is connected: the application and whether it answers, its numbers, and the account. */
export class Connection {
  #shown = '';

  constructor(element) {
    this.element = element;
    this.dot = el('span', {class: 'dot unknown'});
    this.word = el('span', {class: 'cut'}, 'Checking…');
    this.check = el('button', {type: 'button', class: 'button quiet', title: 'Check again', click: () => this.refresh()}, this.dot, this.word);
    this.refresh();
    setInterval(() => document.hidden || this.refresh(), CHECK_MILLIS);
    document.addEventListener('visibilitychange', () => document.hidden || this.refresh());
  }

  async refresh() {
    this.check.setAttribute('aria-busy', 'true');
    try {
      this.show(await load('api/connection'));
    } catch {
      // the page says in its banner that the simulator has stopped
    } finally {
      this.check.removeAttribute('aria-busy');
    }
  }

  show(state) {
    const down = state.applications.find(each => !each.answers);
    const first = down ?? state.applications[0];
    this.dot.className = `dot ${!first ? 'unknown' : down ? 'bad' : 'good'}`;
    this.word.textContent = !first ? 'No application' : down ? `${first.url} does not answer` : `${first.url} answers`;
    this.check.title = `${first ? first.detail : 'No number has a webhook.'} Click to check again.`;
    const shown = JSON.stringify([state.numbers, state.account]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.element.replaceChildren(this.check, numbers(state.numbers), accountButton(state));
    }
  }
}

function numbers(all) {
  const label = all.length === 1 ? all[0].number : `${all.length} numbers`;
  const rows = all.map(({number, texts, calls}) => el('button', {type: 'button', click: () => copy(number, `${number} copied`)}, icon('copy'),
    el('span', {class: 'stack tight'}, el('span', {class: 'mono', dir: 'ltr'}, number),
      texts && el('span', {class: 'faint tiny'}, `texts: ${texts}`), calls && el('span', {class: 'faint tiny'}, `calls: ${calls}`))));
  return menuButton(el('button', {type: 'button', class: 'button quiet', 'aria-label': `The application's numbers: ${label}`},
    icon('phone'), el('span', {class: 'label', dir: 'ltr'}, label), icon('chevron-down', 'chevron')), rows);
}

function accountButton({account}) {
  return el('button', {type: 'button', class: 'button connect', 'aria-label': 'Connect an application', click: () => openAccount(account)}, icon('link'), el('span', {class: 'label'}, 'Connect'));
}

/** The account's credentials, and how to point a client at the fake. */
function openAccount(account) {
  let isTokenShown = false;
  const token = el('button', {type: 'button', class: 'copied', title: 'Copy', click: () => copy(account.token, 'Auth token copied')}, '•'.repeat(32));
  const reveal = el('button', {type: 'button', class: 'button quiet small icon-only', 'aria-label': 'Show the auth token', 'aria-pressed': 'false', click: () => {
    isTokenShown = !isTokenShown;
    token.textContent = isTokenShown ? account.token : '•'.repeat(32);
    reveal.setAttribute('aria-pressed', isTokenShown);
  }}, icon('eye'));
  const value = (text, what) => el('button', {type: 'button', class: 'copied', title: 'Copy', click: () => copy(text, `${what} copied`)}, text);
  openDialog('Connect an application', [
    el('p', {class: 'soft'}, 'Give your application this account, and let its Twilio client send requests to the simulator instead of https://api.twilio.com.'),
    el('dl', {class: 'facts account'},
      el('dt', {}, 'Account SID'), el('dd', {}, value(account.sid, 'Account SID')),
      el('dt', {}, 'Auth token'), el('dd', {}, token, reveal),
      el('dt', {}, 'API'), el('dd', {}, value(account.api, 'Address'))),
    languages(account),
    el('footer', {}, el('button', {type: 'button', class: 'button primary', click: event => event.target.closest('dialog').close()}, 'Done')),
  ], {wide: true});
}

function languages(account) {
  const codes = clientCode(account);
  const code = el('pre', {class: 'code', tabindex: '0', 'aria-label': 'Code', dir: 'ltr'});
  const buttons = Object.entries(codes).map(([name, text], index) => el('button', {type: 'button', class: 'button small', 'aria-pressed': String(index === 0), click: event => {
    buttons.forEach(each => each.setAttribute('aria-pressed', String(each === event.currentTarget)));
    code.textContent = text.shown;
    code.dataset.text = text.copied;
  }}, name));
  const first = Object.values(codes)[0];
  code.textContent = first.shown;
  code.dataset.text = first.copied;
  return el('div', {class: 'stack'}, el('div', {class: 'button-group', role: 'group', 'aria-label': 'Language'}, ...buttons),
    el('div', {class: 'code-box'}, code, copyButton('Copy the code', () => code.dataset.text)));
}
