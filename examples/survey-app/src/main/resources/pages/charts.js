const SVG = 'http://www.w3.org/2000/svg';

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function picture(width, height, label, ...children) {
  return svg('svg', {viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label}, ...children);
}

function described(title, bars) {
  return `${title}: ${bars.map(bar => `${bar.label} ${bar.count}`).join(', ')}`;
}

/** A horizontal bar per line, the longest with full width: for choices and the funnel. */
export function lines(title, bars) {
  const most = Math.max(1, ...bars.map(bar => bar.count));
  const height = 26;
  return picture(360, bars.length * height, described(title, bars), ...bars.flatMap((bar, i) => {
    const y = i * height;
    return [
      svg('text', {x: 0, y: y + 16}, short(bar.label, 20)),
      svg('rect', {class: 'track', x: 130, y: y + 4, width: 195, height: 16, rx: 3}),
      svg('rect', {class: 'bar', x: 130, y: y + 4, width: 195 * bar.count / most, height: 16, rx: 3}),
      svg('text', {x: 332, y: y + 16}, String(bar.count)),
    ];
  }));
}

/** A column per value: for numbers on a scale. */
export function columns(title, bars, kind = () => '') {
  const most = Math.max(1, ...bars.map(bar => bar.count));
  const width = 360 / bars.length;
  return picture(360, 120, described(title, bars), ...bars.flatMap((bar, i) => {
    const height = 80 * bar.count / most;
    const x = i * width + width / 2;
    return [
      svg('rect', {class: `bar ${kind(bar)}`, x: i * width + width * .12, y: 96 - height, width: width * .76, height: Math.max(1, height), rx: 2}),
      svg('text', {x, y: 90 - height, 'text-anchor': 'middle'}, bar.count ? String(bar.count) : ''),
      svg('text', {class: 'faint', x, y: 113, 'text-anchor': 'middle'}, bar.label),
    ];
  }));
}

/** The recommendation score: columns from 0 to 10, and below them the three groups of respondents. */
export function recommendation(title, bars) {
  const kind = bar => Number(bar.label) >= 9 ? 'good' : Number(bar.label) <= 6 ? 'bad' : 'middle';
  const all = Math.max(1, bars.reduce((sum, bar) => sum + bar.count, 0));
  let x = 0;
  const parts = ['bad', 'middle', 'good'].flatMap(each => {
    const count = bars.filter(bar => kind(bar) === each).reduce((sum, bar) => sum + bar.count, 0);
    const width = 360 * count / all;
    const part = [
      svg('rect', {class: `bar ${each}`, x, y: 0, width, height: 16}),
      svg('text', {class: 'faint', x, y: 30}, count ? `${{bad: 'against', middle: 'between', good: 'for us'}[each]} ${count}` : ''),
    ];
    x += width;
    return part;
  });
  const whole = document.createElement('div');
  whole.append(columns(title, bars, kind), picture(360, 34, `${title}: against, between, for us`, ...parts));
  return whole;
}

function short(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
