import {svg} from './dom.js';

// Each is one path on a grid of 16 by 16, drawn with a line of 1.6.
const PATHS = {
  alert: 'M8 2.2 14.6 13.6H1.4Z M8 6.6v3 M8 11.6v.1',
  'arrow-down': 'M8 3v10 M4 9l4 4 4-4',
  'arrow-left': 'M13 8H3 M7 4 3 8l4 4',
  'arrow-right': 'M3 8h10 M9 4l4 4-4 4',
  'arrow-up': 'M8 13V3 M4 7l4-4 4 4',
  bell: 'M4 11V7.2a4 4 0 0 1 8 0V11l1.2 1.4H2.8Z M6.7 14h2.6',
  bolt: 'M9 1.8 3.4 9.2H8L7 14.2l5.6-7.4H8Z',
  book: 'M3 3.2c2 0 3.6.3 5 1.3 1.4-1 3-1.3 5-1.3v9.4c-2 0-3.6.3-5 1.2-1.4-.9-3-1.2-5-1.2Z M8 4.5v9.3',
  browser: 'M2 3.5h12v9H2Z M2 6.4h12 M4.2 5h.1 M6 5h.1',
  calendar: 'M2.5 3.5h11v10h-11Z M2.5 6.6h11 M5.4 2v3 M10.6 2v3',
  chart: 'M2.5 13.5h11 M4.6 13V8.6 M8 13V3.4 M11.4 13V6.4',
  chat: 'M2.2 3.2h11.6v8H7.4L4.2 13.8v-2.6h-2Z',
  check: 'm3 8.6 3.3 3.2L13 4.6',
  checks: 'm1.4 8.6 3 3L10.2 5 M7.6 11l.7.6L14.6 5',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-left': 'm10 4-4 4 4 4',
  'chevron-right': 'm6 4 4 4-4 4',
  clock: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z M8 4.6V8l2.4 1.6',
  close: 'm4 4 8 8 M12 4l-8 8',
  code: 'M5.4 4.4 1.8 8l3.6 3.6 M10.6 4.4 14.2 8l-3.6 3.6',
  columns: 'M2.5 3h11v10h-11Z M8 3v10',
  contrast: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z M8 2v12 M10.4 3v10 M12.2 4.4v7.2',
  copy: 'M5.6 5.6h7.8v7.8H5.6Z M10.4 5.6V2.6H2.6v7.8h3',
  download: 'M8 2.4v7.8 M4.6 7 8 10.4 11.4 7 M2.6 13.4h10.8',
  duplicate: 'M2.6 5h6.6v8.4H2.6Z M6.8 2.6h6.6V11',
  edit: 'M10.6 2.8 13.2 5.4 5.6 13H3v-2.6Z M8.8 4.6l2.6 2.6',
  external: 'M6.4 3H3v10h10V9.6 M9.4 2.6h4v4 M13 3 7.6 8.4',
  eye: 'M1.4 8C3 5 5.2 3.6 8 3.6S13 5 14.6 8C13 11 10.8 12.4 8 12.4S3 11 1.4 8Z M10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  file: 'M3.6 1.8h5.8l3 3v9.4H3.6Z M9.2 2v3h3',
  filter: 'M2 3.4h12 M4.4 8h7.2 M6.6 12.6h2.8',
  flag: 'M3.6 14V2.4 M3.6 3h8.8l-2 3 2 3H3.6',
  flow: 'M2.2 2.6h4.6v3.6H2.2Z M9.2 9.8h4.6v3.6H9.2Z M4.5 6.2v5.4h4.7',
  globe: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z M2.2 8h11.6 M8 2c2 2 2.8 4 2.8 6S10 12 8 14C6 12 5.2 10 5.2 8S6 4 8 2Z',
  grid: 'M2.6 2.6h4.2v4.2H2.6Z M9.2 2.6h4.2v4.2H9.2Z M2.6 9.2h4.2v4.2H2.6Z M9.2 9.2h4.2v4.2H9.2Z',
  hangup: 'M1.8 9.8c0-2.2 2.7-3.8 6.2-3.8s6.2 1.6 6.2 3.8v1.4l-3.4-.8-.4-2c-1.6-.4-3.2-.4-4.8 0l-.4 2-3.4.8Z',
  help: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z M6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2 M8 11.3v.1',
  image: 'M2.4 3h11.2v10H2.4Z M2.4 11l3.4-3.6 2.8 2.8 1.8-1.6 3.2 2.8 M10.6 6h.1',
  info: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z M8 7.4v3.6 M8 5v.1',
  keypad: 'M4 3.4h.1 M8 3.4h.1 M12 3.4h.1 M4 6.8h.1 M8 6.8h.1 M12 6.8h.1 M4 10.2h.1 M8 10.2h.1 M12 10.2h.1 M8 13.4h.1',
  link: 'M6.6 9.4a2.8 2.8 0 0 0 4 0l2-2a2.8 2.8 0 0 0-4-4l-1 1 M9.4 6.6a2.8 2.8 0 0 0-4 0l-2 2a2.8 2.8 0 0 0 4 4l1-1',
  list: 'M5.6 4h8 M5.6 8h8 M5.6 12h8 M2.6 4h.1 M2.6 8h.1 M2.6 12h.1',
  lock: 'M3.4 7.2h9.2v6.4H3.4Z M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2',
  mail: 'M2 3.6h12v8.8H2Z M2.2 4.2 8 8.8l5.8-4.6',
  map: 'M8 14.2c-3-3-4.6-5.3-4.6-7.4a4.6 4.6 0 0 1 9.2 0c0 2.1-1.6 4.4-4.6 7.4Z M9.6 6.8a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0Z',
  mic: 'M6 3.8a2 2 0 0 1 4 0V8a2 2 0 0 1-4 0Z M3.6 7.8a4.4 4.4 0 0 0 8.8 0 M8 12.4V14.4',
  minus: 'M3.4 8h9.2',
  monitor: 'M2 3h12v8H2Z M5.6 13.6h4.8 M8 11v2.6',
  moon: 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7Z',
  more: 'M3.4 8h.1 M8 8h.1 M12.6 8h.1',
  pause: 'M5.4 3.4v9.2 M10.6 3.4v9.2',
  phone: 'M4.2 2.2 6 5.8 4.6 7.2a8 8 0 0 0 4.2 4.2L10.2 10l3.6 1.8v1.6c0 .4-.4.8-.8.8C7 14 2 9 1.8 3c0-.4.4-.8.8-.8Z',
  'phone-in': 'M4.2 2.2 6 5.8 4.6 7.2a8 8 0 0 0 4.2 4.2L10.2 10l3.6 1.8v1.6c0 .4-.4.8-.8.8C7 14 2 9 1.8 3c0-.4.4-.8.8-.8Z M14 2 9.6 6.4 M9.6 3v3.4H13',
  play: 'M4.6 2.8v10.4L13 8Z',
  plus: 'M8 3.4v9.2 M3.4 8h9.2',
  print: 'M4.4 5.4V2.2h7.2v3.2 M4.4 11H2.2V5.4h11.6V11h-2.2 M4.4 9.2h7.2v4.6H4.4Z',
  refresh: 'M13.4 6.6A5.6 5.6 0 0 0 3 5.4L2.4 7 M2.6 9.4A5.6 5.6 0 0 0 13 10.6l.6-1.6 M2.4 3.6V7h3.4 M13.6 12.4V9h-3.4',
  reply: 'M6.4 3.4 2.4 7.4l4 4 M2.4 7.4h6.8c2.6 0 4.4 1.6 4.4 5.2',
  save: 'M2.6 2.6h8.6l2.2 2.2v8.6H2.6Z M5 2.8v3.4h5V2.8 M5 13.2V9.4h6v3.8',
  search: 'M11.4 7a4.4 4.4 0 1 1-8.8 0 4.4 4.4 0 0 1 8.8 0Z M10.2 10.2l3.4 3.4',
  send: 'M14 2 7 9 M14 2 9.6 14 7 9 2 6.4Z',
  server: 'M2.4 2.8h11.2v4.4H2.4Z M2.4 8.8h11.2v4.4H2.4Z M4.8 5h.1 M4.8 11h.1',
  settings: 'M10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z M8 1.8v2 M8 12.2v2 M1.8 8h2 M12.2 8h2 M3.6 3.6 5 5 M11 11l1.4 1.4 M12.4 3.6 11 5 M5 11l-1.4 1.4',
  shield: 'M8 1.8 13 3.6v4.2c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.4V3.6Z M5.8 8l1.6 1.6L10.4 6.6',
  'shield-off': 'M8 1.8 13 3.6v4.2c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.4V3.6Z M6.2 6.2l3.6 3.6 M9.8 6.2 6.2 9.8',
  smartphone: 'M4.4 1.8h7.2v12.4H4.4Z M7.4 12.2h1.2',
  speaker: 'M2.2 6h2.6L8.4 3v10L4.8 10H2.2Z M10.8 6a2.8 2.8 0 0 1 0 4 M12.6 4a5.6 5.6 0 0 1 0 8',
  split: 'M3 13V9.8c0-1.6 1-2.6 2.6-2.6h4.8C12 7.2 13 6.2 13 4.6V3 M3 3v10 M1.4 11.4 3 13l1.6-1.6 M11.4 4.6 13 3l1.6 1.6',
  star: 'M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.4l-3.9 2.2.9-4.3-3.2-3 4.3-.5Z',
  stop: 'M4 4h8v8H4Z',
  sun: 'M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0Z M8 1.6v1.6 M8 12.8v1.6 M1.6 8h1.6 M12.8 8h1.6 M3.5 3.5l1.1 1.1 M11.4 11.4l1.1 1.1 M12.5 3.5l-1.1 1.1 M4.6 11.4l-1.1 1.1',
  table: 'M2.4 3h11.2v10H2.4Z M2.4 6.4h11.2 M2.4 9.8h11.2 M6.4 6.4V13',
  tag: 'M2.4 2.4h5.4l6 6-5.4 5.4-6-6Z M5.2 5.2h.1',
  terminal: 'M2 3h12v10H2Z M4.4 6l2 2-2 2 M8 10.2h3.4',
  timer: 'M13.4 9A5.4 5.4 0 1 1 2.6 9a5.4 5.4 0 0 1 10.8 0Z M8 9V6 M6.2 1.8h3.6 M12 4l1 1',
  trash: 'M2.8 4.4h10.4 M6 4.2V2.4h4v1.8 M4 4.6l.6 9h6.8l.6-9 M6.6 7v4.2 M9.4 7v4.2',
  undo: 'M5.4 3 2.4 6l3 3 M2.4 6h7a4 4 0 0 1 0 8H6',
  upload: 'M8 10.4V2.6 M4.6 5.8 8 2.4l3.4 3.4 M2.6 13.4h10.8',
  user: 'M10.8 5a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0Z M2.6 13.8c.6-2.8 2.6-4.2 5.4-4.2s4.8 1.4 5.4 4.2',
  users: 'M8.2 5a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0Z M1.2 13.4c.5-2.6 2.2-3.9 4.6-3.9s4.1 1.3 4.6 3.9 M10.6 2.8a2.4 2.4 0 0 1 0 4.4 M12 9.8c1.6.5 2.5 1.7 2.8 3.6',
};

/** Icons that point somewhere are mirrored where text runs from right to left. */
const DIRECTED = new Set(['arrow-left', 'arrow-right', 'chevron-left', 'chevron-right', 'reply', 'send', 'external', 'undo', 'list', 'chat', 'flow']);

/** The names of all icons. */
export const iconNames = Object.keys(PATHS);

/** An icon. It is hidden from screen readers: the element around it has the name. */
export function icon(name, className = '') {
  if (!PATHS[name]) {
    throw new Error(`There is no icon "${name}"`);
  }
  return svg('svg', {class: `icon ${DIRECTED.has(name) ? 'directed ' : ''}${className}`.trim(), viewBox: '0 0 16 16', 'aria-hidden': 'true'},
    svg('path', {d: PATHS[name]}));
}

/** Fills each `<span data-icon="name">` of the page's HTML with its icon. */
export function fillIcons(root = document) {
  root.querySelectorAll('[data-icon]').forEach(element => element.replaceWith(icon(element.dataset.icon, element.className)));
}
