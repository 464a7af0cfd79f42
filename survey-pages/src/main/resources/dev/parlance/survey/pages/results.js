import {el, place} from './design/dom.js';
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
import {showTools} from './tools.js';

const FACTS_WIDTH = 210 + 24;
const CARD_PADDING = 34;
let request;

/** The width of a question's chart, in steps, so that a slightly wider window needs no other charts. */
function chartWidth(sides) {
  const width = place('main').clientWidth - CARD_PADDING;
  const body = innerWidth > 800 ? width - FACTS_WIDTH : width;
  const each = sides > 1 && innerWidth > 800 ? (body - 24) / 2 : body;
  return Math.max(260, Math.floor(each / 20) * 20);
}

async function refresh() {
  const state = readState();
  request?.abort();
  const mine = request = new AbortController();
  try {
    const wide = Math.max(260, Math.floor((place('main').clientWidth - CARD_PADDING - (state.filters.length > 1 && innerWidth > 800 ? 24 : 0)) / (state.filters.length > 1 && innerWidth > 800 ? 2 : 1) / 20) * 20);
    const more = {unit: state.unit, width: chartWidth(state.filters.length), wide};
    const views = await Promise.all(state.filters.map(filter => get('data', filter, more, mine.signal)));
    views.forEach((view, i) => { view.chartAddress = id => address(`charts/${encodeURIComponent(id)}.svg`, state.filters[i]); });
    const isReading = views.find(view => view.progress !== undefined);
    if (isReading) {
      banner('', `Reading the answers: ${Math.round(100 * isReading.progress)}%`);
      setTimeout(refresh, 500);
      return;
    }
    banner();
    show(views);
  } catch (e) {
    failed(e);
  }
}

function failed(e) {
  if (e.name === 'AbortError') {
    return;
  }
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
    element.setAttribute('role', className ? 'alert' : 'status');
    element.replaceChildren(text, ...more);
  }
}

function show(views) {
  const {survey, abilities, choices, locked} = views[0];
  document.title = `Results of ${survey.name}`;
  setText(place('survey'), survey.name);
  place('survey').title = `Version ${survey.revision}`;
  showTools(abilities);
  showFilters(choices, locked);
  showCompared(views, choices, locked);
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
  listen(abilities.live, refresh, abilities);
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
function showCompared(views, choices, locked) {
  const {filters} = readState();
  const element = place('compared');
  element.hidden = filters.length < 2;
  const words = filters.map((filter, i) => [...(i ? [] : locked), ...filter].map(([name, value]) => nameOf(choices, name, value)).join(', ') || 'Everybody');
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
onStateChange(refresh);
refresh();
