import {el, place, showAll} from './design/dom.js';
import {count} from './design/format.js';
import {icon} from './design/icons.js';
import {pair, showFigure, sideName} from './chart.js';
import {showDifferences} from './differences.js';
import {showMultiples} from './multiples.js';
import {showTexts} from './texts.js';

/** A card for each question: its chart, its figures, and why people have no answer. */
export function showQuestions(views, abilities) {
  const ids = [...new Set(views.flatMap(view => view.questions.map(({id}) => id)))];
  const items = ids.map(id => ({id, sides: views.map(view => view.questions.find(each => each.id === id)), views}));
  showAll(place('question-list'), items, {
    key: item => item.id,
    create: item => createCard(item, abilities),
    update: (card, item) => updateCard(card, item),
  });
}

function createCard({id, sides}, abilities) {
  const question = sides.find(each => each);
  const title = `question-${id}`;
  const modes = question.canSplit
    ? el('span', {class: 'button-group no-print', role: 'group', 'aria-label': `Split ${id}`},
      [['', 'All'], ['language', 'By language'], ['channel', 'By channel']].map(([value, label]) =>
        el('button', {type: 'button', class: 'button small', 'data-mode': value, 'aria-pressed': String(value === ''), click: event => setMode(event.target.closest('article'), value)}, label)))
    : [];
  const picture = abilities.charts
    ? el('a', {class: 'button quiet small icon-only no-print picture', 'aria-label': `Chart of ${id} as SVG`, title: 'Chart as SVG', download: `${id}.svg`}, icon('download'))
    : [];
  return el('article', {class: 'card question', id: `q-${id}`, 'data-question': id, 'aria-labelledby': title},
    el('header', {},
      el('div', {class: 'title'}, el('h3', {id: title, dir: 'auto'}), el('span', {class: 'faint small kind'})),
      el('span', {class: 'row'}, modes, picture)),
    el('div', {class: 'question-body'}, el('div', {class: 'stack'}, el('div', {class: 'charts'}), el('div', {class: 'differences', hidden: true}), el('div', {class: 'texts', hidden: true})), el('div', {class: 'question-facts'})),
    el('div', {class: 'multiples', hidden: true}));
}

function setMode(card, mode) {
  card.dataset.mode = mode;
  card.querySelectorAll('[data-mode]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.mode === mode)));
  showMultiples(card.querySelector('.multiples'), card.dataset.question, mode);
}

function updateCard(card, {id, sides, views}) {
  const question = sides.find(each => each);
  setText(card.querySelector('h3'), question.text);
  setText(card.querySelector('.kind'), about(question, sides));
  const charts = card.querySelector('.charts');
  charts.hidden = !sides.some(each => each?.figure);
  pair(charts, sides, (slot, side, i) => showFigure(slot, side?.figure, {side: sides.length > 1 ? i : undefined}));
  showDifferences(card.querySelector('.differences'), sides);
  showFacts(card.querySelector('.question-facts'), sides);
  const link = card.querySelector('.picture');
  if (link) {
    link.hidden = !question.figure;
    link.href = views[0].chartAddress(id);
  }
  showMultiples(card.querySelector('.multiples'), id, card.dataset.mode ?? '');
  if (question.hasTexts) {
    showTexts(card.querySelector('.texts'), id, sides);
  }
}

function about(question, sides) {
  const answers = sides.map(side => count(side?.answered ?? 0, 'answer')).join(' / ');
  return `${question.id}, ${question.kindName}, ${answers}${question.isCurrent ? '' : ', no longer asked'}`;
}

function showFacts(element, sides) {
  const text = JSON.stringify(sides.map(side => side && [side.facts, side.responses]));
  if (element.dataset.shown === text) {
    return;
  }
  element.dataset.shown = text;
  element.replaceChildren(...sides.flatMap((side, i) => (side ? [el('div', {class: 'stack'},
    sides.length > 1 ? sideName(i) : [],
    side.facts.length ? facts(side.facts) : [],
    facts(side.responses))] : [])));
}

function facts(rows) {
  return el('dl', {class: 'facts'}, rows.flatMap(([name, value, isTotal]) =>
    [el('dt', {class: isTotal ? 'total' : undefined}, name), el('dd', {class: isTotal ? 'total' : undefined}, value)]));
}

/** Changes a text only if it is another one. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
