import {el} from './design/dom.js';
import {count, duration, number, time} from './design/format.js';
import {icon} from './design/icons.js';

/** The kinds: their icon, and what screen readers say. */
export const KINDS = {
  webhook: {icon: 'arrow-right', label: 'Webhook', many: 'Webhooks'},
  callback: {icon: 'bell', label: 'Status callback', many: 'Callbacks'},
  api: {icon: 'arrow-left', label: 'API request', many: 'API'},
  alert: {icon: 'alert', label: 'Alert', many: 'Alerts'},
  fault: {icon: 'bolt', label: 'Fault', many: 'Faults'},
};

/** What a signature is worth, as a chip. */
export const SIGNATURES = {
  valid: {icon: 'shield', label: 'signed', tone: 'good'},
  forged: {icon: 'shield-off', label: 'wrongly signed', tone: 'bad'},
  none: {icon: 'shield-off', label: 'not signed', tone: 'bad'},
};

/** "200", "no connection", or "…" while the request is under way. */
export function statusChip(row) {
  if (row.status === undefined) {
    return el('span', {class: 'chip'}, el('span', {class: 'dot live'}), 'waiting');
  }
  const tone = row.status === 0 || row.status >= 400 ? 'bad' : row.status >= 300 ? 'warn' : 'good';
  return el('span', {class: `chip ${tone}`}, row.status || row.outcome);
}

export const millis = row => row.millis === undefined ? '' : row.millis < 1 ? '<1 ms' : duration(row.millis / 1000);

/** "POST /sms", "delivered", "11200: …" */
export function title(row) {
  return row.method ? `${row.method} ${row.path}` : row.text;
}

/** Marks what is not as usual: a fault, a problem, a signature that is not valid, a repetition. */
export function marks(row) {
  const signature = row.signature && row.signature !== 'valid' && SIGNATURES[row.signature];
  return [
    row.fault && mark('warn', 'bolt', row.fault, `Injected fault: ${row.fault}`),
    row.problems > 0 && mark('bad', 'alert', count(row.problems, 'problem')),
    signature && mark('bad', signature.icon, signature.label),
    row.repeats && mark('outline', 'refresh', 'again', `Sent again from #${row.repeats}`),
  ].filter(Boolean);
}

function mark(tone, name, label, title = label) {
  return el('span', {class: `chip ${tone}`, title}, icon(name), el('span', {class: 'traffic-label'}, label));
}

/** From whom to whom. Where there is little room, only the person. */
function parties(row, names) {
  const party = address => el('bdi', {class: address === row.person ? 'cut' : 'cut traffic-own', title: address}, names[address] ?? address ?? '');
  return row.from || row.to
    ? el('span', {class: 'traffic-parties'}, party(row.from), icon('arrow-right'), party(row.to))
    : undefined;
}

/** One row of the list. */
export function entryRow(row, names) {
  const kind = KINDS[row.kind];
  const isNote = !row.method;
  return el('div', {class: `traffic-row ${row.kind}${isNote ? ' note' : ''}`},
    el('time', {class: 'traffic-time'}, time(row.at)),
    el('span', {class: 'traffic-kind', title: kind.label}, icon(kind.icon), el('span', {class: 'unseen'}, kind.label)),
    el('span', {class: 'traffic-what'},
      row.event && el('span', {class: 'chip accent'}, row.event),
      el('span', {class: 'cut', title: title(row)}, title(row))),
    el('span', {class: 'traffic-about'}, parties(row, names), !isNote && row.text && el('bdi', {class: 'cut traffic-text'}, row.text)),
    el('span', {class: 'traffic-marks'}, ...marks(row), row.signature === 'valid'
      && el('span', {class: 'traffic-signed', title: 'signed'}, icon('shield'), el('span', {class: 'unseen'}, 'signed'))),
    el('span', {class: 'traffic-status'}, !isNote && statusChip(row)),
    el('span', {class: 'traffic-took'}, millis(row)));
}

/** The head of a conversation or call. */
export function groupRow({name, by, rows, isCollapsed}, names) {
  const problems = rows.filter(row => row.isProblem).length;
  const label = name || (by === 'call' ? 'Not in a call' : 'Nobody in particular');
  return el('div', {class: 'traffic-group'},
    icon(isCollapsed ? 'chevron-right' : 'chevron-down'),
    el('span', {class: 'unseen'}, isCollapsed ? 'Closed group' : 'Open group'),
    icon(by === 'call' ? 'phone' : 'chat'),
    el('strong', {class: 'cut'}, names[name] && [el('bdi', {}, names[name]), ' '], el('bdi', {}, label)),
    el('span', {class: 'faint'}, number(rows.length)),
    problems > 0 && el('span', {class: 'chip bad'}, count(problems, 'problem')));
}
