import {place} from './design/dom.js';
import {runTabs} from './design/tabs.js';

const NARROW = matchMedia('(max-width: 960px)');
const KEY = 'parlance-simulator-phones';
const [LEAST, MOST] = [25, 75];

/**
 * Runs the tabs and the divider. In a narrow window the phones are a tab, too. Calls `shown()` when
 * another part is shown. Returns a function that shows a part by its id.
 */
export function runLayout(shown) {
  const phones = place('phones-part');
  const tab = place('tab-phones');
  const choose = runTabs(place('parts'), () => {
    phones.hidden = phones.hidden && NARROW.matches;
    shown();
  });
  const arrange = () => {
    const hadPhones = tab.getAttribute('aria-selected') === 'true';
    tab.hidden = !NARROW.matches;
    phones.setAttribute('role', NARROW.matches ? 'tabpanel' : 'region');
    if (NARROW.matches) {
      choose('phones-part');
    } else if (hadPhones) {
      choose('traffic-part');
    } else {
      phones.hidden = false;
    }
  };
  NARROW.addEventListener('change', arrange);
  arrange();
  runDivider(place('divider'));
  return choose;
}

function runDivider(divider) {
  const main = divider.parentElement;
  const set = share => {
    const rounded = Math.round(Math.max(LEAST, Math.min(MOST, share)));
    main.style.setProperty('--phones', rounded);
    divider.setAttribute('aria-valuenow', rounded);
    localStorage.setItem(KEY, rounded);
  };
  const stored = Number(localStorage.getItem(KEY));
  if (stored) {
    set(stored);
  }
  divider.addEventListener('pointerdown', event => {
    event.preventDefault();
    divider.setPointerCapture(event.pointerId);
    divider.classList.add('dragged');
  });
  divider.addEventListener('pointermove', event => {
    if (divider.classList.contains('dragged')) {
      const box = main.getBoundingClientRect();
      set((event.clientX - box.left) / box.width * 100);
    }
  });
  for (const end of ['pointerup', 'pointercancel']) {
    divider.addEventListener(end, () => divider.classList.remove('dragged'));
  }
  divider.addEventListener('keydown', event => {
    const now = Number(divider.getAttribute('aria-valuenow'));
    const to = {ArrowLeft: now - 2, ArrowRight: now + 2, Home: LEAST, End: MOST}[event.key];
    if (to !== undefined) {
      event.preventDefault();
      set(to);
    }
  });
}
