import {el} from './design/dom.js';
import {icon} from './design/icons.js';
import {post} from './api.js';
import {Keypad, KEYS} from './keypad.js';
import {bare} from './person.js';
import {canListen, listen, say} from './speech.js';
import {elapsed, now} from './time.js';
import {callState} from './call-state.js';

const MILLIS_A_CHARACTER = 45;
const LONGEST_LINE_MILLIS = 4000;

/** A call that fills the phone: what happens, what is said, and what the person can do. */
export class CallScreen {
  #done = Promise.resolve();
  #shown = 0;
  #speakingUntil = 0;

  constructor(number, closed) {
    Object.assign(this, {sid: '', language: 'en-US', closed});
    this.peer = el('strong', {class: 'cut', dir: 'auto'});
    this.icon = el('span', {class: 'state-icon'});
    this.status = el('p', {class: 'status', role: 'status'});
    this.time = el('span', {class: 'faint number', role: 'timer'});
    this.lines = el('div', {class: 'lines', role: 'log', 'aria-label': `Call of ${number}`, tabindex: '0'});
    this.ringing = el('div', {class: 'ringing'},
      this.#round('Decline', 'hangup', 'decline', 'bad'), this.#round('Accept', 'phone', 'answer', 'good'));
    this.keypad = new Keypad(keys => this.#do('keys', {keys}), () => this.isOpen && this.#do('listen'));
    this.words = el('input', {class: 'input', placeholder: 'Say something', 'aria-label': 'Say', dir: 'auto', autocomplete: 'off'});
    this.mumble = el('button', {type: 'button', class: 'button quiet small mumble', 'aria-pressed': 'false',
      title: 'Speech recognition is unsure of what is said', click: () => this.#toggleMumble()}, 'Mumble');
    this.mic = canListen && el('button', {type: 'button', class: 'button icon-only', 'aria-label': 'Speak into the microphone', title: 'Speak into the microphone',
      'aria-pressed': 'false', click: () => this.#listen()}, icon('mic'));
    this.talking = el('div', {class: 'talking'},
      el('form', {class: 'say', submit: event => this.#speak(event)},
        this.words, this.mic, el('button', {class: 'button icon-only', 'aria-label': 'Say', title: 'Say'}, icon('send'))),
      this.keypad.element,
      el('div', {class: 'row actions'}, this.mumble, this.#button('Stay silent', 'silence'), this.#button('Lose connection', 'loseConnection')));
    this.hangUp = el('div', {class: 'hang-up'}, this.#round('Hang up', 'hangup', 'hangUp', 'bad'));
    this.done = el('button', {type: 'button', class: 'button', click: () => this.close()}, 'Back to messages');
    this.minimize = el('button', {type: 'button', class: 'button quiet small icon-only', 'aria-label': 'Show messages', title: 'Show messages', click: () => this.close()}, icon('chat'));
    this.element = el('section', {class: 'call-screen', hidden: true, tabindex: '-1', 'aria-label': `Call of ${number}`, keydown: event => this.#typed(event)},
      el('header', {class: 'call-head'}, this.icon, el('div', {class: 'grow'}, this.peer, this.status), this.time, this.minimize),
      this.lines, this.ringing, this.talking, this.hangUp, el('div', {class: 'hang-up over-only'}, this.done));
    new ResizeObserver(() => this.#toEnd()).observe(this.lines);
    setInterval(() => this.isOpen && this.#tick(), 500);
  }

  #button(label, action) {
    return el('button', {type: 'button', class: 'button quiet small', click: () => this.#do(action)}, label);
  }

  #round(label, name, action, kind) {
    return el('button', {type: 'button', class: `round ${kind}`, 'aria-label': label, click: () => this.#do(action)}, icon(name, 'large'), el('span', {'aria-hidden': 'true'}, label));
  }

  /** Sends actions one after the other, so that keys pressed quickly stay in order. */
  #do(action, more = {}) {
    this.keypad.restartPause(action === 'keys');
    this.#speakingUntil = 0;
    const request = {call: this.sid, action, ...more};
    this.#done = this.#done.then(() => post('api/calls/actions', request));
    return this.#done;
  }

  #typed(event) {
    const isTyping = event.target.matches('input, textarea, select');
    if (!isTyping && !this.talking.hidden && KEYS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.keypad.press(event.key);
    }
  }

  #toggleMumble() {
    this.mumble.setAttribute('aria-pressed', String(this.mumble.getAttribute('aria-pressed') !== 'true'));
  }

  #speak(event) {
    event.preventDefault();
    const text = this.words.value.trim();
    if (text) {
      this.words.value = '';
      this.#do('say', {text, confidence: this.mumble.getAttribute('aria-pressed') === 'true' ? 0.3 : 0.95});
    }
  }

  #listen() {
    this.mic.setAttribute('aria-pressed', 'true');
    listen(this.language, (text, confidence) => this.#do('say', {text, confidence}), () => this.mic.setAttribute('aria-pressed', 'false'));
  }

  /** Shows the messages instead; the call goes on. */
  close() {
    this.element.hidden = true;
    this.closed();
  }

  open(call) {
    this.element.hidden = false;
    this.show(call, true);
    this.#toEnd();
    this.#takeKeyboard();
  }

  /** The newest line is in view, also after the phone was hidden. */
  #toEnd() {
    this.lines.scrollTop = this.lines.scrollHeight;
  }

  #takeKeyboard() {
    const at = document.activeElement;
    if (!at || at === document.body || !at.matches('input, textarea, select') || this.element.parentElement.contains(at)) {
      this.element.focus({preventScroll: true});
    }
  }

  show(call, quietly) {
    const isNew = call.sid !== this.sid;
    if (isNew) {
      this.sid = call.sid;
      this.#shown = 0;
      this.lines.replaceChildren();
    }
    const couldTalk = !isNew && !this.talking.hidden;
    this.call = call;
    this.isOpen = !call.over;
    const rings = call.incoming && call.status === 'ringing';
    this.element.classList.toggle('over', call.over);
    this.element.classList.toggle('rings', rings);
    this.peer.textContent = bare(call.incoming ? call.from : call.to) || 'The application';
    this.ringing.hidden = !rings;
    this.talking.hidden = this.hangUp.hidden = call.over || rings;
    this.#addLines(call.lines, quietly);
    this.#tick();
    if (!this.talking.hidden && !couldTalk && !this.element.hidden && !quietly) {
      this.#takeKeyboard();
    }
  }

  #addLines(lines, quietly) {
    const added = lines.slice(this.#shown);
    this.#shown = lines.length;
    for (const line of added) {
      this.lines.append(heard(line));
      if (line.kind === 'said') {
        this.language = line.language || this.language;
        if (!quietly) {
          const ended = () => { this.#speakingUntil = 0; };
          const isRead = say(line, ended);
          this.#speakingUntil = isRead ? Infinity : Date.now() + Math.min(LONGEST_LINE_MILLIS, line.text.length * MILLIS_A_CHARACTER);
        }
      }
    }
    if (added.length) {
      this.#toEnd();
    }
  }

  /** The fake forgets calls that ended long ago; what was heard stays on the page. */
  forget() {
    if (this.call && !this.call.over) {
      this.show({...this.call, over: true, status: 'completed', state: 'over'}, true);
    }
  }

  #tick() {
    const {call} = this;
    const state = callState(call, Date.now() < this.#speakingUntil);
    if (this.icon.dataset.state !== state.icon) {
      this.icon.dataset.state = state.icon;
      this.icon.className = `state-icon ${state.kind}`;
      this.icon.replaceChildren(icon(state.icon));
    }
    if (this.status.textContent !== state.text) {
      this.status.textContent = state.text;
    }
    this.time.textContent = call.over ? (call.seconds ? elapsed(call.seconds * 1000) : '') : call.answered ? elapsed(now() - new Date(call.answered)) : '';
  }
}

function heard(line) {
  switch (line.kind) {
    case 'said':
      return el('p', {class: 'said'}, el('span', {lang: line.language, dir: 'auto'}, line.text),
        el('span', {class: 'faint tiny'}, [line.language, line.voice].filter(Boolean).join(', ')));
    case 'spoke':
      return el('p', {class: 'spoke', dir: 'auto'}, line.text);
    case 'keys':
      return el('p', {class: 'spoke keys'}, icon('keypad'), line.text);
    case 'silence':
      return el('p', {class: 'note'}, '(silence)');
    case 'hangup':
      return el('p', {class: 'note'}, '(hangs up)');
    case 'played':
      return el('div', {class: 'said'}, el('span', {class: 'row'}, icon('speaker'), el('span', {class: 'cut'}, line.text)),
        /^https?:/.test(line.text) && el('audio', {src: line.text, controls: true, preload: 'none', 'aria-label': 'Played sound'}));
    default:
      return el('p', {class: 'note', dir: 'auto'}, line.text);
  }
}
