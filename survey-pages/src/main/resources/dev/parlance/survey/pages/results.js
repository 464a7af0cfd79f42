import {el, place} from './design/dom.js';
import {count, number} from './design/format.js';
import {fillIcons, icon} from './design/icons.js';
import {address, get, Refused} from './api.js';
import {showContents} from './contents.js';
import {showCross} from './cross.js';
import {redrawDays, showDays} from './days-chart.js';
import {nameOf, showFilters} from './filters.js';
import {showFunnel} from './funnel.js';
import {listen} from './live.js';
import {showExperiments, showLatest, showMissed} from './people.js';
import {showOverview} from './overview.js';
import {setText, showQuestions} from './question.js';
import {forgetKey, onStateChange, readState} from './state.js';
import {sideName} from './chart.js';
import {useZone} from './times.js';
import {showTools} from './tools.js';

const GAP = 24;
const FACTS_WIDTH = 210 + GAP;
const CARD_PADDING = 34;
const READING_PAUSE = 300;
let request;
let latest;

/** The width of a chart, in steps, so that a slightly wider window needs no other charts. `beside` is the width of what stands next to it. */
function chartWidth(sides, beside) {
  const isWide = innerWidth > 800;
  const width = place('main').clientWidth - CARD_PADDING - (isWide ? beside : 0);
  const each = sides > 1 && isWide ? (width - GAP) / 2 : width;
  return Math.max(260, Math.floor(each / 20) * 20);
}

/** What the figures depend on: everything but the cross table, which is asked for on its own. */
const wanted = ({filters, link, unit}) => JSON.stringify([filters, link, unit]);

/** Shows at once what the reader has changed; the figures follow. */
function changed() {
  const state = readState();
  if (latest?.wanted === wanted(state)) {
    request.abort();
    place('main').removeAttribute('aria-busy');
    show(latest.views);
    return;
  }
  if (latest) {
    const {choices, locked} = latest.views[0];
    showFilters(choices, locked);
    place('main').setAttribute('aria-busy', 'true');
  }
  refresh();
}

async function refresh() {
  const state = readState();
  request?.abort();
  const mine = request = new AbortController();
  try {
    const sides = state.filters.length;
    const more = {unit: state.unit, width: chartWidth(sides, FACTS_WIDTH), wide: chartWidth(sides, 0)};
    const views = await Promise.all(state.filters.map(filter => get('data', filter, more, mine.signal)));
    views.forEach((view, i) => { view.chartAddress = id => address(`charts/${encodeURIComponent(id)}.svg`, state.filters[i]); });
    const reading = views.find(view => view.read !== undefined);
    if (reading) {
      showReading(reading);
      setTimeout(() => mine === request && refresh(), READING_PAUSE);
      return;
    }
    banner();
    latest = {views, wanted: wanted(state)};
    place('main').removeAttribute('aria-busy');
    show(views);
  } catch (e) {
    failed(e);
  }
}

/** How far the server has read. `total` is missing if its store doesn't know it. */
function showReading({read, total}) {
  const bar = el('progress', {class: 'progress', 'aria-label': 'Read so far', max: total, value: total && read});
  banner('reading', total ? `Reading the answers: ${number(read)} of ${number(total)} people` : `Reading the answers: ${count(read, 'person', 'people')} so far`, bar);
}

function failed(e) {
  if (e.name === 'AbortError') {
    return;
  }
  place('main').removeAttribute('aria-busy');
  if (!(e instanceof Refused)) {
    throw e;
  }
  if (e.status === 401) {
    location.reload();
  } else {
    banner('bad', e.message, el('button', {type: 'button', class: 'button small', click: refresh}, 'Try again'));
  }
}

function banner(className, text, ...more) {
  const element = place('banner');
  element.hidden = text === undefined;
  if (text !== undefined) {
    element.className = `banner ${className}`;
    element.setAttribute('role', className === 'bad' ? 'alert' : 'group');
    element.replaceChildren(text, ...more);
  }
}

function show(views) {
  const {survey, abilities, choices, locked} = views[0];
  document.title = `Results of ${survey.name}`;
  setText(place('survey'), survey.name);
  place('survey').title = `Version ${survey.revision}`;
  useZone(views[0].days.zone);
  showTools(abilities);
  showFilters(choices, locked);
  document.body.classList.toggle('comparing', views.length > 1);
  showCompared(locked);
  showOverview(views);
  showDays(views);
  showLatest(views);
  place('latest').closest('article').hidden = !abilities.texts;
  showFunnel(views, abilities);
  showQuestions(views, abilities);
  showCross(views[0].crossQuestions, JSON.stringify([readState().filters, views.map(view => view.version)]));
  showExperiments(views[0].experiments);
  showMissed(views, abilities);
  showContents(views[0].questions);
  showNobody(views);
  document.body.classList.remove('loading');
  performance.mark('shown');
  listen(abilities.live, refresh);
}

/** Instead of empty charts: that there is nobody. */
function showNobody(views) {
  const isEmpty = views.every(view => view.overview.people.every(each => each.count === 0));
  document.body.classList.toggle('nobody', isEmpty);
  const element = place('nobody');
  element.hidden = !isEmpty;
  if (isEmpty) {
    const isFiltered = readState().filters.some(filter => filter.length);
    element.replaceChildren(el('div', {class: 'empty'}, icon('users'),
      el('strong', {}, isFiltered ? 'Nobody matches these filters' : 'Nobody has been invited yet'),
      isFiltered ? 'Remove a filter to see more people.' : 'Results appear here as soon as people answer.'));
  }
}

/** What A and B are, when two filters are compared. */
function showCompared(locked) {
  const {filters} = readState();
  const element = place('compared');
  element.hidden = filters.length < 2;
  const words = filters.map((filter, i) => [...(i ? [] : locked), ...filter].map(([name, value]) => nameOf(name, value)).join(', ') || 'Everybody');
  element.replaceChildren(...words.map((text, i) => el('div', {class: i ? 'two' : 'one'}, sideName(i), el('span', {dir: 'auto'}, text))));
}

let width = innerWidth;
let timer;
addEventListener('resize', () => {
  if (width !== innerWidth) {
    width = innerWidth;
    clearTimeout(timer);
    timer = setTimeout(refresh, 200);
  }
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawDays);
new MutationObserver(redrawDays).observe(document.documentElement, {attributeFilter: ['data-theme']});
forgetKey();
fillIcons();
onStateChange(changed);
refresh();
