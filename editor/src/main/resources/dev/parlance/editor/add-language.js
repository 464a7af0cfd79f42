import {el} from './design/dom.js';
import {change, languages} from './state.js';
import {promptDialog} from './add.js';

/** Asks for a language and adds a prompt file for it. Returns its tag, or nothing. */
export async function addLanguage() {
  const hasVoices = languages().some(each => each.prompts.voice);
  const voice = el('input', {class: 'input', autocomplete: 'off', spellcheck: 'false', placeholder: 'such as Polly.Celine'});
  const tag = await promptDialog('Add a language', 'Language tag',
    'Such as fr, or fr-CA for a region. Its texts are then missing, and you can write them.', tagProblem,
    {more: hasVoices ? [el('label', {class: 'field'}, 'Voice', voice, el('span', {class: 'hint'}, 'Calls speak with it. See Twilio’s list.'))] : []});
  if (tag) {
    await change({do: 'language', tag, ...voice.value.trim() && {voice: voice.value.trim()}});
  }
  return tag && languages().find(each => each.tag.toLowerCase() === tag.toLowerCase())?.tag;
}

function tagProblem(tag) {
  return !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? 'Use a language tag such as fr or fr-CA.'
    : languages().some(each => each.tag.toLowerCase() === tag.toLowerCase()) && 'This language is there already.';
}
