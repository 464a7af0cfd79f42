const place = id => document.getElementById(id);
const INTERVAL = 1500;

const WORDS = {
  STARTED: 'contacted', ALREADY_STARTED: 'contacted before', COMPLETED: 'completed before', DECLINED: 'declined before',
  OPTED_OUT: 'opted out', CLOSED: 'too late', CONTACT_LIMIT: 'put off until tomorrow', DEFERRED: 'put off', UNREACHABLE: 'unreachable', UNKNOWN: 'unknown',
};
const STATES = {DRAFT: 'draft', RUNNING: 'running', PAUSED: 'paused', STOPPED: 'stopped', FINISHED: 'finished'};
const ACTIONS = {
  DRAFT: [['start', 'Start'], ['stop', 'Discard']], RUNNING: [['pause', 'Pause'], ['stop', 'Stop']],
  PAUSED: [['start', 'Continue'], ['stop', 'Stop']], STOPPED: [], FINISHED: [],
};
const CONFIRMED = new Set(['stop']);

function el(tag, className, ...children) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** What is on the page, by name: a card is replaced only if its data has changed, so that the keyboard's focus stays. */
const shown = new Map();

function show(campaigns) {
  const cards = campaigns.map(campaign => {
    const data = JSON.stringify(campaign);
    const before = shown.get(campaign.name);
    const card = before?.data === data ? before.card : build(campaign, before?.card);
    shown.set(campaign.name, {data, card});
    return card;
  });
  const list = place('campaigns');
  if (cards.length !== list.children.length || cards.some((card, i) => card !== list.children[i])) {
    const focused = document.activeElement?.dataset?.action && document.activeElement.closest('section')?.dataset.campaign;
    const action = document.activeElement?.dataset?.action;
    list.replaceChildren(...cards);
    if (focused) {
      list.querySelector(`[data-campaign="${focused}"] [data-action="${action}"]`)?.focus();
    }
  }
}

function build(campaign, before) {
  const card = el('section', 'card',
    el('h2', '', `${campaign.name} `, el('span', 'state', `${STATES[campaign.state]}, ${campaign.channel}, ${campaign.perSecond} a second`)));
  card.dataset.campaign = campaign.name;
  const bar = el('progress', '');
  bar.max = Math.max(1, campaign.total);
  bar.value = campaign.done;
  bar.setAttribute('aria-label', `Progress of ${campaign.name}`);
  card.append(bar, counts(campaign));
  if (campaign.pauseReason) {
    card.append(el('p', 'reason', `Paused: ${campaign.pauseReason}`));
  }
  if (campaign.problems.length > 0) {
    const details = el('details', '',
      el('summary', '', `${campaign.problems.length} ${campaign.problems.length === 1 ? 'problem' : 'problems'} in the file`),
      el('ul', '', ...campaign.problems.map(problem => el('li', '', problem))));
    details.open = before?.querySelector('details')?.open ?? false;
    card.append(details);
  }
  card.append(actions(campaign));
  return card;
}

function counts(campaign) {
  const texts = [`${campaign.done} of ${campaign.total} done`];
  if (campaign.waiting) {
    texts.push(`${campaign.waiting} waiting`);
  }
  for (const [outcome, count] of Object.entries(campaign.counts)) {
    texts.push(`${count} ${WORDS[outcome] ?? outcome}`);
  }
  if (campaign.limitedUntil) {
    texts.push(`today's limit is reached, goes on at ${new Date(campaign.limitedUntil).toLocaleString()}`);
  }
  if (campaign.end) {
    texts.push(`ends at ${new Date(campaign.end).toLocaleString()} or later`);
  }
  return el('ul', 'counts', ...texts.map(text => el('li', '', text)));
}

function actions(campaign) {
  const bar = el('div', 'actions');
  for (const [action, text] of ACTIONS[campaign.state]) {
    const button = el('button', '', text);
    button.dataset.action = action;
    button.addEventListener('click', async () => {
      if (!CONFIRMED.has(action) || confirm(`Stop ${campaign.name} for good?`)) {
        await fetch(`/campaigns/${campaign.name}/${action}`, {method: 'POST'});
        await refresh();
      }
    });
    bar.append(button);
  }
  const people = el('a', '', 'People as CSV');
  people.href = `/campaigns/${campaign.name}/people.csv`;
  people.download = '';
  bar.append(people);
  return bar;
}

async function refresh() {
  const response = await fetch('/campaigns/data');
  if (response.status === 401) {
    location.reload();
  } else if (response.ok) {
    show(await response.json());
  }
}

async function refreshAgain() {
  try {
    await refresh();
  } finally {
    setTimeout(refreshAgain, INTERVAL);
  }
}

place('create').addEventListener('submit', async event => {
  event.preventDefault();
  const form = new FormData(event.target);
  const file = form.get('file');
  form.delete('file');
  const response = await fetch(`/campaigns?${new URLSearchParams(form)}`, {method: 'POST', body: await file.text(), headers: {'Content-Type': 'text/csv'}});
  const answer = response.status === 413 ? {error: 'The file is too large.'} : await response.json();
  place('created').textContent = answer.error
    ?? `${answer.added} people added${answer.rejected ? `, ${answer.rejected} left out because of problems` : ''}.`;
  await refresh();
});

refreshAgain();
