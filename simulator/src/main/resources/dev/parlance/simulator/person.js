import {el} from './design/dom.js';
import {icon} from './design/icons.js';

const CHANNELS = {
  phone: ['smartphone', 'Text messages'],
  whatsapp: ['chat', 'WhatsApp'],
  rcs: ['chat', 'RCS'],
  client: ['browser', 'Browser'],
  messenger: ['chat', 'Messenger'],
};

/** The part before a colon: people text senders on the same channel. */
export function channel(address) {
  return address.includes(':') ? address.slice(0, address.indexOf(':')) : 'phone';
}

/** The channel in words. */
export const channelName = address => CHANNELS[channel(address)]?.[1] ?? channel(address);

/** The address without its channel. */
export const bare = address => address.replace(/^[a-z]+:/, '');

/** A person's picture: initials on a colour that follows from the name. */
export function avatar({name, number}) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)].map(word => [...word][0]).join('') : [...(words[0] ?? '')].slice(0, 1).join('');
  const hue = [...bare(number)].reduce((sum, char) => (sum * 31 + char.codePointAt(0)) % 8, 0) + 1;
  return el('span', {class: `avatar hue-${hue}`, 'aria-hidden': 'true'}, letters ? letters.toUpperCase() : icon('user'),
    channel(number) !== 'phone' && el('span', {class: `badge ${channel(number)}`}, icon(CHANNELS[channel(number)]?.[0] ?? 'chat')));
}
