import {el, place} from './design/dom.js';
import {icon} from './design/icons.js';
import {post} from './api.js';

const FAULTS = {
  webhook: {
    late: 'arrive 2 s late',
    unreachable: 'can\'t reach the application',
    twice: 'arrive twice',
    twice_at_once: 'arrive twice at once',
    held: 'are held until you release them (texts)',
    answer_lost: 'lose their response',
    wrongly_signed: 'have a wrong signature',
    unsigned: 'have no signature',
  },
  api: {
    slow: 'get their response 3 s late',
    down: 'get a 503 (Twilio is down)',
    busy: 'get a 429 (rate limit)',
    lost: 'lose their response',
  },
};
const SUBJECTS = {webhook: 'Webhooks', api: 'API requests'};

/** Arms faults; shows what is armed, and the texts that are held. */
export class Faults {
  #shown = '';

  constructor() {
    const times = el('select', {class: 'input', name: 'times'}, ...[1, 3, 10].map(each => el('option', {}, each)));
    const fault = el('select', {class: 'input', name: 'fault'}, ...Object.entries(FAULTS).map(([where, all]) =>
      el('optgroup', {label: SUBJECTS[where], 'data-where': where}, ...Object.entries(all).map(([value, label]) => el('option', {value}, label)))));
    this.armed = el('ul', {class: 'rows', id: 'armed', 'aria-label': 'Armed faults'});
    this.held = el('ul', {class: 'rows', id: 'held', 'aria-label': 'Held texts'});
    this.releaseAll = el('button', {type: 'button', class: 'button small', id: 'release', click: () => post('api/faults/release')}, 'Release all');
    this.heldCard = el('section', {class: 'card', 'aria-labelledby': 'held-title', hidden: true},
      el('header', {}, el('h2', {id: 'held-title'}, 'Held texts'), this.releaseAll), this.held);
    this.none = el('p', {class: 'faint small'}, 'Nothing is armed. The next webhooks and requests arrive as they are.');
    this.element = el('div', {class: 'stack'},
      el('section', {class: 'card stack', 'aria-labelledby': 'faults-title'}, el('h2', {id: 'faults-title'}, 'Faults'),
        el('form', {id: 'faults', class: 'fault-form', submit: event => {
          event.preventDefault();
          post('api/faults', {where: fault.selectedOptions[0].parentElement.dataset.where, fault: fault.value, times: Number(times.value)});
        }}, el('label', {class: 'field'}, 'The next', times), el('label', {class: 'field grow'}, 'webhooks or requests', fault), el('button', {class: 'button primary'}, icon('bolt'), 'Arm')),
        this.none, this.armed),
      this.heldCard);
  }

  show({armed, held}) {
    const shown = JSON.stringify([armed, held]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.none.hidden = armed.length > 0;
    this.armed.hidden = !armed.length;
    this.armed.replaceChildren(...armed.map(each => armedRow(each)));
    this.heldCard.hidden = !held.length;
    this.held.replaceChildren(...held.map((text, position) => el('li', {class: 'row between'}, el('span', {class: 'cut', dir: 'auto'}, text),
      el('button', {type: 'button', class: 'button small', click: () => post('api/faults/release', {position})}, 'Release'))));
    const count = place('armed-count');
    const total = armed.reduce((sum, each) => sum + each.left, 0) + held.length;
    count.hidden = !total;
    count.textContent = total;
  }
}

function armedRow({where, pattern, fault, name, left}) {
  const words = FAULTS[where][name] ?? fault;
  return el('li', {class: 'row between'},
    el('span', {class: 'chip warn'}, icon('bolt'), `${left} left`),
    el('span', {class: 'grow'}, `${SUBJECTS[where]} ${words}`, pattern !== '*' && el('span', {class: 'faint small mono block'}, pattern)),
    el('button', {type: 'button', class: 'button small', click: () => post('api/faults/disarm', {where, pattern, fault})}, 'Disarm'));
}
