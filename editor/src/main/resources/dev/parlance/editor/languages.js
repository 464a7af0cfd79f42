import {el, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {languages, state} from './state.js';
import {addLanguage} from './add-language.js';

const SHOWN_AT_FIRST = 3;
const names = new Intl.DisplayNames(['en'], {type: 'language', languageDisplay: 'standard', fallback: 'none'});
const RIGHT_TO_LEFT = new Set(['ar', 'arb', 'arz', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo']);

/** A language's name in English, such as "Spanish (Mexico)". */
export function languageName(tag) {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The direction in which a language is written. */
export function direction(tag) {
  try {
    const {language, script} = new Intl.Locale(tag);
    return RIGHT_TO_LEFT_SCRIPTS.has(script) || (RIGHT_TO_LEFT.has(language) && !script) ? 'rtl' : 'ltr';
  } catch {
    return 'auto';
  }
}

const key = () => `parlance-editor-languages ${state.folder}`;

function stored() {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? 'null');
  } catch {
    return null;
  }
}

/** The languages whose columns are shown. */
export function shownLanguages() {
  const chosen = stored();
  const all = languages();
  const shown = chosen ? all.filter(each => chosen.includes(each.tag)) : all.slice(0, SHOWN_AT_FIRST);
  return shown.length ? shown : all.slice(0, 1);
}

function toggle(tag) {
  const shown = shownLanguages().map(each => each.tag);
  const chosen = shown.includes(tag) ? shown.filter(each => each !== tag) : [...shown, tag];
  try {
    localStorage.setItem(key(), JSON.stringify(chosen));
  } catch {
    // In a private window the choice is not kept.
  }
}

/** Asks for a language, adds it and shows its column. */
async function add() {
  const tag = await addLanguage();
  if (tag && !shownLanguages().some(each => each.tag === tag)) {
    toggle(tag);
  }
}

/** Buttons that show and hide the columns of the languages, and one that adds a language. */
export class LanguageChoice {
  constructor(changed) {
    this.changed = changed;
    this.buttons = el('div', {class: 'language-choice', role: 'group', 'aria-label': 'Languages to show'});
    const plus = el('button', {type: 'button', class: 'button quiet small', click: () => add().then(changed)}, icon('plus'), 'Language');
    plus.setAttribute('aria-label', 'Add a language');
    this.element = el('div', {class: 'row'}, this.buttons, !state.isTemplate && plus);
  }

  /** Shows the languages, each with the number of texts that it lacks. */
  update(missing) {
    const shown = new Set(shownLanguages().map(each => each.tag));
    showAll(this.buttons, languages(), {
      key: each => each.file,
      create: each => el('button', {type: 'button', class: 'button small', click: () => {
        toggle(each.tag);
        this.changed();
      }}),
      update: (button, each) => {
        const count = missing(each);
        button.setAttribute('aria-pressed', String(shown.has(each.tag)));
        button.title = each.file;
        button.replaceChildren(languageName(each.tag), ...count ? [el('span', {class: 'chip warn'}, `${count} missing`)] : []);
      },
    });
  }
}
