import {el} from './design/dom.js';
import {count} from './design/format.js';
import {icon} from './design/icons.js';
import {toast} from './design/toast.js';
import {get, Refused} from './api.js';
import {pair, sideName} from './chart.js';
import {readState} from './state.js';
import {moment} from './times.js';

const PAGE = 10;
const PAUSE = 250;

/** What people wrote, the newest first, with a search. Names, numbers and addresses are masked by the server. */
export function showTexts(element, question, sides) {
  element.hidden = false;
  if (!element.firstChild) {
    const input = el('input', {class: 'input', type: 'search', 'aria-label': `Search the answers to ${question}`, placeholder: 'Search answers'});
    let timer;
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => load(element, question), PAUSE);
    });
    element.append(el('div', {class: 'search no-print'}, icon('search'), input), el('div', {class: 'found'}));
  }
  const version = JSON.stringify([readState().filters, sides.map(side => side?.answered)]);
  if (element.dataset.version !== version) {
    element.dataset.version = version;
    load(element, question);
  }
}

async function load(element, question) {
  const search = element.querySelector('input').value.trim();
  const {filters} = readState();
  const turn = element.dataset.turn = String(Number(element.dataset.turn ?? 0) + 1);
  try {
    const found = await Promise.all(filters.map(filter => get('texts', filter, {question, search, limit: PAGE})));
    if (element.dataset.turn === turn) {
      pair(element.querySelector('.found'), found, (slot, texts, i) => show(slot, texts, i, {question, search, filter: filters[i], isPair: filters.length > 1}));
    }
  } catch (e) {
    if (!(e instanceof Refused)) {
      throw e;
    }
    element.querySelector('.found').replaceChildren(el('p', {class: 'bad'}, e.message));
  }
}

function show(slot, texts, side, query) {
  const list = el('ol', {class: 'answers'}, texts.page.map(each => textItem(each, query.search)));
  const more = el('button', {type: 'button', class: 'button small no-print', click: async () => {
    try {
      const next = await get('texts', query.filter, {question: query.question, search: query.search, offset: list.children.length, limit: PAGE});
      list.append(...next.page.map(each => textItem(each, query.search)));
      more.hidden = list.children.length >= next.total;
    } catch (e) {
      if (!(e instanceof Refused)) {
        throw e;
      }
      toast(e.message, {isError: true});
    }
  }}, 'Show more');
  more.hidden = texts.total <= texts.page.length;
  slot.replaceChildren(el('p', {class: 'faint small'}, query.isPair ? [sideName(side), ' '] : [], summary(texts, query.search)), list, more);
}

function summary({total, searched}, search) {
  if (!total) {
    return search ? `Nobody wrote “${search}”.` : 'Nobody has written anything yet.';
  }
  return search ? `${count(total, 'answer')} with “${search}”, of the newest ${count(searched, 'answer')}` : count(total, 'text answer');
}

/** One answer in words. */
export function textItem({words, who, at, language, channel}, search = '') {
  return el('li', {}, el('p', {dir: 'auto'}, marked(words, search)), el('span', {class: 'meta'}, el('span', {}, who), el('span', {}, moment(at)), el('span', {}, language), el('span', {}, channel)));
}

/** The words with what was searched marked; the search ignores case and accents, so the marks do, too. */
function marked(words, search) {
  const plain = text => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const letters = [...words.normalize('NFC')];
  const folded = letters.map(plain);
  const wanted = plain(search);
  if (!wanted) {
    return [words];
  }
  const text = folded.join('');
  const at = text.indexOf(wanted);
  if (at < 0) {
    return [words];
  }
  const index = offset => {
    let passed = 0;
    let i = 0;
    while (i < folded.length && passed < offset) {
      passed += folded[i++].length;
    }
    return i;
  };
  const [from, to] = [index(at), index(at + wanted.length)];
  return [letters.slice(0, from).join(''), el('mark', {}, letters.slice(from, to).join('')), letters.slice(to).join('')];
}
