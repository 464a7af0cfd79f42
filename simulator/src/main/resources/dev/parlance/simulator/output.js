import {el, place} from './design/dom.js';
import {icon} from './design/icons.js';
import {copy} from './design/copy.js';
import {ask, post} from './api.js';
import {AnsiParser} from './ansi.js';

const MAX_LINES = 3000;

/** The application's output, which stays when the application has ended. */
export class ApplicationOutput {
  #position = 0;
  #rest = '';
  #unfinished;
  #loading = false;
  #parser = new AnsiParser();
  #state;

  constructor(element, open) {
    this.open = open;
    this.status = el('span', {class: 'chip'});
    this.again = el('button', {type: 'button', class: 'button small', hidden: true, click: () => post('api/application')}, icon('play'), 'Start it again');
    this.search = el('input', {class: 'input small', type: 'search', placeholder: 'Search', 'aria-label': 'Search in the output', input: () => this.#filter()});
    this.found = el('span', {class: 'faint tiny', role: 'status'});
    this.follow = el('button', {type: 'button', role: 'switch', class: 'switch small', 'aria-checked': 'true', click: () => this.#setFollow(this.follow.getAttribute('aria-checked') !== 'true')}, 'Follow');
    this.lines = el('div', {class: 'output', role: 'log', 'aria-label': 'Output of the application', 'aria-live': 'off', tabindex: '0', dir: 'ltr'});
    this.none = el('div', {class: 'empty grow'}, icon('terminal'), el('strong', {}, 'The application runs elsewhere'),
      'Let the simulator start it, and its output appears here:', el('code', {}, 'parlance simulate --app http://localhost:3000 -- npm start'));
    this.bar = el('div', {class: 'panel-bar', hidden: true}, this.status, this.again, el('span', {class: 'search grow'}, icon('search'), this.search), this.found, this.follow,
      el('button', {type: 'button', class: 'button quiet small icon-only', 'aria-label': 'Copy the output', title: 'Copy the output', click: () => copy(this.lines.innerText, 'Output copied')}, icon('copy')));
    this.lines.hidden = true;
    element.classList.add('fills');
    element.append(this.bar, this.lines, this.none);
    this.lines.addEventListener('wheel', event => event.deltaY < 0 && this.#setFollow(false), {passive: true});
  }

  #setFollow(on) {
    this.follow.setAttribute('aria-checked', String(on));
    if (on) {
      this.lines.scrollTop = this.lines.scrollHeight;
    }
  }

  show(application) {
    if (!application) {
      return;
    }
    this.bar.hidden = this.lines.hidden = false;
    this.none.hidden = true;
    this.status.className = `chip ${application.running ? 'good' : 'bad'}`;
    this.status.replaceChildren(el('span', {class: `dot ${application.running ? 'live' : ''}`}), application.running ? 'Running' : `Ended with exit code ${application.exitCode}`);
    this.status.title = application.command;
    this.again.hidden = application.running;
    this.#showBanner(application);
    this.#state = application;
    this.#load();
  }

  #showBanner({running, exitCode}) {
    const banner = place('ended');
    if (running) {
      banner?.remove();
      return;
    }
    const words = `The application ended with exit code ${exitCode}.`;
    if (banner) {
      banner.querySelector('strong').textContent = words; // it has run once more meanwhile
    } else {
      place('banners').append(el('section', {class: 'banner bad', id: 'ended', role: 'alert'}, icon('alert'),
        el('strong', {class: 'grow'}, words),
        el('button', {type: 'button', class: 'button small', click: () => this.open()}, 'Show its output'),
        el('button', {type: 'button', class: 'button small', click: () => post('api/application')}, 'Start it again')));
    }
  }

  async #load() {
    if (this.#loading || this.#state.output === this.#position) {
      return;
    }
    this.#loading = true;
    const more = await ask(`api/output?after=${this.#position}`);
    this.#loading = false;
    if (more) {
      this.#position = more.to;
      this.#append(more.text);
      this.#load();
    }
  }

  #append(text) {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    this.#unfinished?.remove();
    this.lines.append(...lines.slice(-MAX_LINES).map(line => this.#row(this.#parser.parse(line))));
    this.#unfinished = this.#row(this.#parser.copy().parse(this.#rest)); // such as a question
    this.lines.append(this.#unfinished);
    while (this.lines.childElementCount > MAX_LINES) {
      this.lines.firstElementChild.remove();
    }
    this.#filter();
    if (this.follow.getAttribute('aria-checked') === 'true') {
      this.lines.scrollTop = this.lines.scrollHeight;
    }
  }

  #row(parts) {
    return el('div', {class: 'output-line'}, ...parts);
  }

  #filter() {
    const wanted = this.search.value.trim().toLowerCase();
    let count = 0;
    for (const row of this.lines.children) {
      row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted);
      count += row.hidden ? 0 : 1;
    }
    this.found.textContent = wanted ? `${count} found` : '';
  }
}
