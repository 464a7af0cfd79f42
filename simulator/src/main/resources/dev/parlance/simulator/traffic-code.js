import {el} from './design/dom.js';
import {icon} from './design/icons.js';

/** A document as coloured text: TwiML and other XML, JSON, or plain text. `running` is the place of the verb that a call executes. */
export function code({type, body, isXml}, running) {
  if (!body) {
    return el('p', {class: 'faint'}, 'Empty');
  }
  const lines = isXml ? xml(body, running) : type.includes('json') ? json(body) : [body];
  return el('pre', {class: 'code traffic-code', dir: 'auto'}, ...lines);
}

const part = (kind, text) => el('span', {class: `code-${kind}`}, text);

/** Parses only XML: the browser's error page for anything else has styles, which this page forbids. */
function xml(body, running) {
  const root = new DOMParser().parseFromString(body.trim(), 'text/xml').documentElement;
  const verbs = children(root).filter(node => node.nodeType === Node.ELEMENT_NODE);
  if (running === undefined || !verbs[running]) {
    return element(root, '');
  }
  const lines = children(root).flatMap(node => {
    const inside = [...one(node, '  '), '\n'];
    return node === verbs[running]
      ? [el('mark', {class: 'code-running'}, el('span', {class: 'chip accent no-copy'}, icon('play'), 'runs now'), ...inside)]
      : inside;
  });
  return [...opening(root, '', '>'), '\n', ...lines, ...closing(root, '')];
}

const children = node => [...node.childNodes].filter(each => each.nodeType !== Node.TEXT_NODE || each.textContent.trim());

function one(node, indent) {
  if (node.nodeType === Node.ELEMENT_NODE) {
    return element(node, indent);
  }
  return node.nodeType === Node.COMMENT_NODE
    ? [indent, part('comment', `<!--${node.textContent}-->`)]
    : [indent, part('text', node.textContent.trim())];
}

function element(node, indent) {
  const inside = children(node);
  if (!inside.length) {
    return opening(node, indent, '/>');
  }
  if (inside.every(each => each.nodeType !== Node.ELEMENT_NODE)) {
    return [...opening(node, indent, '>'), part('text', node.textContent), ...closing(node, '')];
  }
  return [...opening(node, indent, '>'), '\n', ...inside.flatMap(each => [...one(each, `${indent}  `), '\n']), ...closing(node, indent)];
}

function opening(node, indent, end) {
  const attributes = [...node.attributes].flatMap(each =>
    [' ', part('name', each.name), '=', part('value', `"${escaped(each.value)}"`)]);
  return [indent, part('tag', `<${node.tagName}`), ...attributes, part('tag', end)];
}

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const closing = (node, indent) => [indent, part('tag', `</${node.tagName}>`)];

function json(body) {
  let text;
  try {
    text = JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return [body]; // a fault has replaced the response
  }
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(/("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)) {
    parts.push(text.slice(at, match.index), part(match[2] ? 'name' : match[1] ? 'text' : 'value', match[1] ?? match[0]));
    at = match.index + (match[1] ?? match[0]).length;
  }
  return [...parts, text.slice(at)];
}
