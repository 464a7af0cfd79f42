import {el, place} from './design/dom.js';
import {fillIcons, icon, iconNames} from './design/icons.js';
import {LongList} from './design/long-list.js';
import {menuButton} from './design/menu.js';
import {runTabs} from './design/tabs.js';
import {themeMenu} from './design/theme-menu.js';
import {toast} from './design/toast.js';
import {confirmDialog} from './design/dialog.js';
import {copyButton} from './design/copy.js';

fillIcons();
runTabs(place('tabs'));
place('tools').append(
  copyButton('Copy the token', () => 'token'),
  menuButton(el('button', {type: 'button', class: 'button', id: 'more'}, 'More', icon('chevron-down')), [
    el('button', {type: 'button', click: () => toast('Exported')}, icon('download'), 'Export'),
    el('button', {type: 'button', click: () => toast('The server does not answer.', {isError: true})}, icon('refresh'), 'Reload'),
  ]),
  themeMenu());
place('delete').addEventListener('click', async () => {
  if (await confirmDialog('Delete the phone?', 'Its conversation is lost.', 'Delete')) {
    toast('Deleted');
  }
});
place('icons').append(...iconNames.map(name => el('span', {title: name}, icon(name, 'large'))));
const list = new LongList(place('list'), {
  rowHeight: 32, label: 'Requests', key: item => item.id,
  create: item => el('div', {}, `Request ${item.id}`),
});
list.show(Array.from({length: 10_000}, (any, i) => ({id: i + 1})));
for (const each of document.querySelectorAll('.switch')) {
  each.addEventListener('click', () => each.setAttribute('aria-checked', String(each.getAttribute('aria-checked') !== 'true')));
}
