import {el} from './design/dom.js';
import {change, item, state, valueAt} from './state.js';
import {nameProblem, promptDialog, spellingProblem} from './add.js';

/** The groups of the survey. */
const groups = () => state.outline.filter(each => each.type === 'GROUP');

/** Whether a part is a question that is in no group. */
export const isOutsideGroups = at => at?.type === 'QUESTION' && /^\/questions\/\d+$/.test(at.place);

/** Puts the selected question into a new group, since a group can't be empty. */
export async function addGroup() {
  const at = item();
  const id = await promptDialog('Add a group', 'Name', `It starts with the question ${at.id}; more can be moved into it.`,
    name => nameProblem(name));
  if (id) {
    change({do: 'set', place: at.place, value: {group: id, questions: [valueAt(at.place)]}}, {select: at.place});
  }
}

/** Asks which group a question goes to, and moves it to the end of that group. */
export async function moveToGroup(at) {
  const list = at.place.slice(0, at.place.lastIndexOf('/'));
  const index = Number(at.place.slice(list.length + 1));
  const places = [{words: 'No group', list: '/questions'}, ...groups().map(each => ({words: each.id, list: `${each.place}/questions`}))]
    .filter(each => each.list !== list);
  const select = el('select', {class: 'input'}, ...places.map(each => el('option', {value: each.list}, each.words)));
  const isChosen = await promptDialog(`Move ${at.id}`, 'Group', 'It goes to the end of the group, or after the group that it leaves.',
    () => '', {field: select, action: 'Move'});
  if (isChosen) {
    const to = select.value;
    const isOut = to === '/questions';
    const target = isOut ? Number(list.split('/')[2]) + 1 : valueAt(to).length;
    const insert = {do: 'insert', place: to, index: target, value: valueAt(at.place)};
    await change([insert, {do: 'remove', place: at.place}], {select: selectedAfter(to, target, index)});
  }
}

/** Where a moved question is: a group after it has come forward by one place if the question was outside. */
function selectedAfter(to, target, index) {
  const group = to.match(/^\/questions\/(\d+)\/questions$/);
  const isFromOutside = item().place === `/questions/${index}`;
  return group && isFromOutside && Number(group[1]) > index ? `/questions/${Number(group[1]) - 1}/questions/${target}` : `${to}/${target}`;
}

function scaleProblem(name) {
  return spellingProblem(name) || name in (state.survey.scales ?? {}) && 'There is already a scale of this name.';
}

/** Adds a scale with two options, whose texts are then missing. */
export async function addScale() {
  const id = await promptDialog('Add a scale', 'Name', 'Questions share its options by naming it in their setting scale.', scaleProblem);
  if (id) {
    const scale = {options: ['first', 'second']};
    const isFirst = !state.survey.scales;
    change(isFirst ? {do: 'set', place: '/scales', value: {[id]: scale}} : {do: 'set', place: `/scales/${id}`, value: scale},
      {select: `/scales/${id}`});
  }
}

/** Asks for another name of a scale. Its texts and the questions that have it follow. */
export async function renameScale(at) {
  const id = await promptDialog(`Rename ${at.id}`, 'Name', 'Its texts and the questions that have it are changed too.',
    name => name !== at.id && scaleProblem(name), {value: at.id, action: 'Rename'});
  if (id && id !== at.id) {
    change({do: 'renameScale', place: at.place, id}, {select: `/scales/${id}`});
  }
}
