import {place} from './design/dom.js';
import {mountTraffic} from './traffic.js';

const traffic = mountTraffic(place('traffic'));
new EventSource('api/news').addEventListener('changed', traffic.refresh);
