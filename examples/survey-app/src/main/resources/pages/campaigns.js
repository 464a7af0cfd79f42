import {el, place, showAll} from '/pages/design/dom.js';
import {openDialog} from '/pages/design/dialog.js';
import {fillIcons} from '/pages/design/icons.js';
import {themeMenu} from '/pages/design/theme-menu.js';
import {toast} from '/pages/design/toast.js';
import {createCard, updateCard} from '/pages/campaign-card.js';

const INTERVAL = 1500;

function show(campaigns) {
  place('empty').hidden = campaigns.length > 0;
  showAll(place('campaigns'), campaigns, {key: campaign => campaign.name, create: campaign => createCard(campaign, refresh), update: updateCard});
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
    place('lost').hidden = true;
  } catch (e) {
    if (!(e instanceof TypeError)) {
      throw e;
    }
    place('lost').hidden = false; // fetch rejects with a TypeError without a connection
  } finally {
    setTimeout(refreshAgain, INTERVAL);
  }
}

function openNew() {
  const error = el('p', {class: 'bad', role: 'alert', hidden: true});
  const form = el('form', {class: 'stack', id: 'create', submit: async event => {
    event.preventDefault();
    const answer = await create(new FormData(form));
    error.hidden = !answer.error;
    error.textContent = answer.error ?? '';
    if (!answer.error) {
      dialog.close();
      toast(`${answer.added} people added${answer.rejected ? `, ${answer.rejected} left out because of problems` : ''}.`);
      await refresh();
    }
  }},
  el('label', {class: 'field'}, 'Name', el('input', {class: 'input', name: 'name', required: true, pattern: '[A-Za-z0-9._\\-]{1,64}', placeholder: 'spring-2026', autocomplete: 'off'}),
    el('span', {class: 'hint'}, 'Letters, digits, dots, dashes')),
  el('div', {class: 'form-row'},
    el('label', {class: 'field'}, 'Channel', el('select', {class: 'input', name: 'channel'}, el('option', {value: 'text'}, 'Text'), el('option', {value: 'voice'}, 'Call'), el('option', {value: 'whatsapp'}, 'WhatsApp'))),
    el('label', {class: 'field'}, 'People per second', el('input', {class: 'input', name: 'perSecond', type: 'number', min: '0.1', max: '1000', step: '0.1', value: '10'}))),
  el('label', {class: 'field'}, 'People, as CSV', el('input', {class: 'input', name: 'file', type: 'file', accept: '.csv,text/csv,text/plain', required: true}),
    el('span', {class: 'hint'}, 'The first line names the columns: number, language, zone, and variables of the survey.')),
  el('p', {class: 'faint small'}, 'Nobody is contacted before you press Start.'),
  error,
  el('footer', {}, el('button', {type: 'button', class: 'button', click: () => dialog.close()}, 'Cancel'), el('button', {class: 'button primary'}, 'Create')));
  const dialog = openDialog('New campaign', form);
}

async function create(form) {
  const file = form.get('file');
  form.delete('file');
  const response = await fetch(`/campaigns?${new URLSearchParams(form)}`, {method: 'POST', body: await file.text(), headers: {'Content-Type': 'text/csv'}});
  return response.status === 413 ? {error: 'The file is too large.'} : response.json();
}

fillIcons();
place('tools').append(themeMenu());
place('new').addEventListener('click', openNew);
refreshAgain();
