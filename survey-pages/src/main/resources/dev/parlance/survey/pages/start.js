import {el} from './design/dom.js';
import {openDialog} from './design/dialog.js';
import {post, Refused} from './api.js';

/** Starts the survey for one person, by the application's own routes. */
export function openStart({start, languages}) {
  const message = el('p', {role: 'status', hidden: true});
  const form = el('form', {class: 'stack', submit: async event => {
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([, value]) => value);
    const isStarted = await send(event.submitter.value, fields);
    if (isStarted) {
      form.elements.To.value = '';
    }
  }},
  el('label', {class: 'field'}, 'Number', el('input', {class: 'input', name: 'To', type: 'tel', required: true, pattern: '([a-z]+:)?\\+[1-9][0-9]{6,14}', placeholder: '+15005550006', autocomplete: 'off'}),
    el('span', {class: 'hint'}, 'With + and the country code')),
  el('label', {class: 'field'}, 'Language', el('select', {class: 'input', name: 'defaultLanguage'}, el('option', {value: ''}, 'The survey asks'), languages.map(({value, label}) => el('option', {value}, label)))),
  message,
  el('footer', {}, el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Close'),
    start.map(({label, url}, i) => el('button', {class: i ? 'button' : 'button primary', value: url}, label))));
  const dialog = openDialog('Start a survey', form);

  async function send(url, fields) {
    try {
      await post(url, fields);
      say('Started.', 'good');
      return true;
    } catch (e) {
      if (!(e instanceof Refused)) {
        throw e;
      }
      say(e.message, 'bad');
      return false;
    }
  }

  function say(text, className) {
    message.hidden = false;
    message.className = className;
    message.textContent = text;
  }
}
