import {el, place} from './design/dom.js';
import {openDialog} from './design/dialog.js';
import {copyButton} from './design/copy.js';
import {icon} from './design/icons.js';
import {menuButton} from './design/menu.js';
import {themeMenu} from './design/theme-menu.js';
import {address, post, Refused} from './api.js';
import {openStart} from './start.js';
import {readState} from './state.js';

const EXPORTS = [['answers.xlsx', 'Excel', 'table'], ['answers.csv', 'CSV', 'list'], ['answers.jsonl', 'JSON Lines', 'code']];

/** The buttons at the top of the page: what the page can do depends on who looks at it. */
export function showTools(abilities) {
  const tools = place('tools');
  if (tools.children.length) {
    return;
  }
  tools.append(
    ...abilities.links.map(link => el('a', {class: 'button quiet', href: link.url}, link.label)),
    ...(abilities.start.length ? [el('button', {type: 'button', class: 'button', id: 'start', title: 'Start a survey', click: () => openStart(abilities)}, icon('send'), label('Start a survey'))] : []),
    ...(abilities.share ? [el('button', {type: 'button', class: 'button', id: 'share', title: 'Share', click: openShare}, icon('link'), label('Share'))] : []),
    ...(abilities.exports ? [exportMenu()] : []),
    el('button', {type: 'button', class: 'button quiet icon-only', 'aria-label': 'Print', title: 'Print or save as PDF', click: () => print()}, icon('print')),
    themeMenu());
}

/** Says, while two filters are compared, that this is about the first one. */
const onlyA = () => el('span', {class: 'side one when-comparing'}, 'A');

/** The text of a button, which on a phone only screen readers have. */
const label = text => el('span', {class: 'wide-only'}, text);

function exportMenu() {
  const links = EXPORTS.map(([file, text, name]) => el('a', {download: file, 'data-file': file}, icon(name), text, onlyA()));
  const button = el('button', {type: 'button', class: 'button', id: 'export', title: 'Export', click: () => links.forEach(link => {
    link.href = address(link.dataset.file, readState().filters[0]);
  })}, icon('download'), label('Export'), icon('chevron-down'));
  links.forEach(link => { link.href = link.dataset.file; });
  return menuButton(button, links);
}

function openShare() {
  const url = el('input', {class: 'input', readonly: true, 'aria-label': 'Link'});
  const result = el('div', {class: 'row', hidden: true}, url, copyButton('Copy the link', () => url.value));
  const error = el('p', {class: 'bad', role: 'alert', hidden: true});
  const form = el('form', {class: 'stack', submit: async event => {
    event.preventDefault();
    try {
      const {link, until} = await post('links', [...new FormData(form), ['filter', new URLSearchParams(readState().filters[0]).toString()]]);
      url.value = new URL(link, location.href).href;
      result.hidden = false;
      error.hidden = true;
      ends.textContent = `The link ends on ${new Date(until).toLocaleDateString('en', {dateStyle: 'medium'})}.`;
      url.focus();
      url.select();
    } catch (e) {
      if (!(e instanceof Refused)) {
        throw e;
      }
      error.textContent = e.message;
      error.hidden = false;
    }
  }},
  el('p', {class: 'soft'}, 'Everyone with the link sees the figures and charts with the filters ', onlyA(), ' that are on now, without logging in. They can’t download answers or change anything.'),
  el('label', {class: 'field'}, 'Valid for', el('select', {class: 'input', name: 'days'}, [[1, '1 day'], [7, '7 days'], [30, '30 days'], [90, '90 days']].map(([value, label]) => el('option', {value, selected: value === 7}, label)))),
  el('label', {class: 'check'}, el('input', {type: 'checkbox', name: 'texts', value: 'true'}), 'With what people wrote (names, numbers and addresses masked)'));
  const ends = el('p', {class: 'faint small'});
  form.append(result, ends, error, el('footer', {}, el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Close'), el('button', {class: 'button primary'}, 'Create a link')));
  const dialog = openDialog('Share these results', form);
}
