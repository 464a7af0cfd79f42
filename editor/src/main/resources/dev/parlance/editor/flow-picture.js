import {el, showAll, svg} from './design/dom.js';
import {icon} from './design/icons.js';
import {findingsOf, item, select, state} from './state.js';
import {kindIcon, wordsOf} from './outline.js';

const MARGIN = 40;
const SPARE = 300;

/** A curve through the corners. At the side of a node it starts or ends level, elsewhere upright. */
function edgePath({points}) {
  const [first, ...rest] = points;
  let path = `M${first.x} ${first.y}`;
  let from = first;
  for (const to of rest) {
    const half = (to.y - from.y) / 2;
    const start = from.side ? {x: to.x, y: from.y} : {x: from.x, y: from.y + half};
    const end = to.side ? {x: from.x, y: to.y} : {x: to.x, y: to.y - half};
    path += from.x === to.x ? `L${to.x} ${to.y}` : `C${start.x} ${start.y} ${end.x} ${end.y} ${to.x} ${to.y}`;
    from = to;
  }
  return path;
}

function edge(each) {
  const group = svg('g', {class: `flow-edge ${each.isJump ? 'jump' : ''} ${each.isBack ? 'back' : ''}`},
    svg('path', {d: edgePath(each), 'marker-end': 'url(#flow-arrow)'}));
  if (each.label) {
    const [from, to] = each.points;
    const at = from.side ? {x: from.x + (to.x - from.x) * 0.8, y: from.y + (to.y - from.y) * 0.5}
      : {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2};
    group.append(svg('foreignObject', {x: at.x - 75, y: at.y - 11, width: 150, height: 22},
      el('div', {class: 'flow-label'}, el('span', {title: each.label}, each.label))));
  }
  return group;
}

function node(each) {
  const at = each.place && item(each.place);
  const findings = at ? findingsOf(at) : [];
  const mark = findings.some(finding => !finding.isWarning) ? 'bad' : findings.length ? 'warn' : '';
  const content = at
    ? el('button', {type: 'button', class: `flow-node ${each.when ? 'conditional' : ''} ${mark}`, 'data-place': each.place,
      'aria-current': String(each.place === state.selected), click: () => select(each.place)},
      kindIcon(at), el('span', {class: 'flow-words'}, el('strong', {class: 'cut'}, each.name),
        el('span', {class: 'cut small', dir: 'auto'}, wordsOf(at)),
        each.when && el('span', {class: 'cut tiny flow-when', title: each.when}, each.when)), mark && el('span', {class: `dot ${mark}`}))
    : el('div', {class: `flow-end ${each.type}`}, icon({start: 'play', end: 'flag', unknown: 'alert'}[each.type]),
      el('span', {class: 'cut'}, each.label));
  return svg('foreignObject', {x: each.x - 4, y: each.y - 4, width: each.width + 8, height: each.height + 8}, content);
}

/** Where the frame around the questions of a group is; nothing if it has none. */
function around({id, label}, nodes) {
  const inside = nodes.filter(each => each.group === id);
  if (!inside.length) {
    return undefined;
  }
  const x = Math.min(...inside.map(each => each.x)) - 14;
  const y = Math.min(...inside.map(each => each.y)) - 28;
  const right = Math.max(...inside.map(each => each.x + each.width)) + 14;
  const bottom = Math.max(...inside.map(each => each.y + each.height)) + 14;
  return {id, label, x, y, width: right - x, height: bottom - y};
}

function frame({label, x, y, width, height}) {
  return svg('g', {class: 'flow-frame'}, svg('rect', {x, y, width, height, rx: 12}),
    svg('foreignObject', {x: x + 10, y: y + 4, width: width - 20, height: 20}, el('div', {class: 'tiny cut faint', title: label}, label)));
}

