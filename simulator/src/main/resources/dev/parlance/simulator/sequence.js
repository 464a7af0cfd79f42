import {el, notice} from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const COLUMN = 170;
const LINE = 26;
const TOP = 40;

function svg(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  if (text) {
    element.textContent = text;
  }
  return element;
}

/** A sequence diagram of browser calls. */
export class Sequence {
  constructor(details) {
    this.details = details;
    this.place = details.querySelector('.diagram');
    this.drawn = '';
    this.steps = [];
    details.addEventListener('toggle', () => this.draw());
    details.querySelector('button').addEventListener('click', () => this.copy());
  }

  show(trace) {
    this.details.hidden = trace.steps.length === 0;
    this.steps = trace.steps;
    this.mermaid = trace.mermaid;
    this.draw();
  }

  async copy() {
    await navigator.clipboard.writeText(this.mermaid);
    notice('Mermaid text copied.');
  }

  draw() {
    const now = this.mermaid;
    if (!this.details.open || now === this.drawn) {
      return;
    }
    this.drawn = now;
    const parties = [...new Set(this.steps.flatMap(step => [step.from, step.to]))];
    const x = party => 85 + parties.indexOf(party) * COLUMN;
    const height = TOP + this.steps.length * LINE + 20;
    const picture = svg('svg', {viewBox: `0 0 ${parties.length * COLUMN} ${height}`, width: parties.length * COLUMN, height,
      role: 'img', 'aria-label': 'Sequence diagram of browser calls'});
    for (const party of parties) {
      picture.append(svg('text', {x: x(party), y: 20, class: 'party'}, party),
        svg('line', {x1: x(party), x2: x(party), y1: 28, y2: height, class: 'life'}));
    }
    this.steps.forEach((step, index) => {
      const y = TOP + (index + 0.7) * LINE;
      const from = x(step.from);
      const to = x(step.to);
      const end = to > from ? to - 6 : to + 6;
      picture.append(svg('text', {x: (from + to) / 2, y: y - 5, class: 'what'}, step.what),
        svg('line', {x1: from, x2: end, y1: y, y2: y, class: step.answer ? 'sent answer' : 'sent'}),
        svg('path', {d: `M${to},${y} L${end},${y - 4} L${end},${y + 4} z`, class: 'head'}));
    });
    const list = el('ol', {class: 'unseen'}, ...this.steps.map(step => el('li', {}, `${step.from} to ${step.to}: ${step.what}`)));
    this.place.replaceChildren(picture, list);
  }
}
