import {WORDS} from '/words.js';

const byId = id => document.getElementById(id);
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const ENOUGH_BEFORE = 60_000;

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
  byId('status').textContent = inWords(said);
}

function problem(text) {
  byId('problem').textContent = text || '';
  byId('problem').hidden = !text;
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
  byId('pad').setAttribute('aria-label', words.pad);
  document.title = words.title;
  status(...lastStatus);
}

// Signing in

async function post(path, form) {
  return fetch(path, {method: 'POST', body: form ? new URLSearchParams(form) : undefined});
}

async function start() {
  const config = await (await fetch('/api/config')).json();
  if (!config.user) {
    byId('sign-in').hidden = false;
    status('notSignedIn');
    return;
  }
  byId('who').textContent = config.user;
  byId('sign-out').hidden = false;
  await loadSdk(config.gateway);
  await register();
}

byId('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  const answer = await post('/api/session', new FormData(event.target));
  if (answer.ok) {
    location.reload();
  } else {
    problem(answer.status === 429 ? words.tooMany : words.wrongPassword);
  }
});

byId('sign-out').addEventListener('click', async () => {
  device?.destroy();
  await post('/api/session/end');
  location.reload();
});

/** For trying it out, a fake replaces Twilio. This must run first, because the SDK picks up WebSocket when it loads. */
async function loadSdk(gateway) {
  if (gateway) {
    const Original = window.WebSocket;
    window.WebSocket = class extends Original {
      constructor(url, protocols) {
        super(url.startsWith('wss:') ? gateway : url, protocols);
      }
    };
  }
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/twilio.min.js';
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

// The device

async function token() {
  const answer = await post('/api/token/generate');
  if (!answer.ok) {
    throw new Error(answer.status === 429 ? words.tooMany : words.noToken);
  }
  return (await answer.json()).token;
}

async function register() {
  status('connecting');
  const sounds = {incoming: '/ring.wav', outgoing: '/key.wav', disconnect: '/key.wav'};
  for (const key of ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 's', 'h']) {
    sounds[`dtmf${key}`] = '/key.wav';
  }
  try {
    device = new Twilio.Device(await token(), {
      sounds, closeProtection: true, tokenRefreshMs: ENOUGH_BEFORE, maxCallSignalingTimeoutMs: 30_000, logLevel: 'silent',
    });
  } catch (error) {
    status('offline');
    problem(error.message);
    return;
  }
  device.audio.outgoing(false);
  device.audio.disconnect(false);
  device.on('registered', () => { problem(''); if (!call) status('ready'); });
  device.on('unregistered', () => { if (!call) status('offline'); });
  device.on('error', error => problem(explain(error)));
  device.on('incoming', ringing);
  device.on('tokenWillExpire', async () => {
    try {
      device.updateToken(await token());
    } catch (error) {
      problem(error.message);
    }
  });
  device.audio.on('deviceChange', showDevices);
  byId('phone').hidden = false;
  try {
    await device.register();
    await showDevices();
  } catch (error) {
    status('offline');
    if (error) { // otherwise the device has already reported it
      problem(explain(error));
    }
  }
}

async function showDevices() {
  fill(byId('microphone'), device.audio.availableInputDevices);
  fill(byId('loudspeaker'), device.audio.availableOutputDevices);
  byId('loudspeaker').disabled = !device.audio.isOutputSelectionSupported;
}

function fill(select, devices) {
  const chosen = select.value;
  select.replaceChildren(...[...devices.values()].map(each => new Option(each.label || each.deviceId, each.deviceId)));
  select.value = devices.has(chosen) ? chosen : select.options[0]?.value;
}

byId('microphone').addEventListener('change', event => device.audio.setInputDevice(event.target.value).catch(e => problem(explain(e))));
byId('loudspeaker').addEventListener('change', event => device.audio.speakerDevices.set(event.target.value).catch(e => problem(explain(e))));

// Calls

function who(address) {
  return (address || '?').replace(/^client:/, '');
}

byId('dial').addEventListener('submit', async event => {
  event.preventDefault();
  const wanted = byId('number').value.trim();
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
  byId('caller').textContent = words.incoming(caller);
  status('incoming', caller);
  byId('incoming').hidden = false;
  byId('accept').focus();
  follow(incoming, caller);
}

byId('accept').addEventListener('click', () => call?.accept());
byId('decline').addEventListener('click', () => call?.reject());
byId('hang-up').addEventListener('click', () => call?.disconnect());
byId('mute').addEventListener('click', () => call?.mute(!call.isMuted()));

function follow(newCall, name) {
  call = newCall;
  show();
  call.on('ringing', () => status('ringing', name));
  call.on('accept', () => { status('inCall', name); show(); });
  call.on('cancel', () => over('canceled'));
  call.on('reject', () => over('declined'));
  call.on('disconnect', () => over('ended'));
  call.on('error', error => problem(explain(error)));
  call.on('reconnecting', () => status('reconnecting'));
  call.on('reconnected', () => status('inCall', name));
  call.on('mute', muted => byId('mute').setAttribute('aria-pressed', muted));
  call.on('volume', (input, output) => {
    byId('level-in').value = input;
    byId('level-out').value = output;
  });
  call.on('sample', sample => {
    byId('quality').dataset.received = sample.totals.bytesReceived;
    byId('quality').textContent = words.quality(sample.mos, sample.rtt, Math.round(sample.totals.bytesReceived / 1000));
  });
  call.on('warning', warning => warn(warning, true));
  call.on('warning-cleared', warning => warn(warning, false));
}

function warn(name, on) {
  const text = words.warnings[name] || name;
  const list = byId('warnings');
  const shown = [...list.children].find(item => item.dataset.name === name);
  if (on && !shown) {
    const item = document.createElement('li');
    item.dataset.name = name;
    item.textContent = text;
    list.append(item);
  } else if (!on) {
    shown?.remove();
  }
}

/** Shows the controls for the current state. */
function show() {
  const state = call?.status();
  const rings = state === 'pending' && call.direction === 'INCOMING';
  byId('incoming').hidden = !rings;
  byId('call').hidden = !!call;
  byId('hang-up').hidden = !call || rings;
  byId('mute').hidden = state !== 'open';
  byId('meters').hidden = state !== 'open';
  byId('quality').hidden = state !== 'open';
}

function over(said) {
  call = undefined;
  byId('warnings').replaceChildren();
  byId('quality').textContent = '';
  byId('mute').setAttribute('aria-pressed', false);
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
    byId('number').value += key;
    byId('number').focus();
  }
}

byId('pad').append(...KEYS.map(key => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = key;
  button.dataset.key = key;
  button.addEventListener('click', () => press(key));
  return button;
}));

document.addEventListener('keydown', event => {
  if (call?.status() === 'open' && KEYS.includes(event.key) && event.target.tagName !== 'INPUT') {
    press(event.key);
  } else if (event.key === 'Escape') {
    call?.status() === 'pending' ? call.reject() : call?.disconnect();
  }
});

byId('language').addEventListener('change', event => speak(event.target.value));
const language = localStorage.getItem('language') || (navigator.language.startsWith('fr') ? 'fr' : 'en');
byId('language').value = language;
speak(language);
start().catch(error => problem(error.message));
