import {el, showAll} from './design/dom.js';
import {count} from './design/format.js';
import {get, Refused} from './api.js';
import {showFigure} from './chart.js';
import {readState} from './state.js';

const WIDTH = 280;

/** A small chart for each language or channel. Asked for only when somebody wants to see them. */
export async function showMultiples(element, question, mode) {
  element.hidden = !mode;
  if (!mode) {
    element.replaceChildren();
    return;
  }
  if (!element.children.length) {
    element.append(...[1, 2].map(() => el('div', {class: 'skeleton skeleton-chart'})));
  }
  try {
    const {parts} = await get('parts', readState().filters[0], {question, by: mode, width: WIDTH});
    if (element.hidden) {
      return;
    }
    if (!parts.length) {
      element.replaceChildren(el('p', {class: 'faint'}, 'Nobody has answered yet.'));
      return;
    }
    showAll(element, parts, {
      key: part => `${mode} ${part.value}`,
      create: () => el('section', {}, el('h4', {}, el('span'), el('span', {class: 'faint small'}), el('span', {class: 'side one when-comparing'}, 'A')), el('div')),
      update: (section, part) => {
        const [name, amount] = section.firstElementChild.children;
        name.textContent = part.label;
        amount.textContent = count(part.answered, 'answer') + (part.fact ? `, ${part.fact}` : '');
        showFigure(section.lastElementChild, part.figure);
      },
    });
  } catch (e) {
    if (!(e instanceof Refused)) {
      throw e;
    }
    element.replaceChildren(el('p', {class: 'bad'}, e.message));
  }
}
