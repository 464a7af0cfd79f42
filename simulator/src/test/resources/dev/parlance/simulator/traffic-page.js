import {place} from './design/dom.js';
import {mountTraffic} from './traffic.js';

mountTraffic(place('traffic'));
