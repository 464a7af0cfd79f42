import {el, place} from './design/dom.js';
import {pair, showFigure, sideName, tableOf} from './chart.js';
import {go, readState} from './state.js';

const HEIGHT = 220;
const NAMES = [['invited', 'Invited', '--chart-8'], ['started', 'Started', '--chart-1'], ['completed', 'Completed', '--chart-2']];
const UNITS = [['hour', 'Hour'], ['day', 'Day'], ['week', 'Week'], ['month', 'Month']];
const DAY = 86_400;
const TICKS = {
  hour: {day: 'numeric', month: 'short', hour: '2-digit', hourCycle: 'h23'}, day: {day: 'numeric', month: 'short'},
  week: {day: 'numeric', month: 'short'}, month: {month: 'short', year: 'numeric'},
};
const INCREMENTS = {
  hour: [3600, 3 * 3600, 6 * 3600, 12 * 3600, DAY, 2 * DAY, 7 * DAY], day: [DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 365 * DAY],
  week: [7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 182 * DAY, 365 * DAY], month: [31 * DAY, 62 * DAY, 92 * DAY, 184 * DAY, 365 * DAY],
};
const charts = new WeakMap();
let library;

/** Invited, started and completed over time. Zoom by dragging, back by a double click. */
export function showDays(views) {
  showUnits(views[0].days.unit);
  pair(place('days'), views, (slot, view, i) => {
    if (!slot.querySelector('.days-plot')) {
      slot.replaceChildren(
        el('div', {class: 'side-head', hidden: views.length < 2}, sideName(i)),
        el('div', {class: 'days-plot', role: 'img'}),
        el('div', {class: 'only-print chart'}),
        el('details', {class: 'table-behind no-print'}, el('summary', {}, 'Table'), el('div', {class: 'scrolls', tabindex: '0', role: 'group', 'aria-label': 'Table over time'})));
    }
    const [head, plot, printed, details] = slot.children;
    head.hidden = views.length < 2;
    showFigure(printed, view.days.figure, {table: false});
    plot.setAttribute('aria-label', view.days.description);
    const text = JSON.stringify(view.days.begins) + JSON.stringify(view.days.completed) + JSON.stringify(view.days.started) + JSON.stringify(view.days.invited);
    if (plot.dataset.shown !== text) {
      plot.dataset.shown = text;
      loadLibrary().then(() => plot.dataset.shown === text && draw(plot, view.days));
      details.lastElementChild.replaceChildren(tableOf({
        columns: ['', ...NAMES.map(([, label]) => label)],
        rows: view.days.labels.map((label, at) => [label, ...NAMES.map(([name]) => view.days[name][at])]),
      }));
    }
  });
}

/** The library is loaded for the first chart only, so that it doesn't delay the rest of the page. If that fails, the next chart tries again. */
function loadLibrary() {
  library ??= new Promise((load, fail) => document.head.append(el('script', {src: 'uplot.js', load, error: () => {
    library = undefined;
    fail(new Error('uplot.js could not be loaded'));
  }})));
  return library;
}

function showUnits(unit) {
  const holder = place('days-units');
  if (!holder.children.length) {
    holder.append(...UNITS.map(([value, label]) => el('button', {type: 'button', class: 'button small', 'data-unit': value,
      click: () => go({...readState(), unit: value})}, label)));
  }
  for (const button of holder.children) {
    button.setAttribute('aria-pressed', String(button.dataset.unit === unit));
  }
}

const colour = name => getComputedStyle(document.body).getPropertyValue(name).trim();

/** The canvas can't read light-dark(): the colour is resolved by an element. */
function resolved(name) {
  const probe = el('span', {hidden: true});
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

function draw(plot, days) {
  const before = charts.get(plot);
  before?.chart.destroy();
  before?.observer.disconnect();
  const isSingle = days.begins.length === 1; // a period alone stands in the middle
  const [step] = INCREMENTS[days.unit];
  const begins = isSingle ? [days.begins[0] - step, days.begins[0], days.begins[0] + step] : days.begins;
  const data = [begins, ...NAMES.map(([name]) => (isSingle ? [null, ...days[name], null] : days[name]))];
  const axis = {stroke: resolved('--ink-faint'), font: `12px ${colour('--font')}`, grid: {stroke: resolved('--line'), width: 1}, ticks: {show: false}};
  const tick = new Intl.DateTimeFormat('en', {...TICKS[days.unit], timeZone: days.zone});
  const zoned = seconds => uPlot.tzDate(new Date(seconds * 1000), days.zone);
  const chart = new uPlot({
    width: plot.clientWidth || 400, height: HEIGHT, tzDate: zoned,
    legend: {markers: {width: 0, fill: (self, i) => resolved(NAMES[i - 1]?.[2] ?? '--surface')}},
    cursor: {points: {size: 7}, drag: {x: true, y: false}},
    scales: {y: {range: (self, low, high) => [0, Math.max(2, high * 1.08)]}},
    axes: [{...axis, space: 70, incrs: INCREMENTS[days.unit], values: (self, splits) => splits.map(split => tick.format(new Date(split * 1000)))}, {...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000]}],
    series: [
      {label: days.unitName, value: (self, at, series, index) => (index === null ? '' : days.labels[isSingle ? 0 : index])},
      ...NAMES.map(([, label, name]) => ({label, stroke: resolved(name), width: 2, points: {show: isSingle}, value: (self, value) => value ?? ''})),
    ],
  }, data, plot);
  const observer = new ResizeObserver(() => plot.clientWidth && chart.setSize({width: plot.clientWidth, height: HEIGHT}));
  observer.observe(plot);
  charts.set(plot, {chart, observer, days});
}

/** Draws again in the colours of the theme. */
export function redrawDays() {
  for (const plot of document.querySelectorAll('.days-plot')) {
    const shown = charts.get(plot);
    if (shown) {
      draw(plot, shown.days);
    }
  }
}
