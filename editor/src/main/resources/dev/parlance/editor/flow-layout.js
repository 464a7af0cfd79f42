const NODE = {width: 232, height: 60};
const TALL = 78;
const END = {width: 132, height: 36};
const BEND = {width: 14, height: 0};
const GAP_X = 36;
const GAP_Y = 46;
const SWEEPS = 6;

/**
 * Puts the nodes of a graph on layers from top to bottom, so that few edges cross. Each node gets `x`, `y`, `width`, `height`, each
 * edge its `points`. Long edges bend around the nodes of the layers that they pass.
 */
export function layOut({nodes, edges}) {
  const order = new Map(nodes.map((node, index) => [node.id, index]));
  const placed = new Map(nodes.map(node => [node.id, {...node, ...sizeOf(node), above: [], below: []}]));
  const links = edges.map(edge => {
    const isBack = order.get(edge.to) <= order.get(edge.from);
    return {edge, isBack, top: placed.get(isBack ? edge.to : edge.from), bottom: placed.get(isBack ? edge.from : edge.to)};
  });
  const layers = layered(nodes, links, placed);
  const chains = links.filter(link => link.top !== link.bottom).map(link => bend(link, layers));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    (isDown ? layers : layers.toReversed()).forEach(layer => sortLayer(layer, isDown ? 'above' : 'below'));
  }
  setX(layers);
  chains.forEach(({chain}) => straighten(chain, layers));
  const height = setY(layers);
  const all = [...placed.values()];
  const left = Math.min(...layers.flat().map(node => node.x));
  layers.flat().forEach(node => { node.x -= left; });
  const width = Math.max(...layers.flat().map(node => node.x + node.width));
  return {nodes: all, edges: chains.map(points), width, height};
}

function sizeOf(node) {
  return node.type === 'question' ? {width: NODE.width, height: node.when ? TALL : NODE.height} : END;
}

function layered(nodes, links, placed) {
  const into = new Map();
  links.forEach(link => link.top !== link.bottom && into.set(link.bottom.id, [...into.get(link.bottom.id) ?? [], link.top]));
  const layers = [];
  for (const {id} of nodes) {
    const node = placed.get(id);
    node.layer = Math.max(-1, ...(into.get(id) ?? []).map(top => top.layer ?? -1)) + 1;
    (layers[node.layer] ??= []).push(node);
  }
  return layers;
}

/** A chain from the top of a link to its bottom, with a bend on each layer between. */
function bend(link, layers) {
  const chain = [link.top];
  for (let layer = link.top.layer + 1; layer < link.bottom.layer; layer++) {
    const at = {...BEND, layer, above: [], below: [], isBend: true};
    layers[layer].push(at);
    chain.push(at);
  }
  chain.push(link.bottom);
  for (let i = 1; i < chain.length; i++) {
    chain[i - 1].below.push(chain[i]);
    chain[i].above.push(chain[i - 1]);
  }
  return {...link, chain};
}

function sortLayer(layer, side) {
  if (layer.length === 1) {
    layer[0].rank = 0.5;
    return;
  }
  const before = new Map(layer.map((node, index) => [node, index]));
  const middle = new Map(layer.map(node => {
    const all = node[side].map(other => other.rank ?? 0);
    return [node, all.length ? all.reduce((sum, each) => sum + each, 0) / all.length : before.get(node) / Math.max(1, layer.length - 1)];
  }));
  layer.sort((a, b) => middle.get(a) - middle.get(b) || before.get(a) - before.get(b));
  layer.forEach((node, index) => { node.rank = index / (layer.length - 1); });
}

/** Pulls each node towards the middle of its neighbours; questions stay straight below each other where they can. */
function setX(layers) {
  for (const layer of layers) {
    let x = 0;
    for (const node of layer) {
      node.x = x;
      x += node.width + GAP_X;
    }
    const shift = x / 2;
    layer.forEach(node => { node.x -= shift; });
  }
  for (let sweep = 0; sweep < 2 * SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    for (const layer of isDown ? layers : layers.toReversed()) {
      const wanted = layer.map(node => {
        const near = isDown ? node.above : node.below;
        const main = node.isBend ? near : near.filter(other => !other.isBend);
        const all = (main.length ? main : near).map(other => other.x + other.width / 2);
        return all.length ? all.reduce((sum, each) => sum + each, 0) / all.length - node.width / 2 : node.x;
      });
      spread(layer, wanted);
    }
  }
}

/** Puts the nodes of a layer as near as possible to where they want to be, without overlap, in their order. */
function spread(layer, wanted) {
  const blocks = [];
  layer.forEach((node, index) => {
    let block = {nodes: [node], width: node.width, weight: node.isBend ? 1e-4 : 1, x: wanted[index]};
    for (let before = blocks.at(-1); before && before.x + before.width + GAP_X > block.x; before = blocks.at(-1)) {
      blocks.pop();
      const weight = before.weight + block.weight;
      block = {nodes: [...before.nodes, ...block.nodes], width: before.width + GAP_X + block.width, weight,
        x: (before.x * before.weight + (block.x - before.width - GAP_X) * block.weight) / weight};
    }
    blocks.push(block);
  });
  for (const block of blocks) {
    let x = block.x;
    for (const node of block.nodes) {
      node.x = x;
      x += node.width + GAP_X;
    }
  }
}

/** Makes a long edge run straight, as far out as any of its bends, where nothing is in its way. */
function straighten(chain, layers) {
  const bends = chain.filter(node => node.isBend);
  if (bends.length > 1) {
    const isRight = bends[0].x > chain[0].x;
    const x = (isRight ? Math.max : Math.min)(...bends.map(bend => bend.x));
    const isFree = bend => layers[bend.layer].every(other => other === bend || other.x > x + BEND.width || other.x + other.width < x);
    if (bends.every(isFree)) {
      bends.forEach(bend => { bend.x = x; });
    }
  }
}

function setY(layers) {
  let y = 0;
  for (const layer of layers) {
    const height = Math.max(...layer.map(node => node.height));
    for (const node of layer) {
      node.y = y;
      node.height = node.isBend ? height : node.height;
    }
    y += height + GAP_Y;
  }
  return y - GAP_Y;
}

/** The corners of an edge. A jump leaves at the side on which it bends; one back also comes in there. */
function points({edge, isBack, chain}) {
  const bends = chain.filter(node => node.isBend);
  const all = [end(chain[0], bends[0], isBack, 'bottom'),
    ...bends.flatMap(({x, y, width, height}) => [{x: x + width / 2, y}, {x: x + width / 2, y: y + height}]),
    end(chain.at(-1), bends.at(-1), isBack, 'top')];
  return {...edge, isBack, points: isBack ? all.toReversed() : all};
}

function end(node, bend, isBack, edge) {
  const middle = node.x + node.width / 2;
  const side = bend && Math.sign(bend.x - middle);
  if (bend && (isBack || edge === 'bottom') && node.type === 'question') {
    return {x: side > 0 ? node.x + node.width : node.x, y: node.y + node.height / 2, side};
  }
  return {x: middle, y: edge === 'bottom' ? node.y + node.height : node.y};
}
