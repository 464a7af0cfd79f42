import {el} from './dom.js';
import {Exchanges} from './exchanges.js';
import {Sequence} from './sequence.js';

/** Mounts the traffic between Twilio and the application. */
export function mountTraffic(element) {
  const rows = el('ol', {id: 'rows', 'aria-label': 'Webhooks, API requests and alerts', tabindex: '0'});
  const detail = el('div', {id: 'detail', tabindex: '-1', 'aria-live': 'polite'},
    el('p', {class: 'faint'}, 'Select a webhook to see its request and response, and to send it again.'));
  const diagram = el('details', {id: 'sequence', hidden: true}, el('summary', {}, 'Browser calls, message by message'),
    el('button', {type: 'button'}, 'Copy as Mermaid'), el('div', {class: 'diagram', tabindex: '0'}));
  element.append(diagram, el('div', {class: 'columns'}, rows, detail));
  const exchanges = new Exchanges(rows, detail);
  const sequence = new Sequence(diagram);
  return {
    show(state) {
      exchanges.show(state.rows);
      sequence.show(state.trace);
    },
  };
}
