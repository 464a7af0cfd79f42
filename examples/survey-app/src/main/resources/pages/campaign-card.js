import {el} from '/pages/design/dom.js';
import {confirmDialog} from '/pages/design/dialog.js';
import {icon} from '/pages/design/icons.js';

const WORDS = {
  STARTED: 'contacted', ALREADY_STARTED: 'contacted before', COMPLETED: 'completed before', DECLINED: 'declined before',
  OPTED_OUT: 'opted out', CLOSED: 'too late', CONTACT_LIMIT: 'put off until tomorrow', DEFERRED: 'put off', UNREACHABLE: 'unreachable', UNKNOWN: 'unknown',
};
const STATES = {DRAFT: ['draft', ''], RUNNING: ['running', 'good'], PAUSED: ['paused', 'warn'], STOPPED: ['stopped', 'bad'], FINISHED: ['finished', 'accent']};
const ACTIONS = {
  DRAFT: [['start', 'Start', 'play'], ['stop', 'Discard', 'trash']], RUNNING: [['pause', 'Pause', 'pause'], ['stop', 'Stop', 'stop']],
  PAUSED: [['start', 'Continue', 'play'], ['stop', 'Stop', 'stop']], STOPPED: [], FINISHED: [],
};

/** The card of a campaign. Its parts are filled by `updateCard`, which touches only what has changed, so that the focus stays. */
export function createCard(campaign, refresh) {
  const card = el('section', {class: 'card campaign', 'data-campaign': campaign.name, 'aria-label': campaign.name},
    el('header', {}, el('h2', {}, campaign.name), el('span', {class: 'row wrap'}, el('span', {class: 'chip state'}), el('span', {class: 'faint small about'}))),
    el('div', {class: 'progress-line'}, el('progress', {class: 'progress', 'aria-label': `Progress of ${campaign.name}`}), el('span', {class: 'small number percent'})),
    el('ul', {class: 'counts'}),
    el('p', {class: 'bad small reason', hidden: true}),
    el('details', {hidden: true}, el('summary'), el('ul')),
    el('div', {class: 'actions'}));
  card.refresh = refresh;
  return card;
}

export function updateCard(card, campaign) {
  const text = JSON.stringify(campaign);
  if (card.dataset.shown === text) {
    return;
  }
  card.dataset.shown = text;
  const find = selector => card.querySelector(selector);
  const [state, colour] = STATES[campaign.state];
  find('.state').textContent = state;
  find('.state').className = `chip state ${colour}`;
  find('.about').textContent = `${campaign.channel}, ${campaign.perSecond} a second`;
  find('progress').max = Math.max(1, campaign.total);
  find('progress').value = campaign.done;
  find('.percent').textContent = `${Math.floor(100 * campaign.done / Math.max(1, campaign.total))}%`;
  find('.counts').replaceChildren(...counts(campaign).map(each => el('li', {}, each)));
  find('.reason').hidden = !campaign.pauseReason;
  find('.reason').textContent = campaign.pauseReason ? `Paused: ${campaign.pauseReason}` : '';
  find('details').hidden = !campaign.problems.length;
  find('summary').textContent = `${campaign.problems.length} ${campaign.problems.length === 1 ? 'problem' : 'problems'} in the file`;
  find('details ul').replaceChildren(...campaign.problems.map(problem => el('li', {}, problem)));
  showActions(card, campaign);
}

function counts(campaign) {
  return [
    `${campaign.done} of ${campaign.total} done`,
    ...(campaign.waiting ? [`${campaign.waiting} waiting`] : []),
    ...Object.entries(campaign.counts).map(([outcome, count]) => `${count} ${WORDS[outcome] ?? outcome}`),
    ...(campaign.limitedUntil ? [`today's limit is reached, goes on at ${new Date(campaign.limitedUntil).toLocaleString()}`] : []),
    ...(campaign.end ? [`ends at ${new Date(campaign.end).toLocaleString()} or later`] : []),
  ];
}

function showActions(card, campaign) {
  const holder = card.querySelector('.actions');
  if (holder.dataset.state === campaign.state) {
    return;
  }
  const hadFocus = holder.contains(document.activeElement);
  holder.dataset.state = campaign.state;
  holder.replaceChildren(
    ...ACTIONS[campaign.state].map(([action, text, name], i) => el('button', {type: 'button', class: i ? 'button' : 'button primary', 'data-action': action,
      click: () => run(card, campaign.name, action)}, icon(name), text)),
    el('a', {class: 'button quiet', href: `/campaigns/${campaign.name}/people.csv`, download: ''}, icon('download'), 'People as CSV'));
  if (hadFocus) {
    holder.firstElementChild.focus();
  }
}

async function run(card, name, action) {
  if (action !== 'stop' || await confirmDialog(`Stop ${name} for good?`, 'It can’t be started again. People who have been contacted can still answer.', 'Stop')) {
    await fetch(`/campaigns/${name}/${action}`, {method: 'POST'});
    await card.refresh();
  }
}
