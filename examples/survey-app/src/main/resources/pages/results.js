import {columns, lines, recommendation} from '/results/charts.js';

// A link can have the key after its #. After login it is no longer needed, and must not stay visible in the address bar.
if (location.hash) {
  history.replaceState(null, '', location.pathname);
}

const place = id => document.getElementById(id);
const MIN_PAUSE = 400;
let pause = 0;
let seen = new Set();

function el(tag, className, ...children) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

function show(data) {
  place('survey').textContent = `“${data.survey}”`;
  place('survey').title = `version ${data.revision}`;
  const nps = data.questions.find(question => question.nps !== undefined);
  tiles([
    ['people', data.respondents],
    ['completed', data.completed],
    ['mean time', data.meanSeconds === undefined ? '–' : duration(data.meanSeconds)],
    ['NPS', nps ? signed(nps.nps) : '–'],
  ]);
  place('funnel').replaceChildren(lines('Progress', data.funnel));
  place('languages').replaceChildren(lines('Languages', data.languages));
  place('channels').replaceChildren(lines('Channels', data.channels));
  place('questions').replaceChildren(...data.questions.map(question), ...data.matrices.map(matrix));
  experiments(data.experiments);
  missed(data.missed);
  latest(data.latest);
}

function tiles(numbers) {
  place('tiles').replaceChildren(...numbers.map(([label, number]) =>
    el('div', 'tile', el('strong', '', String(number)), label)));
}

function question(data) {
  const card = el('section', 'card', el('h2', '', data.text, ' ', el('span', '', about(data))), chart(data));
  card.dataset.question = data.id;
  const groups = [...Object.entries(data.byLanguage), ...Object.entries(data.byChannel)];
  if (data.mean !== undefined && groups.length > 2) {
    const table = el('table', '');
    table.append(el('tr', '', ...['', 'answers', 'mean', data.nps === undefined ? '' : 'NPS'].map(each => el('th', '', each))));
    for (const [name, figures] of groups) {
      table.append(el('tr', '', ...[name, figures.answers, figures.mean ?? '', figures.nps === undefined ? '' : signed(figures.nps)]
        .map(each => el('td', '', String(each)))));
    }
    card.append(table);
  }
  return card;
}

/** One table for several items: a row for each, a column for each answer. */
function matrix(data) {
  const hasMean = data.items.some(item => item.mean !== undefined);
  const table = el('table', 'matrix');
  table.append(el('tr', '', ...['', ...data.answers, 'answers', ...(hasMean ? ['mean'] : [])].map(each => el('th', '', each))));
  for (const item of data.items) {
    table.append(el('tr', '', el('th', '', item.label), ...[...item.counts, item.answers, ...(hasMean ? [item.mean ?? ''] : [])]
      .map(each => el('td', '', String(each)))));
  }
  const card = el('section', 'card', el('h2', '', data.text), table);
  card.dataset.matrix = data.id;
  return card;
}

function experiments(all) {
  place('experiments').hidden = all.length === 0;
  place('experiment-tables').replaceChildren(...all.map(experiment => el('table', '',
    el('caption', 'faint', experiment.question),
    el('tr', '', el('th', ''), ...experiment.arms.map(arm => el('th', '', `${arm.name}, ${arm.people} ${arm.people === 1 ? 'person' : 'people'}`))),
    ...experiment.rows.map(row => el('tr', '', el('td', '', row.label),
      ...row.cells.map(cell => el('td', '', estimate(cell, row.percent ? ' %' : ''))))))));
}

function estimate(cell, unit) {
  return cell === null ? '' : `${cell.value}${unit} (${cell.low} to ${cell.high})`;
}

function missed(rows) {
  place('missed').hidden = rows.length === 0;
  place('missed-rows').replaceChildren(...rows.map(row => el('tr', '',
    ...[row.question, row.language, row.count, el('ul', 'examples', ...row.replies.map(example))].map(cell => el('td', '', cell)))));
}

/** A stranger's words: add them as text only. */
function example({reply, count}) {
  const words = el('q', '', reply);
  words.dir = 'auto';
  return el('li', '', words, el('span', 'faint', count > 1 ? ` ${count} times` : ''));
}

function about(data) {
  const parts = [`${data.answers} ${data.answers === 1 ? 'answer' : 'answers'}`];
  if (data.skipped) {
    parts.push(`${data.skipped} skipped`);
  }
  if (data.nps !== undefined) {
    parts.push(`NPS ${signed(data.nps)}`);
  } else if (data.mean !== undefined) {
    parts.push(`mean ${data.mean}`);
  }
  return parts.join(', ');
}

function chart(data) {
  if (data.texts) {
    return el('ul', 'texts', ...data.texts.map(text => {
      const item = el('li', '', text);
      item.dir = 'auto';
      return item;
    }));
  }
  if (data.bars.length === 0) {
    return '';
  }
  switch (data.kind) {
    case 'nps': return recommendation(data.text, data.bars);
    case 'rating':
    case 'number': return columns(data.text, data.bars);
    default: return lines(data.text, data.bars);
  }
}

function latest(rows) {
  const first = seen.size === 0;
  const keys = rows.map(row => `${row.at} ${row.who} ${row.question}`);
  place('latest').replaceChildren(...rows.map((row, i) => {
    const value = el('strong', '', row.value);
    value.dir = 'auto';
    return el('li', first || seen.has(keys[i]) ? '' : 'fresh', el('span', 'faint', `${row.question} `), value,
      el('span', 'faint', ` ${row.who}, ${row.language}, ${row.channel}`));
  }));
  seen = new Set(keys);
}

function duration(seconds) {
  return seconds < 90 ? `${seconds} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

function signed(number) {
  return number > 0 ? `+${number}` : String(number);
}

let waiting = false;

/** Limits how often the page reloads its data, depending on how long the last request took. */
function refresh() {
  if (waiting) {
    return;
  }
  waiting = true;
  setTimeout(async () => {
    waiting = false;
    const start = performance.now();
    const response = await fetch('/results/data');
    pause = Math.max(MIN_PAUSE, 5 * (performance.now() - start));
    if (response.status === 401) {
      location.reload();
    } else if (response.ok) {
      show(await response.json());
    }
  }, pause);
}

const news = new EventSource('/results/news');
news.addEventListener('changed', refresh);
news.addEventListener('open', () => { place('live').textContent = 'live'; refresh(); });
news.addEventListener('error', () => { place('live').textContent = 'connection lost, reconnecting'; });

place('start').addEventListener('submit', async event => {
  event.preventDefault();
  const response = await fetch(event.submitter.value, {method: 'POST', body: new URLSearchParams(new FormData(event.target))});
  const answer = await response.json();
  place('started').textContent = answer.success ? 'Started.' : answer.error;
});
