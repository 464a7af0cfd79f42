import {state} from './state.js';

/** How a value is compared, in words. */
export const OPERATORS = {
  is: 'is', isNot: 'is not', atLeast: 'is at least', atMost: 'is at most', moreThan: 'is more than', lessThan: 'is less than',
  answered: 'was answered', unanswered: 'was not answered',
};
const ORDER = ['atLeast', 'atMost', 'moreThan', 'lessThan'];
const ORDERED = new Set(['number', 'rating', 'nps', 'compute', 'date', 'month', 'year', 'time', 'wait']);
const NUMBERS = new Set(['number', 'rating', 'nps', 'year']);
const SILENT = new Set(['statement', 'set', 'result', 'wait']);

/** What a condition can be about besides questions. */
const OTHERS = {
  language: {words: 'the language', operators: ['is', 'isNot'], options: []},
  channel: {words: 'the channel', operators: ['is', 'isNot'], options: ['text', 'voice']},
};

function questions(list, found = []) {
  for (const each of list ?? []) {
    each.questions ? questions(each.questions, found) : each.id && found.push(each);
  }
  return found;
}

const valueOf = option => option?.value ?? option?.id ?? option;
const options = list => Array.isArray(list) ? list.map(valueOf) : undefined;

/** The values that a question's answer can have; nothing if there are too many to list. */
function valuesOf(question) {
  const {kind, scale, arms} = question;
  return ['yesNo', 'consent'].includes(kind) ? ['yes', 'no'] : options(question.options)
    ?? options(state.survey.scales?.[scale]?.options) ?? (arms && (Array.isArray(arms) ? arms : Object.keys(arms)));
}

function subject(question, words = question.id) {
  const values = valuesOf(question);
  const areNumbers = values?.every(each => typeof each === 'number');
  const isOrdered = areNumbers || ORDERED.has(question.kind) || (!values && question.least !== undefined);
  return {words, options: values, isNumber: NUMBERS.has(question.kind) || question.least !== undefined,
    operators: ['is', 'isNot', ...isOrdered ? ORDER : [], 'answered', 'unanswered']};
}

/** What a condition can be about, by the name that rows have: questions and items of matrices, the language, the channel. */
export function subjects() {
  const found = new Map();
  for (const question of questions(state.survey.questions)) {
    if (question.kind === 'matrix') {
      question.items?.map(each => each?.id ?? each).forEach(each => found.set(`answer ${question.id}.${each}`,
        subject(question, `${question.id}.${each}`)));
    } else if (!SILENT.has(question.kind)) {
      found.set(`answer ${question.id}`, subject(question));
    }
  }
  const tags = Object.values(state.files).map(each => each.tag);
  found.set('language', {...OTHERS.language, options: tags});
  found.set('channel', OTHERS.channel);
  return found;
}

const isPlain = value => ['string', 'number', 'boolean'].includes(typeof value);

/** A comparison as a row of the form; nothing if it is more than a row has. */
function rowOf(condition) {
  const names = Object.keys(condition ?? {});
  if (names.length === 1 && condition.not) {
    const row = rowOf(condition.not);
    const operator = {is: 'isNot', answered: 'unanswered'}[row?.operator];
    return operator && {...row, operator};
  }
  if (names.length === 1 && names[0] === 'answered') {
    return {subject: `answer ${condition.answered}`, operator: 'answered'};
  }
  if (names.length === 1 && names[0] in OTHERS) {
    return {subject: names[0], operator: 'is', value: condition[names[0]]};
  }
  const operator = names.find(name => name !== 'answer');
  const isComparison = names.length === 2 && isPlain(condition.answer) && ['is', ...ORDER].includes(operator) && isPlain(condition[operator]);
  return isComparison ? {subject: `answer ${condition.answer}`, operator, value: condition[operator]} : undefined;
}

/** A condition as `{match: 'all' or 'any', rows}`; nothing if the form can't express it. */
export function rowsOf(condition) {
  if (condition === undefined) {
    return {match: 'all', rows: []};
  }
  const names = Object.keys(condition ?? {});
  const match = names.length === 1 && ['all', 'any'].find(name => Array.isArray(condition[name]) && condition[name].length > 1);
  const rows = (match ? condition[match] : [condition]).map(rowOf);
  return rows.every(Boolean) ? {match: match || 'all', rows} : undefined;
}

function comparison({subject, operator, value}) {
  const id = subject.startsWith('answer ') ? subject.slice('answer '.length) : undefined;
  const plain = id === undefined ? {[subject]: value}
    : operator === 'answered' || operator === 'unanswered' ? {answered: id}
      : {answer: id, [operator === 'isNot' ? 'is' : operator]: value};
  return operator === 'isNot' || operator === 'unanswered' ? {not: plain} : plain;
}

const isComplete = ({operator, value}) => ['answered', 'unanswered'].includes(operator) || (value !== undefined && value !== '');

/** The condition of some rows; nothing as long as one of them lacks its value. */
export function conditionOf({match, rows}) {
  return !rows.length || !rows.every(isComplete) ? undefined
    : rows.length === 1 ? comparison(rows[0]) : {[match]: rows.map(comparison)};
}
