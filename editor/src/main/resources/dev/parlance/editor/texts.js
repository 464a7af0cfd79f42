import {el, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {findingsOf, isTyping, item, languages, state, type} from './state.js';
import {direction, languageName, LanguageChoice, shownLanguages} from './languages.js';
import {OptionActions, addOption, hasOptions} from './options.js';

const MOST_NAMED = 6;
/** Characters that a text in GSM-7 could do without, unlike the letters of another script. */
const AVOIDABLE = /^[\p{Script=Latin}\p{P}\p{S}\p{M}\p{Z}\p{C}]*$/u;
const PLACEHOLDER = /\{[^{}]*\}/g;
/** Keys whose values are not said or written to a person. */
const UNSAID = /^(language|speechLanguage|voice)$|\.(audio|image)$/;
const OPTIONAL = /\.(text|voice|retry(\..+)?|also|unanswered|specify|image|audio|withoutImage)$|^survey\./;

/** What a text costs: "1 segment · 48 of 160 · 3 s". */
export function sizeWords({segments, units, isUcs2, seconds}) {
  const limit = segments === 1 ? (isUcs2 ? 70 : 160) : (isUcs2 ? 67 : 153) * segments;
  return `${segments} ${segments === 1 ? 'segment' : 'segments'} · ${units}/${limit} · ${Math.max(1, Math.round(seconds))} s`;
}

/** The placeholders in a text, marked. */
function marked(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(PLACEHOLDER)) {
    parts.push(text.slice(end, found.index), el('mark', {}, found[0]));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end), '\u200b'];
}

/** The text of the nearest language that this one takes a missing text from: fr-CA from fr. */
function inherited(tag, key) {
  const parents = languages().filter(each => tag.startsWith(`${each.tag}-`) && each.prompts[key]);
  return parents.sort((a, b) => b.tag.length - a.tag.length)[0];
}

/** Whether a language lacks a text. Variants are what a language may have, and another not. */
export function isMissing(language, key) {
  return !language.prompts[key]?.text && !OPTIONAL.test(key) && !inherited(language.tag, key);
}

/** The texts of a part of the survey, in all chosen languages side by side. */
export class Texts {
  constructor(place) {
    this.place = place;
    this.choice = new LanguageChoice(() => this.update());
    this.grid = el('div', {class: 'texts-grid', role: 'table', 'aria-label': 'Texts'});
    this.add = el('button', {type: 'button', class: 'button small', click: () => addOption(this.place)}, icon('plus'), 'Add an option');
    this.element = el('section', {class: 'card flush texts', 'aria-label': 'Texts'},
      el('header', {class: 'texts-head'}, el('h3', {}, 'Texts'), this.choice.element),
      el('div', {class: 'texts-scroll', tabindex: '-1'}, this.grid), el('footer', {class: 'texts-foot'}, this.add));
  }

  update() {
    const at = item(this.place);
    const shown = shownLanguages();
    this.choice.update(language => at.keys.filter(key => isMissing(language, key)).length);
    this.grid.style.setProperty('--languages', shown.length);
    this.add.parentElement.hidden = !hasOptions(at);
    const rows = [{head: true, key: '\n'}, ...at.keys.map(key => ({key}))];
    showAll(this.grid, rows, {
      key: row => row.key,
      create: row => row.head ? el('div', {class: 'texts-row texts-top', role: 'row'})
        : el('div', {class: 'texts-row', role: 'row'}, this.keyCell(row.key)),
      update: (element, row) => row.head ? this.updateTop(element, at, shown) : this.updateRow(element, row.key, at, shown),
    });
    this.findings();
  }

  keyCell(key) {
    const actions = new OptionActions(this.place, key);
    const cell = el('div', {class: 'texts-key', role: 'rowheader'}, el('span', {class: 'mono small texts-key-name'}), actions.element);
    cell.actions = actions;
    return cell;
  }

