import {el, place, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {ask, languages, on} from './state.js';
import {languageName} from './languages.js';

const ENDS = {COMPLETED: 'Completed', SCREENED_OUT: 'Screened out', REFUSED: 'Refused', PARTIAL: 'Ended early', OPTED_OUT: 'Opted out'};
let said = [];
let isCall = false;
let latest = 0;

const list = el('ol', {class: 'bubbles', 'aria-label': 'Conversation', 'aria-live': 'polite', tabindex: '0'});
const note = el('div', {class: 'phone-note'});
const input = el('input', {class: 'input', autocomplete: 'off', 'aria-label': 'Answer', dir: 'auto'});
const language = el('select', {class: 'input small', 'aria-label': 'Language of the respondent', change: restart});
const silence = el('button',
  {type: 'button', class: 'button icon-only', 'aria-label': 'Say nothing', title: 'Say nothing', click: () => answer('')}, icon('pause'));
const ways = ['Text', 'Call'].map((words, index) => el('button',
  {type: 'button', class: 'button small', 'aria-pressed': String(index === 0), click: () => {
  isCall = index === 1;
  restart();
}}, icon(index ? 'phone' : 'chat'), words));

function answer(text) {
  said = [...said, text];
  input.value = '';
  show();
}

function restart() {
  said = [];
  show();
  input.focus();
}

function bubble({isMine, text, media}) {
  const words = isMine && text === '' ? 'silence' : text;
  return el('li', {class: `bubble ${isMine ? 'mine' : ''} ${isMine && text === '' ? 'silent' : ''}`, dir: 'auto'}, words,
    media.map(each => el('span', {class: 'chip'}, icon(isCall ? 'speaker' : 'image'), each.split('/').pop())));
}

/** Takes the survey as it is now, with the same answers. */
async function show() {
  const mine = ++latest;
  let taken;
  try {
    taken = await ask('phone', {isCall, said, ...language.value && {language: language.value}});
  } catch (error) {
    taken = {problem: error.message};
  }
  if (mine === latest) {
    showTaken(taken);
  }
}

function showTaken({problem, conversation = [], end = '', language: spoken, answers = {}}) {
  ways.forEach((way, index) => way.setAttribute('aria-pressed', String((index === 1) === isCall)));
  silence.hidden = !isCall;
  input.placeholder = isCall ? 'Keys such as 5, or what you say' : 'Reply';
  input.disabled = Boolean(problem || end);
  silence.disabled = input.disabled;
  const keyed = conversation.map((each, index) => ({...each, index: `${index} ${each.isMine} ${each.text}`}));
  showAll(list, keyed, {key: each => each.index, create: bubble});
  list.hidden = Boolean(problem);
  note.replaceChildren(...problem ? [el('div', {class: 'empty'}, icon('smartphone'), el('strong', {}, 'The survey can’t run yet'),
    problem === true ? 'Solve its problems, and take it here.' : problem)] : end
      ? [el('span', {class: 'chip good'}, icon('flag'), ENDS[end] ?? end)] : [],
  ...Object.keys(answers).length
    ? [el('details', {class: 'answers', open: Boolean(end)}, el('summary', {}, `Answers, in ${languageName(spoken)}`),
    el('dl', {class: 'facts'},
      ...Object.entries(answers).flatMap(([id, text]) => [el('dt', {class: 'mono'}, id),
        el('dd', {dir: 'auto'}, text || 'no answer')])))] : []);
  list.scrollTop = list.scrollHeight;
}

function showLanguages() {
  const tags = languages().map(each => each.tag);
  if (language.dataset.tags !== tags.join()) {
    language.dataset.tags = tags.join();
    const chosen = language.value;
    language.replaceChildren(el('option', {value: ''}, 'Language: as the survey finds it'),
      ...tags.map(tag => el('option', {value: tag, selected: tag === chosen}, languageName(tag))));
  }
}

/** A phone that takes the survey with all changes, by texts or on a call. */
export function showPhone() {
  place('phone').append(
    el('header', {class: 'phone-head'}, el('h2', {}, 'Try it'), el('span', {class: 'button-group push'}, ...ways),
      el('button', {type: 'button', class: 'button quiet small icon-only', 'aria-label': 'Restart', title: 'Restart',
        click: restart}, icon('refresh'))),
    el('div', {class: 'phone-language'}, language), list, note,
    el('form', {class: 'phone-input', submit: event => {
      event.preventDefault();
      if (input.value.trim()) {
        answer(input.value.trim());
      }
    }}, input, silence, el('button', {type: 'submit', class: 'button primary icon-only', 'aria-label': 'Send', title: 'Send'},
      icon('send'))));
  on('changed', showLanguages);
  on('findings', show);
}
