import {el, place, showAll} from './design/dom.js';
import {icon} from './design/icons.js';
import {copy} from './design/copy.js';
import {menuButton} from './design/menu.js';
import {toast} from './design/toast.js';
import {ask, post} from './api.js';
import {saveFile} from './traffic-api.js';

const ICONS = {passed: 'check', failed: 'close', running: 'play', waiting: 'minus'};
const WORDS = {passed: 'passed', failed: 'failed', running: 'is running', waiting: 'has not run'};

/** Records what is done with the phones as a script, and runs scripts. */
export class Scripts {
  #isRecording = false;
  #run = '';

  constructor(element) {
    this.record = el('button', {type: 'button', class: 'button small', id: 'record', click: () => this.#toggleRecording()});
    this.runButton = el('button', {type: 'button', class: 'button small primary', id: 'run-script', click: () => this.#runScript()}, icon('play'), 'Run');
    this.cancel = el('button', {type: 'button', class: 'button small', hidden: true, click: () => post('api/scripts/cancel')}, icon('stop'), 'Stop');
    this.file = el('input', {type: 'file', accept: '.txt,text/plain', hidden: true, 'aria-label': 'Script file', change: () => this.#openFile()});
    this.name = el('input', {class: 'input small', value: 'conversation.txt', 'aria-label': 'Name of the script', autocomplete: 'off', dir: 'ltr'});
    this.text = el('textarea', {class: 'input script mono', 'aria-label': 'Script', spellcheck: 'false', dir: 'auto', input: () => this.#showButtons(),
      placeholder: '+5215512345678 > hola\n               < Hola, …\n[2 hours pass]\n               < …'});
    this.recording = el('p', {class: 'banner bad', id: 'recording', role: 'status', hidden: true});
    this.result = el('section', {class: 'card flush', 'aria-labelledby': 'run-title', hidden: true});
    this.title = el('h2', {id: 'run-title'});
    this.steps = el('ol', {class: 'steps'});
    this.result.append(el('header', {}, this.title), this.steps);
    const more = menuButton(el('button', {type: 'button', class: 'button small icon-only', 'aria-label': 'More', title: 'More'}, icon('more')), [
      el('button', {type: 'button', click: () => this.file.click()}, icon('upload'), 'Open a file'),
      el('button', {type: 'button', click: () => this.#save()}, icon('save'), 'Save as a file'),
      el('button', {type: 'button', click: () => copy(this.text.value, 'Script copied')}, icon('copy'), 'Copy'),
      el('button', {type: 'button', click: () => copy(this.#test(), 'Test copied')}, icon('code'), 'Copy a JUnit test'),
    ]);
    element.classList.add('fills');
    element.append(
      el('div', {class: 'panel-bar'}, this.record, this.runButton, this.cancel, el('span', {class: 'grow'}, this.name), more, this.file),
      this.recording,
      el('div', {class: 'panel scrolls grow'},
        el('p', {class: 'soft small'}, 'Record what you do with the phones, or write it: > is what a person says, < what they receive, … any text. The same files run in tests.'),
        this.text, this.result));
    this.#showButtons();
  }

  async #toggleRecording() {
    const on = !this.#isRecording;
    if (await post('api/scripts/record', {on}) && !on) {
      const recorded = await ask('api/scripts/recorded');
      if (recorded) {
        this.text.value = recorded.text;
        this.#showButtons();
      }
    }
  }

  async #openFile() {
    const [file] = this.file.files;
    this.text.value = await file.text();
    this.name.value = file.name;
    this.file.value = '';
    this.#showButtons();
  }

  #save() {
    const name = this.name.value || 'conversation.txt';
    saveFile(name, 'text/plain', this.text.value);
    toast(`Saved as ${name}. Put it into src/test/conversations to run it in a test.`);
  }

  #test() {
    return [
      '@Test',
      'void the_conversation_is_as_recorded() {',
      `    ConversationScript.of(Path.of("src/test/conversations/${this.name.value}")).play(twilio);`,
      '}',
    ].join('\n');
  }

  #runScript() {
    post('api/scripts/run', {name: this.name.value || 'script', text: this.text.value});
  }

  #showButtons() {
    this.runButton.disabled = !this.text.value.trim() || this.#isRecording;
    this.record.replaceChildren(this.#isRecording ? icon('stop') : el('span', {class: 'dot bad'}), this.#isRecording ? 'Stop recording' : 'Record');
    this.record.setAttribute('aria-pressed', String(this.#isRecording));
  }

  show({recording, recorded, run}) {
    if (recording !== this.#isRecording) {
      this.#isRecording = recording;
      this.recording.hidden = !recording;
      place('recording-dot').hidden = !recording;
      this.#showButtons();
    }
    this.recording.replaceChildren(el('span', {class: 'dot live'}), recorded === 1 ? 'Recording: 1 action' : `Recording: ${recorded} actions`);
    const shown = JSON.stringify(run);
    if (run && shown !== this.#run) {
      this.#run = shown;
      this.#showRun(run);
    }
  }

  #showRun({name, running, failure, steps}) {
    this.result.hidden = false;
    this.cancel.hidden = !running;
    const passed = steps.filter(each => each.state === 'passed').length;
    const failed = steps.find(each => each.state === 'failed');
    this.title.textContent = running ? `Running ${name}` : failed ? `${name} failed in line ${failed.line}` : passed === steps.length ? `${name} passed` : `${name} was stopped`;
    this.title.className = failed ? 'bad' : !running && passed === steps.length ? 'good' : '';
    showAll(this.steps, steps, {
      key: step => step.line,
      create: () => el('li', {class: 'step'}),
      update: (element, step) => {
        const view = JSON.stringify([step.text, step.state, step.state === 'failed' && failure]);
        if (element.dataset.view !== view) {
          element.dataset.view = view;
          element.className = `step ${step.state}`;
          element.replaceChildren(el('span', {class: 'step-icon', role: 'img', 'aria-label': WORDS[step.state]}, icon(ICONS[step.state])), el('span', {class: 'faint number'}, step.line),
            el('div', {class: 'grow'}, el('code', {dir: 'auto'}, step.text), step.state === 'failed' && difference(failure)));
        }
      },
    });
    this.steps.querySelector('.failed')?.scrollIntoView({block: 'nearest'});
  }
}

/** Lines with - were expected, lines with + were received. */
function difference(failure) {
  return el('pre', {class: 'difference', tabindex: '0', 'aria-label': 'Difference'}, ...failure.split('\n').map(line =>
    el('span', {class: line.startsWith('-') ? 'expected' : line.startsWith('+') ? 'received' : ''}, `${line}\n`)));
}
