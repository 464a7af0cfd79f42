/** What the page knows of its draft. The draft itself is on the server: each change goes there, and comes back as what it changed. */
export const state = {
  page: '', folder: '', definition: '', isTemplate: false, segmentPrice: 0, schema: undefined,
  survey: {}, brokenText: undefined, outline: [], files: {}, unsaved: [], canUndo: false, canRedo: false,
  findings: undefined, selected: '', others: 0, disk: [],
};

const TYPING_MILLIS = 180;
const CHECK_MILLIS = 250;
const listeners = new Map();
const typed = new Map();
let changes = Promise.resolve();
let byPlace = new Map();
let byKey = new Map();
let found = new Map();
let checkTimer = 0;
let checks = 0;

/** Calls a function after each event: `changed`, `findings`, `selected`, `news`. */
export function on(event, listener) {
  listeners.set(event, [...listeners.get(event) ?? [], listener]);
}

export function emit(event, detail) {
  listeners.get(event)?.forEach(listener => listener(detail));
}

/** Asks the server. What can't be done is thrown as an error with the server's words. */
export async function ask(path, fields = {}) {
  let response;
  try {
    response = await fetch(`api/${path}`, {method: 'POST', headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({page: state.page, ...fields})});
  } catch {
    throw new Error('The editor does not answer. Is it still running?');
  }
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response.json();
}

export async function open() {
  const [opened, schema] = await Promise.all([ask('open'), fetch('api/schema').then(response => response.json())]);
  const {view, ...rest} = opened;
  Object.assign(state, rest, {schema});
  state.selected = 'none';
  apply(view);
  performance.mark('survey');
}

/** Shows what has changed, and has it checked. */
export function apply(view) {
  if (view.survey) {
    state.survey = view.survey;
  }
  if (view.outline) {
    state.outline = view.outline;
    indexOutline();
  }
  state.brokenText = view.text ?? undefined;
  state.files = Object.fromEntries(view.names.map(name => [name, merged(state.files[name], view.files[name])]));
  Object.assign(state, {unsaved: view.unsaved, canUndo: view.canUndo, canRedo: view.canRedo});
  if (!item()) {
    state.selected = state.outline.find(each => each.type === 'QUESTION')?.place ?? '';
  }
  emit('changed', view);
  clearTimeout(checkTimer);
  checkTimer = setTimeout(check, CHECK_MILLIS);
}

/** A prompt file with what has changed in it. */
function merged(file, changes) {
  if (!changes) {
    return file;
  }
  const prompts = {...file?.prompts, ...changes.prompts};
  changes.removed.forEach(key => delete prompts[key]);
  return {...changes, prompts, totals: {...file?.totals, ...changes.totals}};
}

/** Has the draft checked. Only the answer to the latest question counts. */
export async function check() {
  const mine = ++checks;
  try {
    const findings = await ask('check');
    if (mine === checks) {
      state.findings = findings;
      indexFindings();
      emit('findings');
    }
  } catch (error) {
    emit('error', error);
  }
}

/** Makes a change, after those before it. `select` is what is to be selected then. */
export function change(what, {typing, select} = {}) {
  flush();
  return inOrder('change', {change: what, typing}, select);
}

export function undo() {
  flush();
  return inOrder('undo');
}

export function redo() {
  flush();
  return inOrder('redo');
}

function inOrder(path, fields, select) {
  const answer = changes.then(async () => {
    const view = await ask(path, fields);
    if (select !== undefined) {
      state.selected = select;
    }
    apply(view);
  });
  changes = answer.catch(error => emit('error', error));
  return changes;
}

/** A prompt is being typed: sends it after a moment of rest. */
export function type(file, key, text) {
  const id = `${file}\n${key}`;
  clearTimeout(typed.get(id)?.timer);
  typed.set(id, {file, key, text, timer: setTimeout(() => sendTyped(id), TYPING_MILLIS)});
}

/** Whether what is typed has not been sent yet. */
export function isTyping(file, key) {
  return typed.has(`${file}\n${key}`);
}

/** Whether something is typed that has not been sent yet. */
export function hasTyped() {
  return typed.size > 0;
}

function sendTyped(id) {
  const {file, key, text, timer} = typed.get(id);
  clearTimeout(timer);
  typed.delete(id);
  inOrder('change', {change: {do: 'prompt', file, key, text}, typing: id});
}

/** Sends what is typed. Resolves when all changes are made. */
export function flush() {
  [...typed.keys()].forEach(sendTyped);
  return changes;
}

function indexOutline() {
  byPlace = new Map(state.outline.map(each => [each.place, each]));
  byKey = new Map(state.outline.toReversed().flatMap(each => each.keys.map(key => [key, each])));
  indexFindings();
}

function indexFindings() {
  found = Map.groupBy(state.findings ?? [], itemOf);
}

/** The selected part of the survey, or that at a place. */
export function item(place = state.selected) {
  return byPlace.get(place);
}

export function select(place) {
  state.selected = place;
  emit('selected');
}

/** What the definition has at a place, which is a JSON pointer. */
export function valueAt(place) {
  return place.split('/').slice(1).reduce(
    (value, name) => value?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], state.survey);
}

/** The prompt files, each with its name: first that of the default language, which is English if there is an English one. */
export function languages() {
  const rank = ({tag}) => tag === 'en' ? 0 : tag.startsWith('en-') ? 1 : 2;
  return Object.entries(state.files).map(([file, content]) => ({file, ...content})).sort((a, b) => rank(a) - rank(b));
}

/** The part of the survey that a finding is about. */
export function itemOf(finding) {
  if (finding.key) {
    return byKey.get(finding.key);
  }
  for (let at = finding.place; at; at = at.slice(0, at.lastIndexOf('/'))) {
    if (byPlace.has(at)) {
      return byPlace.get(at);
    }
  }
  return state.outline[0];
}

/** What the check says about a part of the survey. */
export function findingsOf(at) {
  return found.get(at) ?? [];
}