/** What is drawn, each with the heights between which it is. */
function piecesOf({frames, layout: {nodes, edges}}) {
  const isTall = each => ({...each, top: each.y, bottom: each.y + each.height});
  return {
    frames: frames.map(each => around(each, nodes)).filter(Boolean).map(isTall),
    edges: edges.map(each => {
      const heights = each.points.map(point => point.y);
      return {...each, id: `${each.from} ${each.to}`, top: Math.min(...heights), bottom: Math.max(...heights)};
    }),
    nodes: nodes.map(isTall),
  };
}

/** A chart in an element that scrolls. Only what is in view, or close to it, is in the page. */
export class FlowPicture {
  zoom = 1;
  #pieces = {frames: [], edges: [], nodes: []};

  constructor(scroll) {
    this.scroll = scroll;
    const group = () => svg('g', {});
    this.groups = {frames: group(), edges: group(), nodes: group()};
    this.picture = svg('svg', {class: 'flow-picture', role: 'group', 'aria-label': 'Flow chart'},
      svg('defs', {}, svg('marker',
        {id: 'flow-arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto'},
        svg('path', {d: 'M0 0.5 7 4 0 7.5Z'}))), ...Object.values(this.groups));
    scroll.append(this.picture);
    scroll.addEventListener('scroll', () => this.#fill(), {passive: true});
    new ResizeObserver(() => this.#fill()).observe(scroll);
  }

  /** Shows a chart, or the same again with other words and marks. */
  show(chart) {
    if (this.chart !== chart) {
      this.chart = chart;
      this.#pieces = piecesOf(chart);
      this.box = {width: chart.layout.width + 2 * MARGIN, height: chart.layout.height + 2 * MARGIN};
      this.picture.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${this.box.width} ${this.box.height}`);
      this.setZoom(this.zoom);
    }
    const focused = this.focused()?.place;
    Object.values(this.groups).forEach(group => group.replaceChildren());
    this.#fill(focused);
    this.#button(focused)?.focus({preventScroll: true});
  }

  setZoom(zoom) {
    this.zoom = zoom;
    this.picture.style.width = `${this.box.width * zoom}px`;
    this.picture.style.height = `${this.box.height * zoom}px`;
    this.#fill();
  }

  /** The zoom at which the whole chart is in view. */
  zoomToFit() {
    const {clientWidth, clientHeight} = this.scroll;
    return Math.max(0.2, Math.min(1, clientWidth / this.box.width, (clientHeight - MARGIN) / this.box.height));
  }

  /** The question that has the focus. */
  focused() {
    const place = this.picture.contains(document.activeElement) && document.activeElement.dataset.place;
    return place ? this.#pieces.nodes.find(each => each.place === place) : undefined;
  }

  /** Moves the focus to the question so many after the one that has it. */
  moveFocus(step) {
    const all = this.#pieces.nodes.filter(each => each.type === 'question');
    const to = all[all.indexOf(this.focused()) + step];
    if (to) {
      this.#fill(to.place);
      this.#button(to.place)?.focus();
    }
  }

  /** Scrolls to a question. */
  reveal(place) {
    const to = this.#pieces.nodes.find(each => each.place === place);
    if (to) {
      this.scroll.scrollTo((to.x + to.width / 2 + MARGIN) * this.zoom - this.scroll.clientWidth / 2,
        (to.y + to.height / 2 + MARGIN) * this.zoom - this.scroll.clientHeight / 2);
      this.#fill();
    }
  }

  #button(place) {
    return place && this.groups.nodes.querySelector(`[data-place="${CSS.escape(place)}"]`);
  }

  /** Draws what has come into view, and removes what has left it, but for what has the focus. */
  #fill(kept = this.focused()?.place) {
    const top = this.scroll.scrollTop / this.zoom - MARGIN - SPARE;
    const bottom = top + this.scroll.clientHeight / this.zoom + 2 * SPARE;
    const isNear = each => (each.bottom > top && each.top < bottom) || (kept && each.place === kept);
    Object.entries({frames: frame, edges: edge, nodes: node}).forEach(([name, create]) =>
      showAll(this.groups[name], this.#pieces[name].filter(isNear), {key: each => each.id, create}));
  }
}
