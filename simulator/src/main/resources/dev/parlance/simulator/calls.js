import {el, post} from './dom.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const PAUSE_AFTER_KEYS = 2500;
const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;

/** Reads a spoken line aloud in its language, if the user has turned that on. */
export function say(line) {
  if (!say.aloud) {
    return;
  }
  const utterance = new SpeechSynthesisUtterance(line.text);
  utterance.lang = line.language;
  speechSynthesis.speak(utterance);
}
say.aloud = false;

/** The current call of a phone, with its transcript and controls. */
export class CallPanel {
  constructor(number) {
    this.sid = '';
    this.done = Promise.resolve();
    this.shown = 0;
    this.language = 'en-US';
    this.status = el('p', {class: 'status', role: 'status'});
    this.lines = el('div', {class: 'lines', role: 'log', 'aria-label': `Call of ${number}`, tabindex: '0'});
    this.ringing = el('div', {class: 'group ringing'},
      this.button('Answer', 'answer', 'good'), this.button('Decline', 'decline', 'bad'));
    this.words = el('input', {placeholder: 'Say something', 'aria-label': 'Say', dir: 'auto'});
    this.clear = el('select', {'aria-label': 'Speech recognition'},
      el('option', {value: '0.95'}, 'clearly'), el('option', {value: '0.3'}, 'unclearly'));
    this.keypad = el('div', {class: 'keypad', role: 'group', 'aria-label': 'Keypad'},
      ...KEYS.map(key => el('button', {type: 'button', click: () => this.press(key)}, key)));
    this.talking = el('div', {class: 'talking', keydown: event => this.typed(event)},
      this.keypad,
      el('form', {class: 'compose', submit: event => this.speak(event)},
        this.words, el('button', {}, 'Say'),
        Recognition && el('button', {type: 'button', 'aria-label': 'Speak into the microphone', click: () => this.listen()}, '🎤')),
      el('div', {class: 'group actions'},
        el('label', {}, 'recognized ', this.clear),
        this.button('Stay silent', 'silence'),
        this.button('Lose connection', 'loseConnection'),
        this.button('Hang up', 'hangUp', 'bad')));
    this.element = el('section', {class: 'call-panel', hidden: true, 'aria-label': `Call of ${number}`},
      this.status, this.lines, this.ringing, this.talking);
  }

  button(label, action, kind = '') {
    return el('button', {type: 'button', class: kind, click: () => this.do(action)}, label);
  }

  /** Sends actions one after the other, so that keys pressed quickly stay in order. */
  do(action, more = {}) {
    clearTimeout(this.afterKeys);
    const request = {call: this.sid, action, ...more};
    this.done = this.done.then(() => post('api/calls/actions', request));
    return this.done;
  }

  /** After a pause without another key, the input ends. */
  async press(key) {
    await this.do('keys', {keys: key});
    clearTimeout(this.afterKeys);
    this.afterKeys = setTimeout(() => {
      if (this.isOpen) {
        this.do('listen');
      }
    }, PAUSE_AFTER_KEYS);
  }

  typed(event) {
    if (event.target !== this.words && KEYS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.press(event.key);
    }
  }

  speak(event) {
    event.preventDefault();
    const text = this.words.value.trim();
    if (text) {
      this.words.value = '';
      this.do('say', {text, confidence: Number(this.clear.value)});
    }
  }

  listen() {
    const recognition = new Recognition();
    recognition.lang = this.language;
    recognition.onresult = event => {
      const {transcript, confidence} = event.results[0][0];
      this.do('say', {text: transcript, confidence});
    };
    recognition.start();
  }

  show(calls, quietly) {
    const call = calls.find(each => !each.over) || calls[calls.length - 1];
    this.element.hidden = !call && !this.sid;
    if (!call) {
      this.showForgotten();
      return;
    }
    if (call.sid !== this.sid) {
      this.sid = call.sid;
      this.shown = 0;
      this.lines.replaceChildren();
    }
    this.isOpen = !call.over;
    const rings = call.incoming && call.status === 'ringing';
    this.element.classList.toggle('over', call.over);
    this.status.textContent = rings ? `${call.from} is calling` : call.over ? `The call is ${call.state}` : `In the call, ${call.state}`;
    this.ringing.hidden = !rings;
    this.talking.hidden = call.over || rings;
    const added = call.lines.slice(this.shown);
    this.shown = call.lines.length;
    for (const line of added) {
      this.lines.append(heard(line));
      if (line.kind === 'said') {
        this.language = line.language || this.language;
        if (!quietly) {
          say(line);
        }
      }
    }
    if (added.length) {
      this.lines.scrollTop = this.lines.scrollHeight;
    }
  }

  /** The fake forgets calls that ended long ago; what was heard stays on the page. */
  showForgotten() {
    this.isOpen = false;
    this.element.classList.add('over');
    this.status.textContent = 'The call is over';
    this.ringing.hidden = true;
    this.talking.hidden = true;
  }
}

function heard(line) {
  switch (line.kind) {
    case 'said':
      return el('p', {class: 'said'}, el('span', {lang: line.language, dir: 'auto'}, line.text), ' ',
        el('span', {class: 'faint'}, [line.language, line.voice].filter(Boolean).join(', ')));
    case 'spoke':
      return el('p', {class: 'spoke', dir: 'auto'}, line.text);
    case 'keys':
      return el('p', {class: 'spoke'}, `⌨ ${line.text}`);
    case 'silence':
      return el('p', {class: 'spoke faint'}, '(silence)');
    case 'hangup':
      return el('p', {class: 'spoke faint'}, '(hangs up)');
    case 'played':
      return el('p', {class: 'said faint'}, `♪ ${line.text}`,
        /^https?:/.test(line.text) && el('audio', {src: line.text, controls: true, preload: 'none'}));
    default:
      return el('p', {class: 'faint'}, line.text);
  }
}
