// Draws the figures of a page inside a Streamlit component: an SVG picture, the grid of equal tiles, or the calendar of ends.
const sheets = new Map();

function theme(host) {
  const ground = getComputedStyle(host).getPropertyValue('--st-background-color').trim();
  const probe = document.createElement('span');
  probe.style.color = ground || '#fff';
  document.body.append(probe);
  const [r, g, b] = (getComputedStyle(probe).color.match(/\d+(\.\d+)?/g) || [255, 255, 255]).map(Number);
  probe.remove();
  return (r * 299 + g * 587 + b * 114) / 1000 < 128 ? 'dark' : 'light';
}

export function rootOf(parent, css) {
  let root = parent.querySelector('.petaucj');
  if (!root) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = css;
    root = document.createElement('div');
    root.className = 'petaucj';
    parent.append(link, root);
  }
  root.dataset.theme = theme(parent.host || parent);
  return root;
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function legend(root, data) {
  const list = element('ul', 'legend');
  for (const [swatch, label] of data.legend || []) {
    const item = element('li');
    const sign = element('span', swatch.startsWith('=') ? 'swatch bare' : `swatch ${swatch}`, swatch.startsWith('=') ? swatch.slice(1) : '');
    sign.setAttribute('aria-hidden', 'true');
    item.append(sign, document.createTextNode(label));
    list.append(item);
  }
  root.append(list);
  for (const note of data.notes || []) root.append(element('p', 'legend-note', note));
}

function bar(parts) {
  const whole = element('span', 'parts');
  for (const [fund, people] of parts) {
    const part = element('i', `fill-f-${fund}`);
    part.style.flexGrow = people;
    whole.append(part);
  }
  return whole;
}

function tile(area, chosen) {
  const button = element('button', `tile fill-${area.fill} ${area.letter ? 'letter-' + (area.letter === '?' ? 'q' : area.letter) : ''}`);
  button.type = 'button';
  button.setAttribute('role', 'radio');
  button.setAttribute('aria-checked', String(chosen));
  button.setAttribute('aria-label', area.spoken);
  button.title = area.spoken;
  button.dataset.code = area.code;
  button.style.gridColumn = area.column + 1;
  button.style.gridRow = area.row + 1;
  const value = area.parts ? bar(area.parts) : element('b', (area.value || '').length > 6 ? 'long' : '', area.value);
  const name = element('small', '', area.name);
  if (area.letter) value.append(element('sup', '', area.letter));
  value.style.setProperty('--signs', (area.value || '').length + (area.letter ? 1 : 0) || 1);
  name.style.setProperty('--signs', Math.max(...area.name.split(' ').map((word) => word.length)));
  button.append(value, name);
  if (area.mark) button.append(element('span', 'mark', area.mark));
  return button;
}

const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function neighbour(tiles, from, [dx, dy]) {
  const place = (b) => [Number(b.style.gridColumnStart || b.style.gridColumn), Number(b.style.gridRowStart || b.style.gridRow)];
  const [x, y] = place(from);
  const ahead = tiles.filter((b) => { const [u, v] = place(b); return dx ? Math.sign(u - x) === dx : Math.sign(v - y) === dy; });
  const cost = (b) => { const [u, v] = place(b); return dx ? Math.abs(u - x) + 3 * Math.abs(v - y) : Math.abs(v - y) + 3 * Math.abs(u - x); };
  return ahead.sort((a, b) => cost(a) - cost(b))[0] || from;
}

function keys(grid) {
  grid.addEventListener('keydown', (event) => {
    const tiles = [...grid.children];
    const from = event.target.closest('.tile');
    let to = null;
    if (STEPS[event.key]) to = neighbour(tiles, from, STEPS[event.key]);
    if (event.key === 'Home') to = tiles[0];
    if (event.key === 'End') to = tiles[tiles.length - 1];
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    tiles.forEach((b) => { b.tabIndex = b === to ? 0 : -1; });
    to.focus();
  });
}

function tiles(root, data, pick) {
  const held = root.querySelector('.tile:focus')?.dataset.code;
  root.replaceChildren();
  const grid = element('div', 'tiles');
  grid.setAttribute('role', 'radiogroup');
  grid.setAttribute('aria-label', data.alt);
  for (const area of data.areas) grid.append(tile(area, area.code === data.chosen));
  const stop = [...grid.children].find((b) => b.dataset.code === (held || data.chosen)) || grid.children[0];
  [...grid.children].forEach((b) => { b.tabIndex = b === stop ? 0 : -1; });
  grid.addEventListener('click', (event) => { const b = event.target.closest('.tile'); if (b) pick(b.dataset.code); });
  keys(grid);
  root.append(grid);
  legend(root, data);
  if (held) stop.focus();
}

// The calendar of cover that ends: one group of rows a month; where it does not fit, a list.
function endsRow(columns, [swatch, district, ...cells]) {
  const row = element('tr', cells.length > 1 ? '' : 'ends-whole');
  const head = element('th', '', district);
  head.scope = 'row';
  row.append(head);
  cells.forEach((cell, at) => {
    const box = element('td', at === 1 ? 'number' : '');
    if (cells.length === 1) box.colSpan = columns.length - 2;
    else box.dataset.label = columns[at + 2];
    if (at === 0 && swatch) box.append(element('i', `fill-${swatch}`));
    box.append(document.createTextNode(cell));
    row.append(box);
  });
  return row;
}

function endsMonth(data, [name, rows]) {
  const group = element('tbody');
  const month = element('th', 'ends-month', name);
  month.scope = 'rowgroup';
  month.rowSpan = Math.max(1, rows.length);
  const lines = rows.map((row) => endsRow(data.columns, row));
  if (!lines.length) {
    const nothing = element('td', 'ends-nothing', data.nothing);
    nothing.colSpan = data.columns.length - 1;
    lines.push(element('tr', 'ends-whole'));
    lines[0].append(nothing);
  }
  lines[0].prepend(month);
  group.append(...lines);
  return group;
}

function ends(root, data) {
  const table = element('table', 'ends');
  table.setAttribute('aria-label', data.alt);
  const head = element('tr');
  data.columns.forEach((name, at) => {
    const cell = element('th', at === 3 ? 'number' : '', name);
    cell.scope = 'col';
    head.append(cell);
  });
  const top = element('thead');
  top.append(head);
  table.append(top, ...data.months.map((month) => endsMonth(data, month)));
  root.replaceChildren(table);
}

function picture(root, data) {
  const figure = element('figure');
  figure.setAttribute('role', 'img');
  figure.setAttribute('aria-label', data.alt);
  figure.innerHTML = data.svg; // made by petaucj.draw, every text in it escaped there
  figure.firstElementChild?.setAttribute('aria-hidden', 'true');
  root.replaceChildren(figure);
}

export default function draw(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(parentElement, data.css);
  root.lang = data.lang;
  const seen = JSON.stringify(data);
  if (sheets.get(root) === seen) return;
  sheets.set(root, seen);
  if (data.kind === 'tiles') tiles(root, data, (code) => setTriggerValue('picked', code));
  else if (data.kind === 'ends') ends(root, data);
  else if (data.kind === 'legend') { root.replaceChildren(); legend(root, data); }
  else picture(root, data);
}
