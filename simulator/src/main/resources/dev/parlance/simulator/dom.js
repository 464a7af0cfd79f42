import {toast} from './design/toast.js';

export {el} from './design/dom.js';
export {post} from './api.js';
export const notice = text => toast(text, {isError: true});

export function clock(instant) {
  return new Date(instant).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit', second: '2-digit'});
}
