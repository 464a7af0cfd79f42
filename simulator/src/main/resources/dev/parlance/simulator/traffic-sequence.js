import {el, svg} from './design/dom.js';
import {copyButton} from './design/copy.js';
import {openDialog} from './design/dialog.js';
import {load, reporting} from './traffic-api.js';

const COLUMN = 180;
const LINE = 28;
const TOP = 44;

/** A sequence diagram of the calls from and to browsers, kept up to date while it is open. */
export class BrowserCalls {
  #place;
  #mermaid = '';

  open() {
    this.#place = el('div', {class: 'traffic-sequence', tabindex: '0', role: 'region', 'aria-label': 'Sequence diagram'});
    const dialog = openDialog('Browser calls', [
      el('div', {class: 'row between'}, el('p', {class: 'soft'}, 'Who sent what to whom: signalling, and the webhooks of these calls.'),
        copyButton('Copy as Mermaid', () => this.#mermaid)),
      this.#place,
      el('footer', {}, el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Close')),
    ], {wide: true});
    dialog.addEventListener('close', () => { this.#place = undefined; });
    this.#mermaid = '';
    this.refresh();
  }

  async refresh() {
    if (!this.#place) {
      return;
    }
    const trace = await reporting(() => load('api/traffic/calls'));
    if (trace && this.#place && trace.mermaid !== this.#mermaid) {
      this.#mermaid = trace.mermaid;
      this.#place.replaceChildren(picture(trace.steps),
        el('ol', {class: 'unseen'}, ...trace.steps.map(step => el('li', {}, `${step.from} to ${step.to}: ${step.what}`))));
    }
  }
}

function picture(steps) {
  const parties = [...new Set(steps.flatMap(step => [step.from, step.to]))];
  const x = party => COLUMN / 2 + parties.indexOf(party) * COLUMN;
  const width = parties.length * COLUMN;
  const height = TOP + steps.length * LINE + 20;
  return svg('svg', {viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true'},
    ...parties.flatMap(party => [
      svg('text', {x: x(party), y: 22, class: 'party'}, party),
      svg('line', {x1: x(party), x2: x(party), y1: 32, y2: height, class: 'life'}),
    ]),
    ...steps.flatMap((step, index) => arrow(step, x(step.from), x(step.to), TOP + (index + 0.7) * LINE)));
}

function arrow(step, from, to, y) {
  const end = to > from ? to - 6 : to + 6;
  return [
    svg('text', {x: (from + to) / 2, y: y - 5}, step.what),
    svg('line', {x1: from, x2: end, y1: y, y2: y, class: step.isAnswer ? 'sent answer' : 'sent'}),
    svg('path', {d: `M${to},${y} L${end},${y - 4} L${end},${y + 4} z`, class: 'head'}),
  ];
}
