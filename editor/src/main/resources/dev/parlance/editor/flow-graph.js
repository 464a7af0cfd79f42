import {describe} from './conditions.js';

const ENDS = {end: 'End', screenOut: 'Screened out', refuse: 'Refused'};
const always = when => !when || (Array.isArray(when.all) && !when.all.length);

/**
 * The survey as a graph: `nodes` in the order of the survey, with the start and the ends, and `edges` between them. A node has the
 * `place` of its question; a group is in `frames`.
 */
export function flowGraph(survey, isTemplate) {
  const nodes = [{id: 'start', type: 'start', label: survey.name ?? 'Start'}];
  const frames = [];
  const edges = [];
  const steps = [];
  collect(survey.questions ?? [], '/questions', undefined, {steps, frames, isTemplate});
  nodes.push(...steps);
  const first = new Map(steps.toReversed().map(step => [step.group ?? step.name, step.id]));
  steps.forEach(step => first.set(step.name, step.id));
  const ends = new Map();
  const target = to => {
    const name = ENDS[to] ? to : String(to).startsWith('agent:') ? to : undefined;
    if (!name && first.has(to)) {
      return first.get(to);
    }
    const end = name ?? `unknown:${to}`;
    ends.set(end, {id: `end ${end}`, type: name ? 'end' : 'unknown', label: name ? ENDS[name] ?? name.slice('agent:'.length) : `${to}?`});
    return `end ${end}`;
  };
  edges.push({from: 'start', to: steps[0]?.id ?? target('end'), label: ''});
  steps.forEach((step, index) => {
    const following = steps[index + 1]?.id ?? target('end');
    let goesOn = true;
    for (const jump of step.jumps) {
      edges.push({from: step.id, to: target(jump.to), label: always(jump.when) ? jump.label ?? '' : describe(jump.when), isJump: true});
      goesOn &&= !(always(jump.when) && !jump.label && !step.when && !String(jump.to).startsWith('agent:'));
    }
    if (goesOn) {
      edges.push({from: step.id, to: following, label: ''});
    }
  });
  nodes.push(...ends.values());
  return {nodes, edges: distinct(edges), frames};
}

function collect(list, place, group, into) {
  list.forEach((item, index) => {
    const at = `${place}/${index}`;
    if (item.group !== undefined && Array.isArray(item.questions)) {
      into.frames.push({id: item.group, place: at,
        label: [item.group, repeated(item), always(item.when) ? '' : `if ${describe(item.when)}`].filter(Boolean).join(', ')});
      collect(item.questions, `${at}/questions`, item.group, into);
    } else {
      into.steps.push(step(item, at, group, into.isTemplate));
    }
  });
}

function step(item, place, group, isTemplate) {
  const next = typeof item.next === 'string' ? [{to: item.next}] : Array.isArray(item.next) ? item.next : [];
  const limit = item.answerWithin?.then ? [{to: item.answerWithin.then, label: `after ${item.answerWithin.time}`}] : [];
  return {id: place, place, type: 'question', group, name: isTemplate ? item.questionName : item.id,
    kind: isTemplate ? item.questionType : item.kind,
    when: always(item.when) ? '' : `if ${describe(item.when)}`, isOptional: Boolean(item.optional),
      jumps: [...limit, ...next.filter(jump => jump?.to)]};
}

function repeated({repeat, order}) {
  const words = repeat?.times ? `${repeat.times} times` : repeat?.answer ? `as often as ${repeat.answer} says`
    : repeat?.forEach ? `for each of ${[repeat.forEach].flat().join(', ')}` : '';
  return [words, order === 'random' ? 'in random order' : ''].filter(Boolean).join(', ');
}

/** Several edges between two nodes are one, with all their labels. */
function distinct(edges) {
  const all = new Map();
  for (const edge of edges) {
    const key = `${edge.from}\n${edge.to}`;
    const known = all.get(key);
    all.set(key, known ? {...known, label: [known.label, edge.label].filter(Boolean).join(' · ')} : edge);
  }
  return [...all.values()];
}
