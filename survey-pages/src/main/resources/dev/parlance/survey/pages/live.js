import {place} from './design/dom.js';

const MIN_PAUSE = 400;
const POLL = 10_000;
let isListening = false;

/** Refreshes the page when answers arrive, not more often than the server can answer. Without a stream, from time to time. */
export function listen(isLive, refresh) {
  if (isListening) {
    return;
  }
  isListening = true;
  let isWaiting = false;
  let pause = 0;
  const soon = () => {
    if (isWaiting) {
      return;
    }
    isWaiting = true;
    setTimeout(async () => {
      isWaiting = false;
      const start = performance.now();
      await refresh();
      pause = Math.max(MIN_PAUSE, 5 * (performance.now() - start));
    }, pause);
  };
  if (!isLive) {
    place('live').hidden = true;
    setInterval(() => document.visibilityState === 'visible' && soon(), POLL);
    return;
  }
  const news = new EventSource('news');
  news.addEventListener('changed', soon);
  let wasOpen = false;
  news.addEventListener('open', () => {
    say('good', 'live');
    if (wasOpen) {
      soon();
    }
    wasOpen = true;
  });
  news.addEventListener('error', () => say('warn', 'connection lost, reconnecting'));
}

function say(className, text) {
  place('live').className = `chip ${className}`;
  place('live').firstElementChild.className = className === 'good' ? 'dot live' : 'dot';
  place('live-text').textContent = text;
}
