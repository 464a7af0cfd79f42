import {el, place} from './design/dom.js';
import {count} from './design/format.js';
import {get, Refused} from './api.js';
import {pair, showFigure} from './chart.js';
import {readState} from './state.js';
import {textItem} from './texts.js';

/** How far people got, and on request what those who left said last. */
export function showFunnel(views, abilities) {
  place('drop-off').hidden = !views.some(view => view.funnel);
  pair(place('funnel'), views, (slot, view, i) => {
    showFigure(slot, view.funnel?.figure, {side: views.length > 1 ? i : undefined});
    if (abilities.texts && view.funnel) {
      showQuotes(slot, view.funnel.left, i);
    }
  });
}

function showQuotes(slot, left, side) {
  let details = slot.querySelector('.left-words');
  if (!details) {
    details = el('details', {class: 'left-words table-behind no-print'}, el('summary', {}, 'What they said last'), el('div', {class: 'quotes'}));
    details.addEventListener('toggle', () => details.open && load(details, side));
    slot.firstElementChild.append(details);
  }
  details.hidden = !left;
  const version = JSON.stringify([readState().filters[side], left]);
  if (details.dataset.version !== version) {
    details.dataset.version = version;
    if (details.open) {
      load(details, side);
    }
  }
}

async function load(details, side) {
  const holder = details.querySelector('.quotes');
  try {
    const {steps} = await get('left', readState().filters[side]);
    holder.replaceChildren(...steps.map(step => el('section', {},
      el('h3', {dir: 'auto'}, step.label),
      el('p', {class: 'small'}, el('span', {class: 'count'}, count(step.left, 'person', 'people')), ' left here'),
      step.words.length ? el('ol', {class: 'answers'}, step.words.map(each => textItem(each))) : el('p', {class: 'faint small'}, 'They have said nothing.'))));
  } catch (e) {
    if (!(e instanceof Refused)) {
      throw e;
    }
    holder.replaceChildren(el('p', {class: 'bad'}, e.message));
  }
}
