import {el, place, showAll} from './design/dom.js';

const SECTIONS = [['overview', 'Overview'], ['drop-off', 'Where people leave'], ['questions', 'Questions'], ['cross', 'Two questions'], ['experiments', 'Experiments'], ['missed', 'Not understood']];
const inView = new Set();
const observer = new IntersectionObserver(entries => {
  entries.forEach(({target, isIntersecting}) => (isIntersecting ? inView.add(target.id) : inView.delete(target.id)));
  mark();
}, {rootMargin: '-64px 0px -50% 0px'});
const observed = new Set();

/** Links to the parts of the page. */
export function showContents(questions) {
  const items = SECTIONS.filter(([id]) => !place(id).hidden).flatMap(([id, label]) => [
    {id, label},
    ...(id === 'questions' ? questions.map(question => ({id: `q-${question.id}`, label: question.text, isQuestion: true})) : []),
  ]);
  showAll(place('contents'), items, {
    key: item => item.id,
    create: item => el('a', {href: `#${item.id}`, class: item.isQuestion ? 'of-question' : undefined}, el('span', {dir: 'auto'})),
    update: (link, item) => {
      if (link.textContent !== item.label) {
        link.firstElementChild.textContent = item.label;
        link.title = item.label;
      }
      const part = place(item.id);
      if (part && !observed.has(part)) {
        observed.add(part);
        observer.observe(part);
      }
    },
  });
}

/** Marks the part that is read now: the first one in view, a question rather than all questions. */
function mark() {
  const links = [...place('contents').children];
  const current = links.find(link => link.classList.contains('of-question') && inView.has(link.hash.slice(1)))
    ?? links.find(link => inView.has(link.hash.slice(1)));
  links.forEach(link => (link === current ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
}
