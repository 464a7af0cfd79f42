import {el, place} from '/design/dom.js';
import {fillIcons, icon} from '/design/icons.js';
import {runDevices} from '/devices.js';
import {createDevice, loadSdk} from '/line.js';
import {runSignIn, token} from '/sign-in.js';
import {WORDS} from '/words.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

let words = WORDS.en;
let lastStatus = ['connecting'];
let device;
let call;

// Words: all texts are shown again when the language changes.

function inWords([key, ...values]) {
  const word = words[key];
  return typeof word === 'function' ? word(...values) : word;
}

function status(...said) {
  lastStatus = said;
  place('status').textContent = inWords(said);
}

function problem(text) {
  place('problem').textContent = text || '';
  place('problem').hidden = !text;
}

function explain(error) {
  return words.codes[error.code] || words.problem(`${error.message || error} (${error.code || '?'})`);
}

function speak(language) {
  words = WORDS[language] || WORDS.en;
  document.documentElement.lang = language;
  localStorage.setItem('language', language);
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = words[element.dataset.word];
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', words[element.dataset.label]);
  }
  for (const element of document.querySelectorAll('[data-placeholder]')) {
    element.placeholder = words[element.dataset.placeholder];
  }
  document.title = words.title;
  status(...lastStatus);
}

// Signing in

async function start() {
  const config = await (await fetch('/api/config')).json();
  if (!config.user) {
    place('sign-in').hidden = false;
    status('notSignedIn');
    return;
  }
  place('who').textContent = config.user;
  place('who').hidden = false;
  place('sign-out').hidden = false;
  await loadSdk(config.gateway);
  await register();
}

runSignIn({refused: reason => problem(words[reason]), leaving: () => device?.destroy()});

async function register() {
  status('connecting');
  try {
    device = await createDevice(() => token(words), error => problem(error.message));
  } catch (error) {
    status('offline');
    problem(error.message);
    return;
  }
  device.on('registered', () => { problem(''); if (!call) status('ready'); });
  device.on('unregistered', () => { if (!call) status('offline'); });
  device.on('error', error => problem(explain(error)));
  device.on('incoming', ringing);
  const showDevices = runDevices(device, error => problem(explain(error)));
  place('phone').hidden = false;
  try {
    await device.register();
    showDevices();
  } catch (error) {
    status('offline');
    if (error) { // otherwise the device has already reported it
      problem(explain(error));
    }
  }
}

// Calls

function who(address) {
  return (address || '?').replace(/^client:/, '');
}

place('dial').addEventListener('submit', async event => {
  event.preventDefault();
  const wanted = place('number').value.trim();
  if (call || !wanted) {
    return;
  }
  problem('');
  status('calling', wanted);
  try {
    follow(await device.connect({params: {phoneNumber: wanted, language: document.documentElement.lang}}), wanted);
  } catch (error) {
    problem(explain(error));
    over();
  }
});

function ringing(incoming) {
  if (call) {
    return; // the SDK ignores a second call
  }
  const caller = who(incoming.parameters.From);
  place('caller').textContent = words.incoming(caller);
  status('incoming', caller);
  place('incoming').hidden = false;
  place('accept').focus();
  follow(incoming, caller);
}

place('accept').addEventListener('click', () => call?.accept());
place('decline').addEventListener('click', () => call?.reject());
place('hang-up').addEventListener('click', () => call?.disconnect());
place('mute').addEventListener('click', () => call?.mute(!call.isMuted()));

function follow(newCall, name) {
  call = newCall;
  place('avatar').replaceChildren(/\p{L}/u.test(name) ? name.match(/\p{L}/u)[0].toUpperCase() : icon('user'));
  show();
  call.on('ringing', () => status('ringing', name));
  call.on('accept', () => {
    status('inCall', name);
    begun = Date.now();
    show();
  });
  call.on('cancel', () => over('canceled'));
  call.on('reject', () => over('declined'));
  call.on('disconnect', () => over('ended'));
  call.on('error', error => problem(explain(error)));
  call.on('reconnecting', () => status('reconnecting'));
  call.on('reconnected', () => status('inCall', name));
  call.on('mute', muted => place('mute').setAttribute('aria-pressed', muted));
  call.on('volume', (input, output) => {
    place('level-in').value = input;
    place('level-out').value = output;
  });
  call.on('sample', sample => {
    place('quality').dataset.received = sample.totals.bytesReceived;
    place('quality').textContent = words.quality(sample.mos, sample.rtt, Math.round(sample.totals.bytesReceived / 1000));
  });
  call.on('warning', warning => warn(warning, true));
  call.on('warning-cleared', warning => warn(warning, false));
}

function warn(name, on) {
  const text = words.warnings[name] || name;
  const list = place('warnings');
  const shown = [...list.children].find(item => item.dataset.name === name);
  if (on && !shown) {
    list.append(el('li', {'data-name': name}, text));
  } else if (!on) {
    shown?.remove();
  }
}

let begun = 0;

/** How long the call has lasted: 1:05. */
function showLength() {
  const seconds = Math.floor((Date.now() - begun) / 1000);
  place('length').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

setInterval(showLength, 1000);

/** Shows the controls for the current state. */
function show() {
  const state = call?.status();
  const rings = state === 'pending' && call.direction === 'INCOMING';
  place('incoming').hidden = !rings;
  place('phone').hidden = rings;
  place('call').hidden = !!call;
  place('hang-up').hidden = !call || rings;
  place('mute').hidden = state !== 'open';
  place('meters').hidden = state !== 'open';
  place('quality').hidden = state !== 'open';
  place('length').hidden = state !== 'open';
  place('avatar').hidden = !call;
  place('number').hidden = !!call;
  showLength();
}

function over(said) {
  call = undefined;
  place('warnings').replaceChildren();
  place('quality').textContent = '';
  place('mute').setAttribute('aria-pressed', false);
  show();
  if (said) {
    status(said);
  }
}

// Keys: into the number, or into the call.

function press(key) {
  if (call) {
    call.sendDigits(key);
  } else {
    place('number').value += key;
    place('number').focus();
  }
}

place('pad').append(...KEYS.map(key => el('button', {type: 'button', 'data-key': key, click: () => press(key)}, key)));

document.addEventListener('keydown', event => {
  if (call?.status() === 'open' && KEYS.includes(event.key) && event.target.tagName !== 'INPUT') {
    press(event.key);
  } else if (event.key === 'Escape') {
    call?.status() === 'pending' ? call.reject() : call?.disconnect();
  }
});

fillIcons();
place('language').addEventListener('change', event => speak(event.target.value));
const language = localStorage.getItem('language') || (navigator.language.startsWith('fr') ? 'fr' : 'en');
place('language').value = language;
speak(language);
start().catch(error => problem(error.message));
