import {el, place} from './design/dom.js';
import {fillIcons, icon} from './design/icons.js';
import {openDialog} from './design/dialog.js';
import {themeMenu} from './design/theme-menu.js';
import {toast} from './design/toast.js';
import {count} from './design/format.js';
import {emit, flush, hasTyped, on, open, redo, select, state, undo} from './state.js';
import {showOutline} from './outline.js';
import {moveSelected, showPart} from './part.js';
import {showFlow} from './flow.js';
import {goToNextFinding, showFindings} from './findings.js';
import {showPhone} from './phone.js';
import {showDifferences} from './save.js';
import {watchDisk} from './disk.js';

const WIDE = matchMedia('(min-width: 1280px)');

function showView(view) {
  document.body.dataset.view = view;
  for (const each of ['questions', 'flow']) {
    place(`view-${each}`).setAttribute('aria-pressed', String(each === view));
  }
  place('flow').hidden = view !== 'flow';
  place('part').hidden = view === 'flow';
  emit('view');
}

/** On a narrow page, one pane at a time. */
function showPane(pane) {
  document.body.dataset.pane = pane;
  document.querySelectorAll('.panes [data-pane]').forEach(button => button.setAttribute('aria-pressed',
    String(button.dataset.pane === pane)));
}

function showPhonePane(isShown) {
  document.body.dataset.phone = String(isShown);
  place('toggle-phone').setAttribute('aria-pressed', String(isShown));
}

function showHead() {
  const name = state.survey.name || 'Survey';
  place('name').textContent = name;
  place('folder').textContent = state.folder;
  document.title = `${state.unsaved.length ? '• ' : ''}${name}`;
  place('undo').disabled = !state.canUndo;
  place('redo').disabled = !state.canRedo;
  place('save').disabled = !state.unsaved.length;
  place('save-words').textContent = state.unsaved.length ? `Save ${count(state.unsaved.length, 'file')}` : 'Saved';
}

const KEYS = [['Ctrl+S', 'Show the differences, then save'], ['Ctrl+Z', 'Undo'], ['Ctrl+Shift+Z', 'Redo'],
  ['Alt+↑ and Alt+↓', 'Move the question'], ['F8', 'Next problem'], ['Ctrl+Alt+F', 'Flow chart or questions'], ['Shift+?', 'These keys']];

function showKeys() {
  openDialog('Keys', el('dl', {class: 'facts keys'},
    ...KEYS.flatMap(([key, what]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, what)])));
}

function pressed(event) {
  const isCommand = event.ctrlKey || event.metaKey;
  const isOwnField = event.target.matches('.input'); // its letters are the browser's to undo, until it is left
  const isWriting = event.target.matches('input, textarea, select');
  const actions = {
    s: isCommand && !event.altKey && showDifferences,
    z: isCommand && !isOwnField && (event.shiftKey ? redo : undo),
    y: isCommand && !isOwnField && redo,
    f: isCommand && event.altKey && (() => showView(document.body.dataset.view === 'flow' ? 'questions' : 'flow')),
    arrowup: event.altKey && (() => moveSelected(-1)),
    arrowdown: event.altKey && (() => moveSelected(1)),
    f8: goToNextFinding,
    '?': !isWriting && showKeys,
  };
  const action = actions[event.key.toLowerCase()];
  if (action && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    action();
  }
}

function start() {
  fillIcons();
  place('tools').insertBefore(themeMenu(), place('save'));
  place('undo').addEventListener('click', undo);
  place('redo').addEventListener('click', redo);
  place('save').addEventListener('click', showDifferences);
  place('view-questions').addEventListener('click', () => showView('questions'));
  place('view-flow').addEventListener('click', () => showView('flow'));
  place('toggle-phone').addEventListener('click', () => showPhonePane(document.body.dataset.phone !== 'true'));
  document.querySelectorAll('.panes [data-pane]').forEach(button => button.addEventListener('click', () => showPane(button.dataset.pane)));
  document.addEventListener('keydown', pressed);
  addEventListener('beforeunload', event => {
    const isTyping = hasTyped();
    flush();
    if (isTyping || state.unsaved.length) {
      event.preventDefault();
    }
  });
  addEventListener('pagehide', event => {
    if (!event.persisted) {
      navigator.sendBeacon('api/close', new Blob([JSON.stringify({page: state.page})], {type: 'application/json'}));
    }
  });
  on('error', error => toast(error.message, {isError: true}));
  on('changed', showHead);
  on('selected', () => {
    showView('questions');
    showPane('part');
  });
  showPhonePane(WIDE.matches);
  WIDE.addEventListener('change', () => showPhonePane(WIDE.matches));
  showOutline();
  showPart();
  showFlow();
  showFindings();
  showPhone();
  watchDisk();
}

async function run() {
  start();
  try {
    await open();
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (wanted) {
      select(state.outline.find(each => each.id === wanted)?.place ?? state.selected);
    }
  } catch (error) {
    place('part').replaceChildren(el('div', {class: 'empty'}, icon('alert'), el('strong', {}, 'The survey can’t be opened'), error.message,
      el('button', {type: 'button', class: 'button', click: () => location.reload()}, 'Try again')));
  }
}

run();
