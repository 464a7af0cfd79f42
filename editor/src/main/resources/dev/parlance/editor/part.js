import {el, place} from './design/dom.js';
import {icon} from './design/icons.js';
import {confirmDialog} from './design/dialog.js';
import {count} from './design/format.js';
import {change, findingsOf, item, on, state, valueAt} from './state.js';
import {kindIcon, nameOf} from './outline.js';
import {renameDialog} from './add.js';
import {isOutsideGroups, moveToGroup, renameScale} from './structure.js';
import {Texts} from './texts.js';
import {Settings} from './settings.js';
import {RawJson, wholeFile} from './raw.js';

let shown;
let parts = [];

/** The place of the list that has a question, and its place in the list. */
function position(at) {
  const cut = at.place.lastIndexOf('/');
  return {list: at.place.slice(0, cut), index: Number(at.place.slice(cut + 1))};
}

const isInList = at => at?.type === 'QUESTION' || at?.type === 'GROUP';

/** Moves the selected question up or down in its list. */
export function moveSelected(step) {
  const at = item();
  if (isInList(at)) {
    const {list, index} = position(at);
    const to = index + step;
    if (to >= 0 && to < valueAt(list).length) {
      change({do: 'move', place: list, from: index, to}, {select: `${list}/${to}`});
    }
  }
}

async function remove(at) {
  const {list, index} = position(at);
  const keys = state.outline.filter(each => each.place === at.place || each.place.startsWith(`${at.place}/`)).flatMap(each => each.keys);
  const question = at.type === 'GROUP' ? 'the group with its questions' : 'the question';
  const texts = keys.length ? ` and ${count(keys.length, 'text')} in each language` : '';
  if (await confirmDialog(`Delete ${at.id}?`, `This deletes ${question}${texts}. You can undo it.`, 'Delete')) {
    change({do: 'remove', place: at.place, prompts: keys}, {select: `${list}/${Math.max(0, index - 1)}`});
  }
}

async function removeScale(at) {
  const users = state.outline.filter(each => valueAt(each.place)?.scale === at.id).map(each => each.id);
  const words = users.length ? `It is used by ${users.join(', ')}.` : 'No question uses it.';
  if (await confirmDialog(`Delete ${at.id}?`, `${words} This deletes the scale and its texts in each language. You can undo it.`, 'Delete')) {
    const isLast = Object.keys(state.survey.scales).length === 1;
    change({do: 'remove', place: isLast ? '/scales' : at.place, prompts: at.keys});
  }
}

function action(label, name, click, more = {}) {
  return el('button', {type: 'button', class: 'button quiet icon-only', 'aria-label': label, title: label, click, ...more}, icon(name));
}

function head(at) {
  const isQuestion = isInList(at);
  const {list, index} = isQuestion ? position(at) : {};
  const size = isQuestion ? valueAt(list).length : 0;
  return el('header', {class: 'part-head'},
    el('span', {class: 'part-icon'}, kindIcon(at)),
    el('div', {class: 'grow'}, el('h2', {class: 'part-name'}, nameOf(at)),
      el('p', {class: 'faint small'},
        isQuestion ? `${at.kind}, ${index + 1} of ${size}${list === '/questions' ? '' : ' in its group'}` : at.type === 'OTHER'
          ? 'prompts' : state.definition)),
    at.type === 'SCALE' && el('div', {class: 'row'},
      action('Rename', 'edit', () => renameScale(at)), action('Delete', 'trash', () => removeScale(at))),
    isQuestion && !state.isTemplate && el('div', {class: 'row'},
      action('Rename', 'edit', () => renameDialog(at)),
      at.type === 'QUESTION' && (!isOutsideGroups(at) || state.outline.some(each => each.type === 'GROUP'))
        && action('Move to a group', 'duplicate', () => moveToGroup(at)),
      action('Move up', 'arrow-up', () => moveSelected(-1), {disabled: index === 0}),
      action('Move down', 'arrow-down', () => moveSelected(1), {disabled: index === size - 1}),
      action('Delete', 'trash', () => remove(at))));
}

function findingLine(finding) {
  return el('p', {class: `finding ${finding.isWarning ? 'warn' : 'bad'}`}, icon(finding.isWarning ? 'info' : 'alert'),
    el('span', {dir: 'auto'}, finding.message),
      el('span', {class: 'tiny mono push'}, `${finding.file}${finding.line ? `:${finding.line}` : ''}`));
}

/** Shows the selected part again if it is another one, and otherwise what has changed in it. */
function show() {
  if (state.brokenText !== undefined) {
    shown = undefined;
    place('part').replaceChildren(wholeFile());
    showFindings();
    return;
  }
  const at = item();
  const name = JSON.stringify([at.place, at.type, at.kind, at.id, at.keys.length > 0]);
  const holder = place('part');
  const focused = holder.querySelector('.part-head :focus')?.ariaLabel;
  if (shown !== name) {
    const old = shown;
    shown = name;
    parts = [at.keys.length || at.type === 'QUESTION' ? new Texts(at.place) : undefined,
      ...at.type === 'OTHER' ? [] : [new Settings(at.place), new RawJson(at.place)]].filter(Boolean);
    holder.replaceChildren(el('div', {class: 'part-column'}, head(at), el('div', {class: 'findings', id: 'part-findings'}),
      ...parts.map(part => part.element)));
    if (old) {
      holder.scrollTop = 0;
    }
  } else {
    holder.querySelector('.part-head').replaceWith(head(at));
  }
  if (focused) {
    holder.querySelector(`.part-head [aria-label="${focused}"]`)?.focus();
  }
  parts.forEach(part => part.update());
  showFindings();
}

function showFindings() {
  const at = item();
  const isBroken = state.brokenText !== undefined;
  place('part-findings')?.replaceChildren(...(isBroken ? state.findings ?? [] : findingsOf(at)).map(findingLine));
  if (!isBroken) {
    parts.forEach(part => part.findings());
  }
}

/** The selected part of the survey: its texts, settings and JSON. */
export function showPart() {
  on('changed', show);
  on('selected', show);
  on('findings', showFindings);
}