  updateTop(row, at, shown) {
    row.replaceChildren(el('div', {class: 'texts-key', role: 'columnheader'}, el('span', {class: 'unseen'}, 'Key')),
      ...shown.map(language => {
      const total = at.options.length > 0 && language.totals[at.base];
      const cost = total && ` · $${(total.segments * state.segmentPrice).toFixed(4)}`;
      return el('div', {class: 'texts-language', role: 'columnheader'}, el('strong', {}, languageName(language.tag)),
        el('span', {class: 'faint tiny mono'}, language.tag),
        total && el('span', {class: 'faint tiny texts-total', title: 'The question with its options, as it is texted'},
          `as texted: ${sizeWords(total)}${cost}`));
    }));
  }

  updateRow(row, key, at, shown) {
    const keyCell = row.firstElementChild;
    keyCell.firstElementChild.textContent = at.base && key.startsWith(`${at.base}.`) ? key.slice(at.base.length) : key;
    keyCell.firstElementChild.title = key;
    keyCell.actions.update();
    const cells = shown.map(language => ({key: language.file, language}));
    const holder = row.querySelector('.texts-cells') ?? row.appendChild(el('div', {class: 'texts-cells', role: 'presentation'}));
    showAll(holder, cells, {
      key: cell => cell.key,
      create: cell => this.cell(cell.language, key),
      update: (element, cell) => this.updateCell(element, cell.language, key),
    });
  }

  cell({file, tag}, key) {
    const shown = el('div', {class: 'text-shown', 'aria-hidden': 'true', dir: direction(tag), lang: tag});
    const area = el('textarea',
      {class: 'text-area', dir: direction(tag), lang: tag, rows: '1', 'aria-label': `${key} in ${languageName(tag)}`, spellcheck: 'true',
      'data-file': file, 'data-key': key,
      input: () => {
        shown.replaceChildren(...marked(area.value));
        type(file, key, area.value);
      }});
    return el('div', {class: 'text-cell', role: 'cell'}, el('span', {class: 'text-language tiny faint'}, languageName(tag)),
      el('div', {class: 'text-field'}, shown, area), el('div', {class: 'text-size tiny'}), el('div', {class: 'text-findings'}));
  }

  updateCell(cell, language, key) {
    const area = cell.querySelector('textarea');
    const prompt = language.prompts[key];
    if (!isTyping(language.file, key) && (area.value !== (prompt?.text ?? '') || !area.dataset.filled)) {
      area.value = prompt?.text ?? '';
      cell.querySelector('.text-shown').replaceChildren(...marked(area.value));
      area.dataset.filled = 'true';
    }
    const from = inherited(language.tag, key);
    const lacks = isMissing(language, key);
    area.disabled = Boolean(language.problem);
    area.placeholder = from ? `As in ${from.tag}: ${from.prompts[key].text}` : lacks ? 'Missing' : 'None';
    cell.classList.toggle('missing', lacks);
    cell.querySelector('.text-size').replaceChildren(...prompt && UNSAID.test(key) ? [] : prompt ? this.size(prompt) : lacks
      ? [el('span', {class: 'warn'}, 'Missing translation')] : []);
  }

  size({text, size}) {
    const cost = (size.segments * state.segmentPrice).toFixed(4);
    const few = size.isUcs2 && size.forcing.length <= MOST_NAMED && AVOIDABLE.test(size.forcing.join(''));
    return [el('span', {title: `${size.isUcs2 ? 'UCS-2' : 'GSM-7'}, $${cost} a text, about ${size.seconds} s to say`}, sizeWords(size)),
      el('span', {class: few ? 'warn' : ''}, size.isUcs2 ? (few ? `UCS-2 because of ${size.forcing.join(' ')}` : 'UCS-2') : 'GSM-7'),
      el('span', {}, `$${cost}`), text.length > 1600 && el('span', {class: 'bad'}, 'longer than 1600 characters')].filter(Boolean);
  }

  findings() {
    const all = findingsOf(item(this.place));
    for (const cell of this.grid.querySelectorAll('.text-cell')) {
      const {file, key} = cell.querySelector('textarea').dataset;
      const found = all.filter(finding => finding.key === key && finding.file === file);
      cell.querySelector('textarea').setAttribute('aria-invalid', String(found.some(finding => !finding.isWarning)));
      cell.querySelector('.text-findings').replaceChildren(...found.map(finding =>
        el('p', {class: `tiny ${finding.isWarning ? 'warn' : 'bad'}`}, finding.message)));
    }
  }
}
