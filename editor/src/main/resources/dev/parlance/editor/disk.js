import {el, place, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {openDialog} from './design/dialog.js';
import {toast} from './design/toast.js';
import {count} from './design/format.js';
import {apply, ask, emit, flush, on, state} from './state.js';
import {diffTable} from './save.js';

const INTERVAL_MILLIS = 2000;

async function look() {
  let news;
  try {
    news = await ask('news');
  } catch (error) {
    news = {others: 0, disk: [], error: error.message};
  }
  showBanners(news);
}

function showBanners({others, disk, error}) {
  const banners = [
    error && {key: error, tone: 'bad', name: 'alert', words: error},
    ...disk.map(file => ({key: file, tone: '', name: 'refresh', words: `Another program has changed ${file}.`, file})),
    others > 0 && {key: `others ${others}`, tone: '', name: 'users',
      words: `This survey is also open in ${count(others, 'other page')}. What is saved there is reported here.`},
  ].filter(Boolean);
  showAll(place('banners'), banners, {
    key: banner => banner.key,
    create: ({tone, name, words, file}) => el('div', {class: `banner ${tone}`}, icon(name), el('span', {class: 'grow'}, words),
      file && el('button', {type: 'button', class: 'button small', click: () => showDisk(file)}, 'Look at it')),
  });
}

async function take(dialog, file, change, text) {
  try {
    const view = await ask('take', {file, ...!change.isDeleted && {onDisk: change.text}, ...text !== undefined && {text}});
    dialog.close();
    apply(view);
    toast(`${file} is up to date`);
  } catch (error) {
    dialog.close();
    emit('error', error);
  }
  look();
}

/** Shows what another program has done with a file, and lets the person take it over or merge it with what is edited here. */
async function showDisk(file) {
  await flush();
  let change;
  try {
    change = await ask('disk', {file});
  } catch (error) {
    emit('error', error);
    return;
  }
  const {diff, isDeleted, isEditedHere, merge} = change;
  const merged = el('textarea', {class: 'input mono raw', rows: '14', spellcheck: 'false', 'aria-label': `Merged text of ${file}`});
  merged.value = merge.text;
  const button = (words, click, tone = '') => el('button', {type: 'button', class: `button ${tone}`, click}, words);
  const words = isDeleted ? 'Another program has deleted this file.'
    : isEditedHere ? 'You have changed this file here too. Nothing is overwritten until you decide.'
      : 'You have not changed this file here.';
  const dialog = openDialog(`${file} on disk`, [
    el('p', {class: 'soft'}, words),
    !isDeleted && diffTable(diff),
    isEditedHere && !isDeleted && el('label', {class: 'field'}, merge.conflicts
      ? `Both changes together: ${count(merge.conflicts, 'place')} between markers to be decided`
      : 'Both changes together', merged),
    el('footer', {},
      button('Later', () => dialog.close()), el('span', {class: 'grow'}),
      isDeleted && button('Keep it here', () => take(dialog, file, change, merge.text)),
      button(isDeleted ? 'Remove it here too' : isEditedHere ? 'Take the file on disk' : 'Reload', () => take(dialog, file, change),
        isEditedHere || isDeleted ? '' : 'primary'),
      isEditedHere && !isDeleted
        && button('Use the merged text', () => takeMerged(dialog, file, change, merged.value), 'primary'))].filter(Boolean), {wide: true});
}

function takeMerged(dialog, file, change, text) {
  if (/^(<<<<<<<|=======|>>>>>>>)/m.test(text)) {
    toast('Decide what is between the markers, and delete the markers.', {isError: true});
  } else {
    take(dialog, file, change, text);
  }
}

/** Reports other pages and changes on disk, as long as the page is open. */
export function watchDisk() {
  const again = async () => {
    if (state.page) {
      await look();
    }
    setTimeout(again, INTERVAL_MILLIS);
  };
  again();
  on('news', look);
  addEventListener('focus', () => state.page && look());
}
