import {el} from './design/dom.js';
import {openDialog} from './design/dialog.js';
import {icon} from './design/icons.js';
import {toast} from './design/toast.js';
import {post} from './api.js';
import {load, reporting, saveFile} from './traffic-api.js';
import {ACTIONS, runKey, sendAgain} from './traffic-actions.js';
import {TrafficDetail} from './traffic-detail.js';
import {TrafficFeed} from './traffic-feed.js';
import {counts, TrafficFilter} from './traffic-filter.js';
import {TrafficList} from './traffic-list.js';
import {SendQueue} from './traffic-queue.js';
import {BrowserCalls} from './traffic-sequence.js';
import {TrafficToolbar} from './traffic-toolbar.js';

const SEARCH_AFTER = 120;
const WIDE = 720;
const FILES = {har: ['traffic.har', 'application/json'], ndjson: ['traffic.ndjson', 'application/x-ndjson']};

/**
 * Shows the traffic between Twilio and the application in this element, which gives it its height. Call `refresh` of the result when
 * something may have changed, and `open` to show an entry by its number.
 */
export function mountTraffic(element) {
  const filter = new TrafficFilter();
  const calls = new BrowserCalls();
  let frozen; // the rows, while the list is paused
  const feed = new TrafficFeed(showFeed);
  const rows = () => frozen ?? feed.rows;
  const queue = new SendQueue(sendAgain);
  const enqueue = entry => { queue.add(entry); toast('Added to the send queue'); };
  const detail = new TrafficDetail({feed, enqueue, close, open});
  const list = new TrafficList({filter, feed, rows, shown: items => element.classList.toggle('is-empty', !items.length), opened: (row, {by}) => {
    if (by !== 'keys' || isWide()) {
      show(row.number, by === 'enter');
    }
  }});
  const toolbar = new TrafficToolbar({filter, changed: () => redraw(), searched: searchSoon, paused: pause, actions: {
    exportAs, shortcuts, clear, browserCalls: () => calls.open(),
    hold: async () => { if (await post('api/faults', {where: 'webhook', fault: 'held', times: 1})) toast('The next text is held until you release it'); },
    release: () => post('api/faults/release'),
  }});
  const trouble = el('p', {class: 'banner bad', role: 'alert', hidden: true});
  const loading = el('div', {class: 'traffic-loading', 'aria-hidden': 'true'}, ...Array.from({length: 8}, () => el('div', {class: 'skeleton'})));
  element.classList.add('traffic');
  element.replaceChildren(toolbar.element, trouble, el('div', {class: 'traffic-body'}, el('div', {class: 'traffic-side'}, loading, list.element, queue.element), detail.element));

  const isWide = () => element.clientWidth >= WIDE;

  function showFeed({rows: different, reset}) {
    if (feed.isLoaded && !loading.hidden) {
      loading.hidden = true;
      performance.mark('traffic');
    }
    trouble.hidden = !feed.problem;
    trouble.textContent = feed.problem;
    if (reset) {
      frozen = undefined;
    }
    toolbar.showHeld(feed.held);
    toolbar.calls.hidden = !feed.hasBrowserCalls;
    if (frozen) {
      toolbar.showPause(true, feed.rows.filter(row => row.number > (frozen.at(-1)?.number ?? 0)).length);
    } else {
      toolbar.showPause(false, 0);
      redraw({different, redraw: reset});
    }
    if (filter.words) {
      searchSoon(filter.words);
    }
    if (different.has(detail.number)) {
      detail.show(detail.number);
    } else {
      detail.showRunning();
    }
    calls.refresh();
  }

  function redraw(how = {redraw: true}) {
    toolbar.show(counts(rows()), rows().length, feed.names);
    list.show(how);
  }

  let searching;
  function searchSoon(words) {
    clearTimeout(searching);
    searching = setTimeout(() => reporting(async () => {
      if (await filter.search(words)) {
        redraw();
      }
    }), words ? SEARCH_AFTER : 0);
  }

  function pause() {
    frozen = frozen ? undefined : [...feed.rows];
    toolbar.showPause(Boolean(frozen), 0);
    if (!frozen) {
      redraw();
      list.toEnd();
    }
  }

  async function show(number, takesFocus) {
    if (!await detail.show(number)) {
      return;
    }
    element.classList.add('has-detail');
    if (takesFocus || !isWide()) {
      detail.element.focus({preventScroll: true});
    }
  }

  /** Opens an entry from elsewhere, even if the filter hides it. */
  function open(number) {
    if (!list.choose(number)) {
      filter.clear();
      redraw();
      list.choose(number);
    }
    show(number, true);
  }

  function close() {
    detail.hide();
    element.classList.remove('has-detail');
    list.focus();
  }

  async function exportAs(format, isFiltered) {
    const shown = filter.items(rows(), new Set()).filter(item => item.row).map(item => item.row.number);
    if (isFiltered && !shown.length) {
      toast('There is nothing to export.', {isError: true});
      return;
    }
    const request = {format, numbers: isFiltered ? shown : []};
    await reporting(async () => saveFile(...FILES[format], await load('api/traffic/export', {as: 'text', request})));
  }

  async function clear() {
    if (await post('api/traffic/clear')) {
      frozen = undefined;
      close();
    }
  }

  element.addEventListener('keydown', event => {
    const isTyping = event.target.closest('input, textarea, select, dialog, [popover]');
    if (event.key === 'Escape' && event.target === toolbar.search) {
      event.preventDefault();
      toolbar.search.value = '';
      searchSoon('');
      list.focus();
    } else if (isTyping || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === 'Escape' && detail.entry) {
      close();
    } else if (event.key === '?') {
      shortcuts();
    } else if (event.key === 'p') {
      pause();
    } else if (detail.entry && runKey(event.key, detail.entry, {enqueue})) {
      event.preventDefault();
    }
  });
  document.addEventListener('keydown', event => {
    const isElsewhere = event.target !== document.body && !element.contains(event.target);
    if (event.key === '/' && !isElsewhere && !event.target.closest('input, textarea, select, dialog') && element.checkVisibility()) {
      event.preventDefault();
      toolbar.search.select();
    }
  });

  feed.refresh();
  return {refresh: () => feed.refresh(), open};
}

function shortcuts() {
  const keys = [['↑ ↓', 'Move in the list'], ['Enter', 'Open the entry'], ['Esc', 'Close the entry, leave the search'], ['/', 'Search'], ['p', 'Pause and continue'],
    ...ACTIONS.map(({key, label}) => [key, label]), ['?', 'This list']];
  const dialog = openDialog('Keyboard shortcuts', [
    el('dl', {class: 'facts traffic-keys'}, ...keys.flatMap(([key, label]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, label)])),
    el('footer', {}, el('button', {type: 'button', class: 'button', click: () => dialog.close()}, icon('check'), 'Close')),
  ]);
}
