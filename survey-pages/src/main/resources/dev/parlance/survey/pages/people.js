import {el, place, showAll} from './design/dom.js';
import {count} from './design/format.js';
import {address} from './api.js';
import {sideName, tableOf} from './chart.js';
import {readState} from './state.js';
import {moment} from './times.js';

let isFirst = true;

/** The newest answers; those that arrive while the page is open are marked for a moment. */
export function showLatest(views) {
  const rows = views.flatMap((view, side) => view.latest.map(each => ({...each, side: views.length > 1 ? side : undefined})))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const place_ = place('latest');
  let list = place_.querySelector(':scope > .answers');
  if (!list) {
    list = el('ol', {class: 'answers'});
    place_.replaceChildren(list, el('p', {class: 'faint small'}, 'Nobody has answered yet.'));
  }
  list.nextElementSibling.hidden = rows.length > 0;
  showAll(list, rows, {
    key: row => [row.side, row.at, row.who, row.question].join(' '),
    create: row => el('li', {class: isFirst ? undefined : 'fresh'},
      el('p', {}, row.side === undefined ? [] : [sideName(row.side), ' '], el('span', {class: 'faint small'}, `${row.question} `), el('strong', {dir: 'auto'}, row.words)),
      el('span', {class: 'meta'}, el('span', {}, row.who), el('time', {datetime: row.at}, moment(row.at)), el('span', {}, row.language), el('span', {}, row.channel))),
  });
  isFirst = false;
}

/** What the survey did not understand. */
export function showMissed(views, abilities) {
  const rows = views[0].missed;
  place('missed').hidden = !rows.length;
  const holder = place('missed-table');
  if (holder.dataset.shown === JSON.stringify(rows)) {
    return;
  }
  holder.dataset.shown = JSON.stringify(rows);
  holder.replaceChildren(el('table', {class: 'table'},
    el('thead', {}, el('tr', {}, ['Question', 'Language', 'Channel', 'Replies', 'Such as'].map((name, i) => el('th', {scope: 'col', class: i === 3 ? 'amount' : undefined}, name)))),
    el('tbody', {}, rows.map(row => el('tr', {},
      el('th', {scope: 'row'}, row.question), el('td', {}, row.language), el('td', {}, row.channel), el('td', {class: 'amount'}, String(row.count)),
      el('td', {}, el('ul', {class: 'replies'}, row.replies.map(({reply, count: times}) =>
        el('li', {class: 'chip'}, el('q', {dir: 'auto'}, reply), times > 1 ? ` ${times} times` : '')))))))));
  const help = place('missed-help');
  help.hidden = !abilities.exports;
  help.replaceChildren('Fill in the ', el('a', {href: address('missed.tsv', readState().filters[0]), download: 'missed.tsv'}, 'table of all replies'),
    ' and test your survey with it.');
}

/** The arms of each experiment beside each other. */
export function showExperiments(experiments) {
  place('experiments').hidden = !experiments.length;
  showAll(place('experiment-list'), experiments, {
    key: each => each.id,
    create: each => el('article', {class: 'card stack', 'data-experiment': each.id}, el('header', {}, el('h3', {}, each.id), el('span', {class: 'faint small'})), el('div', {class: 'scrolls', tabindex: '0', role: 'group', 'aria-label': `Figures of ${each.id}`})),
    update: (card, each) => {
      const text = JSON.stringify(each);
      if (card.dataset.shown !== text) {
        card.dataset.shown = text;
        card.querySelector('.faint').textContent = count(each.people, 'person', 'people');
        card.lastElementChild.replaceChildren(tableOf(each.table));
      }
    },
  });
}
