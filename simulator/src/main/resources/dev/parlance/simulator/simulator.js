import {el, place} from './design/dom.js';
import {icon} from './design/icons.js';
import {menuButton} from './design/menu.js';
import {themeMenu} from './design/theme-menu.js';
import {rememberPhones} from './add-phone.js';
import {clockMenu} from './clock.js';
import {Connection} from './connection.js';
import {Faults} from './faults.js';
import {runLayout} from './layout.js';
import {ApplicationOutput} from './output.js';
import {Phones} from './phones.js';
import {mountTraffic} from './traffic.js';
import {Scripts} from './scripts.js';
import {setNow} from './time.js';
import {Timeline} from './timeline.js';

let timeline;
const showPart = runLayout(() => timeline?.refresh());
const isNarrow = () => !place('tab-phones').hidden;
const phones = new Phones(place('phones-part'), () => isNarrow() && showPart('phones-part'), () => refresh());
const connection = new Connection(place('connection'));
const traffic = mountTraffic(place('traffic'));
const clock = clockMenu(() => showPart('time-part'));
place('tools').append(clock.element, themeMenu());
const names = new Map();
const faults = new Faults();
timeline = new Timeline(number => names.get(number));
place('time-part').append(el('div', {class: 'panel'}, timeline.element, faults.element));
const output = new ApplicationOutput(place('output-part'), () => showPart('output-part'));
const scripts = new Scripts(place('scripts-part'));
let run = '';
let numbers = '';
let loading = false;
let changedMeanwhile = false;

function show(state) {
  if (run && run !== state.run) {
    location.reload(); // the simulator was restarted with a new state
    return;
  }
  const isFirst = !run;
  run = state.run;
  setNow(state.now);
  clock.show();
  rememberPhones(state.phones);
  state.phones.forEach(({number, name}) => names.set(number, name));
  faults.show(state);
  timeline.refresh();
  output.show(state.application);
  scripts.show(state.scripts);
  if (numbers !== String(state.numbers)) {
    numbers = String(state.numbers);
    phones.showNumbers(state.numbers);
    if (!isFirst) {
      connection.refresh();
    }
  }
  phones.show(state.phones, state.numbers, isFirst);
  showLinks(state.links);
}

function showLinks(links) {
  const holder = place('links');
  if (!holder.childElementCount) {
    const link = ({label, url}, kind) => el('a', {class: kind, href: url, target: '_blank', rel: 'noopener'}, icon('external'), label);
    holder.append(...links.map(each => link(each, 'button quiet wide')));
    if (links.length) {
      const button = el('button', {type: 'button', class: 'button quiet icon-only', 'aria-label': 'Links', title: 'Links'}, icon('external'));
      holder.append(el('span', {class: 'narrow'}, menuButton(button, links.map(each => link(each)))));
    }
  }
}

/** Changes that arrive during a request lead to only one more request. */
async function refresh() {
  if (loading) {
    changedMeanwhile = true;
    return;
  }
  loading = true;
  try {
    do {
      changedMeanwhile = false;
      show(await (await fetch(`api/state?open=${encodeURIComponent(phones.inView)}`)).json());
    } while (changedMeanwhile);
  } catch (problem) {
    if (!(problem instanceof TypeError)) { // the event stream says when the simulator can't be reached
      throw problem;
    }
  } finally {
    loading = false;
  }
}

const news = new EventSource('api/news');
news.addEventListener('changed', refresh);
news.addEventListener('changed', traffic.refresh);
news.addEventListener('open', () => { setLost(false); refresh(); traffic.refresh(); });
news.addEventListener('error', () => setLost(true));

function setLost(isLost) {
  document.body.classList.toggle('lost', isLost);
  const banner = place('lost-banner');
  if (isLost && !banner) {
    place('banners').append(el('p', {class: 'banner bad', id: 'lost-banner', role: 'alert'}, icon('alert'), 'The simulator has stopped. This page continues when it runs again.'));
  } else if (!isLost) {
    banner?.remove();
  }
}
