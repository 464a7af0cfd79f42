import {el, place, showAll} from './design/dom.js';
import {count, duration, number, percent, signed} from './design/format.js';
import {sideName} from './chart.js';

/** The cards with the first figures, and the row that says how far people got. */
export function showOverview(views) {
  const figures = views.map(view => view.overview);
  const nps = [...new Set(figures.flatMap(each => each.nps.map(({question}) => question)))];
  const cards = [
    card('response', 'Response rate', figures, each => share(each.responseRate), each => each.responseRate && margin(each.responseRate, '%')),
    card('completion', 'Completion rate', figures, each => share(each.completionRate), each => each.completionRate && margin(each.completionRate, '%')),
    card('time', 'Median time to complete', figures, each => (each.time ? duration(each.time.median) : '–'),
      each => each.time && `half took ${duration(each.time.first)} to ${duration(each.time.third)}`),
    ...nps.map(question => card(`nps-${question}`, nps.length > 1 ? `NPS, ${question}` : 'NPS', figures,
      each => npsOf(each, question) ? signed(npsOf(each, question).score.value) : '–',
      each => npsOf(each, question) && `${margin(npsOf(each, question).score, '', signed)}, ${count(npsOf(each, question).answers, 'answer')}`)),
  ];
  showAll(place('stats'), cards, {key: item => item.key, create: createCard, update: updateCard});
  showPeople(place('people'), figures);
}

function npsOf(overview, question) {
  return overview.nps.find(each => each.question === question);
}

const share = estimate => (estimate ? percent(estimate.value / 100) : '–');
const margin = (estimate, unit, format = String) => `${format(estimate.low)}${unit} to ${format(estimate.high)}${unit}`;

function card(key, label, figures, value, note) {
  return {key, label, values: figures.map(value), notes: figures.map(each => note(each) || '')};
}

function createCard({label}) {
  return el('div', {class: 'card stat'}, el('span', {class: 'label'}, label), el('span', {class: 'values'}), el('span', {class: 'note'}));
}

function updateCard(element, {values, notes}) {
  const text = JSON.stringify([values, notes]);
  if (element.dataset.shown === text) {
    return;
  }
  element.dataset.shown = text;
  const [, holder, note] = element.children;
  holder.replaceChildren(...values.map((value, i) => el('span', {class: 'value'}, values.length > 1 ? [el('span', {class: 'small'}, sideName(i)), ' '] : [], value)));
  note.replaceChildren(...notes.map((each, i) => el('div', {}, notes.length > 1 && each ? [sideName(i), ' '] : [], each)));
}

function showPeople(element, figures) {
  const names = figures[0].people.map(({key, label}) => ({key, label}))
    .filter(({key}) => ['invited', 'reached', 'started', 'completed', 'declined'].includes(key) || figures.some(each => amount(each, key) > 0));
  element.hidden = false;
  showAll(element, names, {
    key: item => item.key,
    create: item => el('div', {class: 'stat'}, el('span', {class: 'label'}, item.label), el('span', {class: 'value'})),
    update: (stat, {key}) => {
      const text = figures.map(each => number(amount(each, key))).join(' / ');
      if (stat.lastElementChild.textContent !== text) {
        stat.lastElementChild.textContent = text;
      }
    },
  });
}

const amount = (overview, key) => overview.people.find(each => each.key === key)?.count ?? 0;
