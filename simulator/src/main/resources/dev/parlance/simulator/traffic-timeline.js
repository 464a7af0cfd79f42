import {el} from './design/dom.js';
import {duration, moment, time} from './design/format.js';
import {icon} from './design/icons.js';
import {KINDS, millis, statusChip, title} from './traffic-rows.js';

/** When it happened, and what belongs to the same message or call, each with a link. */
export function timelinePart(entry, open) {
  return el('div', {class: 'stack'},
    entry.method && el('dl', {class: 'facts'},
      el('dt', {}, 'Began'), el('dd', {}, `${moment(entry.at)}:${new Date(entry.at).toISOString().slice(17, 23)} on the fake's clock`),
      el('dt', {}, 'Took'), el('dd', {}, entry.millis === undefined ? 'not answered yet' : `${millis(entry)} in real time`, limit(entry)),
      entry.idempotency && [el('dt', {}, 'Idempotency token'), el('dd', {class: 'mono'}, entry.idempotency)],
      entry.call && [el('dt', {}, 'Call'), el('dd', {class: 'mono'}, entry.call)]),
    entry.related.length > 1
      ? el('section', {'aria-label': 'Related'}, el('h4', {}, 'Related'), el('ol', {class: 'traffic-related'}, ...related(entry, open)))
      : el('p', {class: 'faint small'}, 'Nothing else in the list belongs to the same message or call.'));
}

/** How much of the time that Twilio waits was used. */
function limit({limitMillis, millis: used}) {
  if (!limitMillis || used === undefined) {
    return undefined;
  }
  const share = used / limitMillis;
  const name = `${share < 0.01 ? 'less than 1' : Math.round(share * 100)}% of the ${limitMillis / 1000} s that Twilio waits`;
  return el('span', {class: 'traffic-limit'}, el('progress', {class: 'progress', max: limitMillis, value: used, 'aria-label': name}), el('span', {class: 'faint'}, name));
}

function related(entry, open) {
  const start = entry.related[0].at;
  return entry.related.map(row => {
    const isThis = row.number === entry.number;
    const after = (row.at - start) / 1000;
    return el('li', {'aria-current': isThis && 'true'},
      el('button', {type: 'button', class: 'traffic-link', disabled: isThis, click: () => open(row.number)},
        el('span', {class: `traffic-kind ${row.kind}`}, icon(KINDS[row.kind].icon), el('span', {class: 'unseen'}, KINDS[row.kind].label)),
        el('span', {class: 'traffic-link-text'},
          el('span', {class: 'row'}, el('strong', {class: 'cut'}, title(row)), row.event && el('span', {class: 'chip accent'}, row.event)),
          el('span', {class: 'faint tiny'}, [row.reason, time(row.at), after > 0 && `${duration(after)} later`].filter(Boolean).join(' · '))),
        row.method && statusChip(row)));
  });
}
