import {el} from './design/dom.js';
import {icon} from './design/icons.js';

/** A picture. One that does not load, such as one from another host, which the page may not show, becomes a link. */
export function picture(url, alt) {
  const image = el('img', {src: url, alt, error: () => image.replaceWith(link(url, alt))});
  return image;
}

/** A picture, a sound, a video, or a link to any other file. */
export function medium({type, url}) {
  if (type.startsWith('image/')) {
    return picture(url, `Picture (${type})`);
  }
  if (/^(audio|video)\//.test(type)) {
    return el(type.slice(0, 5), {src: url, controls: true, preload: 'none', 'aria-label': type});
  }
  return link(url, type);
}

function link(url, label) {
  return el('a', {href: /^(https?:|api\/media\/)/.test(url) && url, target: '_blank', rel: 'noopener noreferrer', class: 'file'}, icon('file'), label);
}
