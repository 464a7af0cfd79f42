import {el} from './design/dom.js';
import {signed} from './design/format.js';

/** Of two filters: how much each share differs, and whether that is more than chance. */
export function showDifferences(element, sides) {
  const shares = sides.map(side => new Map((side?.shares ?? []).map(each => [each.label, each])));
  const labels = sides.length > 1 ? [...new Set([...shares[0].keys(), ...shares[1].keys()])] : [];
  const rows = labels.filter(label => shares[0].has(label) && shares[1].has(label))
    .map(label => difference(label, shares[0].get(label), shares[1].get(label)));
  element.hidden = !rows.length;
  const text = JSON.stringify(rows);
  if (element.dataset.shown === text) {
    return;
  }
  element.dataset.shown = text;
  element.replaceChildren(el('div', {class: 'scrolls', tabindex: '0', role: 'group', 'aria-label': 'Differences'}, el('table', {class: 'table compact'},
    el('thead', {}, el('tr', {}, ['Answer', 'A', 'B', 'Difference', ''].map((name, i) => el(name ? 'th' : 'td', {scope: name ? 'col' : undefined, class: i ? 'amount' : undefined}, name)))),
    el('tbody', {}, rows.map(row => el('tr', {},
      el('th', {scope: 'row', dir: 'auto'}, row.label),
      el('td', {class: 'amount'}, row.first), el('td', {class: 'amount'}, row.second),
      el('td', {class: 'amount difference'}, row.points),
      el('td', {}, row.isClear ? el('span', {class: 'chip accent'}, 'clear') : el('span', {class: 'faint small'}, 'within the margin'))))))));
}

/** Two shares differ clearly if zero is outside the interval of their difference, by Newcombe's method from their own intervals. */
export function difference(label, first, second) {
  const points = second.share - first.share;
  const low = points - Math.hypot(second.share - second.low, first.high - first.share);
  const high = points + Math.hypot(second.high - second.share, first.share - first.low);
  return {label, first: `${first.share}%`, second: `${second.share}%`, points: `${signed(Number(points.toFixed(1)))} points`, isClear: low > 0 || high < 0};
}
