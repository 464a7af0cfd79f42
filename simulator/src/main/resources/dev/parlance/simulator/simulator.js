import {el, post} from './dom.js';
import {PhoneCard} from './phones.js';
import {Exchanges} from './exchanges.js';
import {Sequence} from './sequence.js';
import {say} from './calls.js';

const phones = new Map();
const exchanges = new Exchanges(document.getElementById('rows'), document.getElementById('detail'));
const sequence = new Sequence(document.getElementById('sequence'));
let ahead = 0;
let run = '';

function show(state) {
  if (run && run !== state.run) {
    location.reload(); // the simulator was restarted with a new state
    return;
  }
  run = state.run;
  ahead = new Date(state.now) - Date.now();
  showNow();
  const first = phones.size === 0;
  for (const phone of state.phones) {
    let card = phones.get(phone.number);
    if (!card) {
      card = new PhoneCard(phone.number, state.numbers);
      phones.set(phone.number, card);
      document.getElementById('phones').append(card.element);
    }
    card.show(phone, first);
  }
  exchanges.show(state.rows);
  sequence.show(state.trace);
  const links = document.getElementById('links');
  if (!links.childElementCount) {
    links.append(...state.links.map(link => el('a', {href: link.url, target: '_blank', rel: 'noopener'}, link.label)));
  }
  showEnd(state.application);
  const release = document.getElementById('release');
  release.hidden = state.held === 0;
  release.textContent = `Release ${state.held} held`;
}

/** Shows the last output of an application that has ended. */
function showEnd(application) {
  const ended = document.getElementById('ended');
  ended.hidden = !application || application.running;
  if (ended.hidden) {
    return;
  }
  ended.querySelector('h2').textContent = `The application ended with exit code ${application.exitCode}.`;
  const lines = ended.querySelector('pre');
  lines.textContent = application.lines || '(no output)';
  lines.scrollTop = lines.scrollHeight;
}

function showNow() {
  const now = new Date(Date.now() + ahead);
  const place = document.getElementById('now');
  place.dateTime = now.toISOString();
  place.textContent = now.toLocaleString([], {weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
}

let loading = false;
let changedMeanwhile = false;

/** Changes that arrive during a request lead to only one more request. */
async function refresh() {
  if (loading) {
    changedMeanwhile = true;
    return;
  }
  loading = true;
  try {
    do {
      changedMeanwhile = false;
      show(await (await fetch('api/state')).json());
    } while (changedMeanwhile);
  } finally {
    loading = false;
  }
}

const news = new EventSource('api/news');
news.addEventListener('changed', refresh);
news.addEventListener('open', () => { document.body.classList.remove('lost'); refresh(); });
news.addEventListener('error', () => document.body.classList.add('lost'));
setInterval(showNow, 1000);

for (const button of document.querySelectorAll('[data-seconds]')) {
  button.addEventListener('click', () => post('api/clock', {seconds: Number(button.dataset.seconds)}));
}

document.querySelector('#ended button').addEventListener('click', () => post('api/application', {}));

document.getElementById('add-phone').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  if (await post('api/phones', {
    number: form.number.value.trim(),
    name: form.elements.name.value.trim(),
    whatsapp: form.whatsapp.checked,
    rcs: form.rcs.checked,
  })) {
    form.reset();
  }
});

document.getElementById('faults').addEventListener('submit', event => {
  event.preventDefault();
  const {fault, times} = event.target;
  const where = fault.selectedOptions[0].parentElement.dataset.where;
  post('api/faults', {where, fault: fault.value, times: Number(times.value)});
});
document.getElementById('release').addEventListener('click', () => post('api/faults/release', {}));

const speak = document.getElementById('speak');
speak.hidden = !('speechSynthesis' in window);
speak.addEventListener('click', () => {
  say.aloud = !say.aloud;
  speak.setAttribute('aria-pressed', say.aloud);
  if (!say.aloud) {
    speechSynthesis.cancel();
  }
});

const root = document.documentElement;
root.style.colorScheme = localStorage.getItem('theme') || '';
document.getElementById('theme').addEventListener('click', () => {
  const dark = root.style.colorScheme
      ? root.style.colorScheme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
  root.style.colorScheme = dark ? 'light' : 'dark';
  localStorage.setItem('theme', root.style.colorScheme);
});
