import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {menuButton} from './design/menu.js';
import {copy} from './design/copy.js';
import {toast} from './design/toast.js';
import {post} from './api.js';
import {load, reporting} from './traffic-api.js';
import {editAndSend} from './traffic-edit.js';

export async function sendAgain(webhooks, {atOnce = false} = {}) {
  if (await post('api/traffic/again', {webhooks, atOnce})) {
    toast(webhooks.length === 1 ? 'Sent. The response is in the list.' : `Sent ${webhooks.length} webhooks. The responses are in the list.`);
  }
}

const copied = (entry, form, what) => reporting(async () => copy(await load(`api/traffic/entries/${entry.number}/${form}`, {as: 'text'}), what));

/** What can be done with an entry, with its key. */
export const ACTIONS = [
  {key: 'r', name: 'again', icon: 'refresh', label: 'Send again', forWebhooks: true, run: ({number}) => sendAgain([{number}])},
  {key: 'e', name: 'edit', icon: 'edit', label: 'Edit and send', forWebhooks: true, run: entry => editAndSend(entry, sendAgain)},
  {key: 'f', name: 'forge', icon: 'shield-off', label: 'Send with a wrong signature', forWebhooks: true, run: ({number}) => sendAgain([{number, signature: 'forged'}])},
  {key: 'u', name: 'unsigned', icon: 'shield-off', label: 'Send without a signature', forWebhooks: true, run: ({number}) => sendAgain([{number, signature: 'none'}])},
  {key: 'd', name: 'twice', icon: 'duplicate', label: 'Send twice at once', forWebhooks: true, run: ({number}) => sendAgain([{number}, {number}], {atOnce: true})},
  {key: 'q', name: 'queue', icon: 'list', label: 'Add to the send queue', forWebhooks: true, run: (entry, {enqueue}) => enqueue(entry)},
  {key: 'c', name: 'curl', icon: 'terminal', label: 'Copy as curl', run: entry => copied(entry, 'curl', 'The curl command is copied')},
  {key: 't', name: 'test', icon: 'code', label: 'Copy as JUnit test', run: entry => copied(entry, 'test', 'The test is copied')},
];

const isFor = (action, entry) => entry.method && (!action.forWebhooks || entry.signature);

/** Runs the action of a key. Returns whether there is one. */
export function runKey(key, entry, context) {
  const action = ACTIONS.find(each => each.key === key && isFor(each, entry));
  action?.run(entry, context);
  return Boolean(action);
}

/** The buttons of an entry: the most common ones, and a menu. */
export function actionBar(entry, context) {
  const actions = ACTIONS.filter(action => isFor(action, entry));
  const isShown = action => ['again', 'edit'].includes(action.name) || (!entry.signature && action.name !== 'queue');
  const button = action => el('button', {type: 'button', class: 'button small', 'data-action': action.name, title: `${action.label} (${action.key})`,
    click: () => action.run(entry, context)}, icon(action.icon), action.label);
  const items = actions.filter(action => !isShown(action)).map(action =>
    el('button', {type: 'button', click: () => action.run(entry, context)}, icon(action.icon), el('span', {class: 'grow'}, action.label), el('kbd', {}, action.key)));
  return el('div', {class: 'row wrap traffic-actions'},
    ...actions.filter(isShown).map(button),
    items.length > 0 && menuButton(el('button', {type: 'button', class: 'button small', 'data-action': 'more'}, 'More', icon('chevron-down')), items));
}
