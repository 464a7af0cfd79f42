import {state} from './state.js';

/** A schema without its references; what is beside a reference counts before what it refers to. */
export function resolved(schema) {
  if (!schema?.$ref) {
    return schema ?? {};
  }
  const {$ref, ...own} = schema;
  const target = $ref.slice(2).split('/').reduce((at, name) => at?.[name], state.schema);
  return {...resolved(target), ...own};
}

/** The fields that a part of the survey can have, by name, in the order of the schema. */
export function fieldsOf(item) {
  const definitions = state.schema.$defs;
  if (state.isTemplate) {
    return {};
  }
  if (item.type === 'SURVEY') {
    const {questions, $schema, format, scales, ...rest} = state.schema.properties;
    return rest;
  }
  if (item.type === 'GROUP') {
    const {group, questions, ...rest} = definitions.group.properties;
    return rest;
  }
  if (item.type === 'SCALE') {
    return {};
  }
  const {id, ...common} = definitions.question.properties;
  const own = definitions[`question.${item.kind}`]?.properties ?? {};
  const special = Object.fromEntries(Object.entries(own).filter(([name, schema]) => schema !== true && name !== 'id'));
  return {kind: common.kind, ...special, ...common};
}

/** The fields that a new question of a kind must have, with a value to start with. */
export function startOf(kind) {
  const {required = [], then} = state.schema.$defs[`question.${kind}`] ?? {};
  const names = [...required, ...kind === 'choice' || then?.required?.includes('options') ? ['options'] : []];
  const values = {least: 1, most: 5, options: ['yes', 'no'], items: ['first', 'second'], arms: ['a', 'b'], of: ''};
  const one = {compute: {count: []}, set: {variable: '', to: ''}, request: {url: 'https://example.com/'}, wait: {for: 'PT1H'},
    matrix: {items: ['first', 'second'], least: 1, most: 5}};
  return one[kind] ?? Object.fromEntries([...new Set(names)].filter(name => name in values).map(name => [name, values[name]]));
}

/**
 * The control for a value: `choice`, `switch`, `number`, `text`, `lines`, or `json` for what needs more than one field.
 */
export function controlOf(schema, value) {
  const full = resolved(schema);
  if (typeof value === 'object' && value !== null
    && !(Array.isArray(value) && isList(full) && value.every(each => typeof each === 'string'))) {
    return 'json';
  }
  if (full.enum) {
    return 'choice';
  }
  const type = Array.isArray(full.type) ? full.type[0] : full.type;
  const simple = {boolean: 'switch', integer: 'number', number: 'number', string: 'text', array: isList(full) ? 'lines' : 'json'}[type];
  if (simple) {
    return simple;
  }
  const branch = (full.anyOf ?? []).map(resolved).find(each => controlOf(each) !== 'json');
  return branch ? controlOf(branch) : 'json';
}

/** Whether a schema is that of a list whose elements can be words. */
function isList(schema) {
  const items = resolved(schema.items);
  return schema.type === 'array' && [items, ...items.anyOf ?? []].some(each => [resolved(each).type].flat().includes('string'));
}
