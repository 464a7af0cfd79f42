import {el, place} from './design/dom.js';
import {icon} from './design/icons.js';
import {openDialog} from './design/dialog.js';
import {count} from './design/format.js';
import {itemOf, on, select, state} from './state.js';
import {nameOf} from './outline.js';

let last = -1;

/** Selects what a finding is about, and puts the cursor into the field. */
function goTo(finding) {
  const at = itemOf(finding);
  if (at && at.place !== state.selected) {
    select(at.place);
  }
  const name = finding.place.slice((at?.place ?? '').length + 1).split('/')[0];
  const field = finding.key ? document.querySelector(`textarea[data-key="${CSS.escape(finding.key)}"][data-file="${CSS.escape(finding.file)}"]`)
    : name && document.querySelector(`[data-field="${CSS.escape(name)}"] :is(input, select, textarea, button.switch)`);
  const target = field || place('part');
  target.scrollIntoView({block: 'center'});
  target.focus();
}

/** The next problem or warning, from the top again after the last one. */
export function goToNextFinding() {
  const all = state.findings ?? [];
  if (all.length) {
    last = (last + 1) % all.length;
    goTo(all[last]);
  }
}

function showAllFindings() {
  const list = (state.findings ?? []).map((finding, index) => el('li', {},
    el('button', {type: 'button', class: 'finding-row', click: () => {
    dialog.close();
    last = index;
    goTo(finding);
  }}, el('span', {class: finding.isWarning ? 'warn' : 'bad'}, icon(finding.isWarning ? 'info' : 'alert')),
  el('span', {class: 'grow'}, el('strong', {}, nameOf(itemOf(finding) ?? {type: 'SURVEY'})), el('span', {dir: 'auto'}, finding.message),
    el('span', {class: 'faint tiny mono'}, `${finding.file}${finding.line ? `:${finding.line}` : ''}`)), icon('chevron-right'))));
  const dialog = openDialog('What the check says', list.length ? el('ul', {class: 'finding-list'}, ...list)
    : el('div', {class: 'empty'}, icon('check'), el('strong', {}, 'No problems'), 'The survey can run as it is.'), {wide: true});
}

/** The button with the number of problems and warnings. */
export function showFindings() {
  const button = place('findings');
  button.addEventListener('click', showAllFindings);
  on('findings', () => {
    const bad = state.findings.filter(finding => !finding.isWarning).length;
    const warn = state.findings.length - bad;
    const [name, words] = bad ? ['alert', count(bad, 'problem')] : warn ? ['info', count(warn, 'warning')] : ['check', 'No problems'];
    button.className = `button quiet ${bad ? 'bad' : warn ? 'warn' : 'good'}`;
    button.replaceChildren(icon(name), el('span', {class: 'finding-words'}, words));
    button.setAttribute('aria-label', words);
    last = Math.min(last, state.findings.length - 1);
  });
}
