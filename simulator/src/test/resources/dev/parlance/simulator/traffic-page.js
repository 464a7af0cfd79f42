import {place} from './design/dom.js';
import {mountTraffic} from './traffic.js';

const traffic = mountTraffic(place('traffic'));
new EventSource('api/news').addEventListener('changed', traffic.refresh);

new MutationObserver((changes, observer) => {
  if (document.querySelector('#traffic-rows [role="option"]')) {
    performance.mark('rows');
    observer.disconnect();
  }
}).observe(place('traffic'), {childList: true, subtree: true});
