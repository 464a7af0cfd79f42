import {el, place} from './design/dom.js';
import {icon} from './design/icons.js';
import {on, state} from './state.js';
import {flowGraph} from './flow-graph.js';
import {layOut} from './flow-layout.js';
import {FlowPicture} from './flow-picture.js';

const ZOOMS = [0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5];
let picture;
let laidOut = {};

/** The chart of the survey, computed once for each change of the definition. */
function chart() {
  if (laidOut.survey !== state.survey) {
    const graph = flowGraph(state.survey, state.isTemplate);
    laidOut = {survey: state.survey, frames: graph.frames, layout: layOut(graph)};
  }
  return laidOut;
}

function draw() {
  if (!place('flow').hidden) {
    picture.show(chart());
  }
}

function setZoom(value) {
  picture.setZoom(value);
  place('flow-zoom').textContent = `${Math.round(value * 100)}%`;
}

function zoomBy(step) {
  const {zoom} = picture;
  setZoom((step > 0 ? ZOOMS.find(each => each > zoom + 0.01) : ZOOMS.findLast(each => each < zoom - 0.01)) ?? zoom);
}

const fit = () => setZoom(picture.zoomToFit());

function pressed(event) {
  const step = !event.altKey && {ArrowDown: 1, ArrowUp: -1}[event.key];
  const action = step && picture.focused() ? () => picture.moveFocus(step)
    : {'+': () => zoomBy(1), '=': () => zoomBy(1), '-': () => zoomBy(-1), 0: fit}[event.key];
  if (action && !event.ctrlKey) {
    event.preventDefault();
    action();
  }
}

/** The survey as a chart. Each node leads to its question. */
export function showFlow() {
  const button = (label, name, click) => el('button',
    {type: 'button', class: 'button small icon-only', 'aria-label': label, title: label, click}, icon(name));
  const scroll = el('div', {id: 'flow-scroll', class: 'flow-scroll', tabindex: '0', role: 'region', 'aria-label': 'Chart', wheel: event => {
    if (event.ctrlKey) {
      event.preventDefault();
      zoomBy(-event.deltaY);
    }
  }});
  picture = new FlowPicture(scroll);
  place('flow').append(el('div', {class: 'flow-tools'},
    el('span', {class: 'button-group'}, button('Zoom out (-)', 'minus', () => zoomBy(-1)), button('Zoom in (+)', 'plus', () => zoomBy(1))),
    el('output', {id: 'flow-zoom', class: 'small'}, '100%'),
    el('button', {type: 'button', class: 'button small', title: 'Fit (0)', click: fit}, 'Fit')), scroll);
  place('flow').addEventListener('keydown', pressed);
  on('changed', () => {
    draw();
    requestIdleCallback(chart); // so that it is there when the person opens it
  });
  on('findings', draw);
  on('view', () => {
    draw();
    if (!place('flow').hidden) {
      picture.reveal(state.selected);
    }
  });
}
