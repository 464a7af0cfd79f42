import {el, place, svg} from './design/dom.js';
import {icon} from './design/icons.js';
import {itemOf, item, on, select, state} from './state.js';
import {kindIcon, wordsOf} from './outline.js';
import {flowGraph} from './flow-graph.js';
import {layOut} from './flow-layout.js';

const MARGIN = 40;
const ZOOMS = [0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5];
let zoom = 1;
let drawn;

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
  const findings = at ? (state.findings ?? []).filter(finding => itemOf(finding) === at) : [];
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

/** A frame around the questions of a group. */
function frame({id, label}, nodes) {
  const inside = nodes.filter(each => each.group === id);
  if (!inside.length) {
    return undefined;
  }
  const left = Math.min(...inside.map(each => each.x)) - 14;
  const top = Math.min(...inside.map(each => each.y)) - 28;
  const right = Math.max(...inside.map(each => each.x + each.width)) + 14;
  const bottom = Math.max(...inside.map(each => each.y + each.height)) + 14;
  return svg('g', {class: 'flow-frame'}, svg('rect', {x: left, y: top, width: right - left, height: bottom - top, rx: 12}),
    svg('foreignObject', {x: left + 10, y: top + 4, width: right - left - 20, height: 20},
      el('div', {class: 'tiny cut faint', title: label}, label)));
}

function draw() {
  if (place('flow').hidden) {
    return;
  }
  const graph = flowGraph(state.survey, state.isTemplate);
  const layout = layOut(graph);
  const box = {width: layout.width + 2 * MARGIN, height: layout.height + 2 * MARGIN};
  const picture = svg('svg',
    {class: 'flow-picture', viewBox: `${-MARGIN} ${-MARGIN} ${box.width} ${box.height}`, role: 'group', 'aria-label': 'Flow chart'},
    svg('defs', {}, svg('marker',
      {id: 'flow-arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto'},
        svg('path', {d: 'M0 0.5 7 4 0 7.5Z'}))),
    ...graph.frames.map(each => frame(each, layout.nodes)).filter(Boolean), ...layout.edges.map(edge), ...layout.nodes.map(node));
  drawn = {picture, box};
  const focused = document.activeElement?.dataset?.place;
  place('flow-scroll').replaceChildren(picture);
  setZoom(zoom);
  picture.querySelector(`[data-place="${focused}"]`)?.focus();
}

function setZoom(value) {
  zoom = value;
  drawn.picture.style.width = `${drawn.box.width * zoom}px`;
  drawn.picture.style.height = `${drawn.box.height * zoom}px`;
  place('flow-zoom').textContent = `${Math.round(zoom * 100)}%`;
}

function zoomBy(step) {
  const next = step > 0 ? ZOOMS.find(each => each > zoom + 0.01) : ZOOMS.findLast(each => each < zoom - 0.01);
  setZoom(next ?? zoom);
}

function fit() {
  const {clientWidth, clientHeight} = place('flow-scroll');
  setZoom(Math.max(0.2, Math.min(1, clientWidth / drawn.box.width, (clientHeight - MARGIN) / drawn.box.height)));
}

function pressed(event) {
  const nodes = [...place('flow').querySelectorAll('.flow-node')];
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  const to = step && !event.altKey && nodes[nodes.indexOf(document.activeElement) + step];
  const action = to ? () => to.focus() : {'+': () => zoomBy(1), '=': () => zoomBy(1), '-': () => zoomBy(-1), 0: fit}[event.key];
  if (action && !event.ctrlKey) {
    event.preventDefault();
    action();
  }
}

/** The survey as a chart. Each node leads to its question. */
export function showFlow() {
  const button = (label, name, click) => el('button',
    {type: 'button', class: 'button small icon-only', 'aria-label': label, title: label, click}, icon(name));
  place('flow').append(el('div', {class: 'flow-tools'},
    el('span', {class: 'button-group'}, button('Zoom out (-)', 'minus', () => zoomBy(-1)), button('Zoom in (+)', 'plus', () => zoomBy(1))),
    el('output', {id: 'flow-zoom', class: 'small'}),
      el('button', {type: 'button', class: 'button small', title: 'Fit (0)', click: fit}, 'Fit')),
  el('div', {id: 'flow-scroll', class: 'flow-scroll', tabindex: '0', role: 'region', 'aria-label': 'Chart', wheel: event => {
    if (event.ctrlKey) {
      event.preventDefault();
      zoomBy(-event.deltaY);
    }
  }}));
  place('flow').addEventListener('keydown', pressed);
  on('changed', draw);
  on('findings', draw);
  on('view', () => {
    draw();
    if (!place('flow').hidden) {
      place('flow').querySelector('[aria-current="true"]')?.scrollIntoView({block: 'center', inline: 'center'});
    }
  });
}
