import {el, place} from '/pages/design/dom.js';
import {fillIcons} from '/pages/design/icons.js';
import {themeMenu} from '/pages/design/theme-menu.js';
import {listen, send} from '/pages/chat-connection.js';

const [messages, buttons, form, text, typing, conversation] = ['messages', 'buttons', 'form', 'text', 'typing', 'conversation'].map(place);
const clock = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit'});

/** Adds a bubble. */
function show(words, kind, {lang, dir = 'auto'} = {}) {
  const message = el('div', {class: `message ${kind}`, lang, dir}, words, kind === 'problem' ? [] : el('time', {dir: 'ltr'}, clock.format(new Date())));
  messages.append(message);
  toEnd();
  return message;
}

/** The newest is always in view. */
function toEnd() {
  conversation.scrollTop = conversation.scrollHeight;
}

function receive(turn) {
  turn.messages.forEach(each => show(each.text, 'theirs', each));
  buttons.replaceChildren(...(turn.buttons ?? []).map(offer => el('button', {type: 'button', class: 'reply', lang: offer.lang, dir: offer.dir,
    click: () => answer({choice: offer.id, turn: turn.turn}, show(offer.label, 'mine', offer))}, offer.label)));
  buttons.dir = turn.buttons?.length && turn.buttons.every(each => each.dir === 'rtl') ? 'rtl' : 'ltr';
  const language = turn.messages.at(-1);
  document.querySelector('.chat').dir = language?.dir ?? 'ltr';
  form.hidden = turn.over;
  place('over').hidden = !turn.over;
  toEnd();
}

/** Sends an answer. Until the reply comes, the bubble is paler and the survey is typing. */
async function answer(message, bubble) {
  bubble?.classList.add('sending');
  buttons.querySelectorAll('button').forEach(button => { button.disabled = true; });
  typing.hidden = false;
  toEnd();
  try {
    const turn = await send(message);
    typing.hidden = true;
    bubble?.classList.remove('sending');
    receive(turn);
  } catch (e) {
    typing.hidden = true;
    show(e.message, 'problem').setAttribute('role', 'alert');
    buttons.querySelectorAll('button').forEach(button => { button.disabled = false; });
  }
}

function state(isConnected) {
  place('state').textContent = isConnected ? 'online' : 'connecting';
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const words = text.value.trim();
  if (words) {
    text.value = '';
    answer({text: words}, show(words, 'mine'));
  }
});
fillIcons();
place('tools').append(themeMenu());
answer({});
listen(receive, state);
text.focus();
