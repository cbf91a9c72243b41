// A table whose cells can be changed, and the button that opens a file: native controls inside a Streamlit component.
// Answers are patched into what stands, so that focus, caret and a half-typed number in another cell survive a rerun.
const STACKED_BELOW = 640;
const seats = new WeakMap();
let pointerDown = false;
const afterPointer = new Set();

// A table that moves between press and release would swallow the click: what comes meanwhile is drawn after it.
// The timer is for releases nobody tells us of (over the list of a select, over a file dialogue).
let release = 0;
function released() {
  clearTimeout(release);
  pointerDown = false;
  setTimeout(() => { const late = [...afterPointer]; afterPointer.clear(); late.forEach((draw) => draw()); });
}
document.addEventListener('pointerdown', () => { pointerDown = true; clearTimeout(release); release = setTimeout(released, 700); }, true);
for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, released, true);

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false || value === '') node.removeAttribute(name);
    else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
  }
  return node;
}

function make(tag, attributes = {}, text = '') {
  const made = set(document.createElement(tag), attributes);
  if (text) made.textContent = text;
  return made;
}

function say(node, text) { if (node.textContent !== text) node.textContent = text; }

// Keeps what the server has not answered yet and sends it along with the next change.
class Outbox {
  constructor() {
    this.mount = Math.random().toString(36).slice(2);
    this.count = 0;
    this.waiting = [];
  }

  post(event) {
    if (event.kind === 'edit') this.waiting = this.waiting.filter((e) => e.kind !== 'edit' || e.row !== event.row || e.key !== event.key);
    this.count += 1;
    this.waiting.push({ ...event, nonce: this.count });
    this.send('event', { mount: this.mount, events: this.waiting });
    return this.count;
  }

  hear([mount, last]) { if (mount === this.mount) this.waiting = this.waiting.filter((e) => e.nonce > last); }

  holds(row, key) { return this.waiting.some((e) => e.kind === 'edit' && e.row === row && e.key === key); }
}

function tellApart(id) { return String(id).replace(/[^\w-]/g, '_'); }

class Table {
  constructor(root, outbox) {
    this.root = root;
    this.outbox = outbox;
    this.rows = new Map();
    this.said = new Set();
    this.intent = null;
    this.box = make('div', { class: 'entry' });
    this.table = make('table', { role: 'table' });
    this.caption = make('caption');
    this.head = make('thead', { role: 'rowgroup' });
    this.headRow = make('tr', { role: 'row' });
    this.nothing = make('p', { class: 'entry-empty' });
    this.foot = make('tfoot', { role: 'rowgroup' });
    this.news = make('p', { class: 'entry-news', 'aria-live': 'polite' });
    this.head.append(this.headRow);
    this.table.append(this.caption, this.head, this.foot);
    this.controls = this.makeControls();
    this.box.append(this.table, this.nothing, this.controls, this.news);
    root.replaceChildren(this.box);
    const watch = new ResizeObserver(() => this.layOut());
    watch.observe(root);
    watch.observe(this.table);
  }

  makeControls() {
    this.options = make('select', { class: 'entry-field' });
    this.options.dataset.spot = '!options';
    this.addButton = this.button('!add', 'entry-button', () => this.act({ kind: 'add', value: this.options.value }));
    this.resetButton = this.button('!reset', 'entry-button quiet', () => this.act({ kind: 'reset' }));
    const bar = make('div', { class: 'entry-controls' });
    this.options.addEventListener('keydown', (event) => event.stopPropagation());
    bar.append(this.options, this.addButton, this.resetButton);
    return bar;
  }

  button(spot, look, act) {
    const made = make('button', { type: 'button', class: look });
    made.dataset.spot = spot;
    // The second click of a double click meets another row once the first has changed the table.
    made.addEventListener('click', (event) => { if (event.detail < 2) act(event); });
    return made;
  }

  // ---- what the reader does ----
  act(event) {
    const from = this.focus();
    const ids = [...this.rows.keys()];
    const nonce = this.outbox.post(event);
    this.intent = { ...event, nonce, ids, spot: from?.spot, place: ids.indexOf(event.row) };
  }

  commit(row, cell) {
    if (this.patching || cell.field.value === cell.settled) return;
    cell.settled = cell.field.value;
    this.outbox.post({ kind: 'edit', row: row.id, key: cell.column.key, value: cell.field.value });
  }

  focus() {
    const field = this.root.getRootNode().activeElement;
    if (!field || !this.root.contains(field) || !field.dataset.spot) return null;
    return { field, row: field.closest('tbody')?.dataset.row, spot: field.dataset.spot };
  }

  // ---- what the server answers ----
  update(data) {
    this.outbox.hear(data.seen);
    this.data = data;
    this.patching = true;
    const held = this.focus();
    const caret = held?.field.matches('input') ? [held.field.selectionStart, held.field.selectionEnd] : null;
    this.drawHead();
    this.drawRows();
    this.drawFoot();
    this.drawControls();
    this.layOut();
    this.refocus(held, caret);
    this.patching = false;
    this.announce();
  }

  get acting() { return ['up', 'down', 'remove'].filter((name) => this.data.words[name]); }

  drawHead() {
    say(this.caption, this.data.caption);
    this.table.hidden = !this.data.rows.length;
    say(this.nothing, this.data.rows.length ? '' : this.data.empty);
    const wanted = this.data.columns.length + (this.acting.length ? 1 : 0);
    while (this.headRow.children.length > wanted) this.headRow.lastElementChild.remove();
    this.data.columns.forEach((column, i) => {
      const there = this.headRow.children[i];
      const cell = there?.matches('th') ? there : make('th', { scope: 'col', role: 'columnheader' });
      if (cell !== there) { if (there) there.replaceWith(cell); else this.headRow.append(cell); }
      set(cell, { class: column.kind });
      say(cell, column.label);
    });
    if (this.headRow.children.length < wanted) this.headRow.append(make('td', { role: 'cell' }));
  }

  drawRows() {
    const ids = this.data.rows.map((row) => String(row.id));
    for (const [id, row] of this.rows) if (!ids.includes(id)) { row.body.remove(); this.rows.delete(id); }
    const widths = this.data.columns.map((column, i) => this.width(column, i));
    const ordered = new Map();
    this.data.rows.forEach((given, place) => {
      const row = this.rows.get(String(given.id)) || this.makeRow(String(given.id));
      ordered.set(row.id, row);
      const bodies = this.table.tBodies;
      if (bodies[place] !== row.body) this.table.insertBefore(row.body, bodies[place] || this.foot);
      this.patchRow(row, given, place, widths);
    });
    this.rows = ordered;
  }

  width(column, i) {
    const texts = this.data.rows.map((row) => (typeof row.cells[i] === 'string' ? row.cells[i] : row.cells[i].text));
    const shown = column.options ? texts.map((text) => (column.options.find(([value]) => value === text) || [, ''])[1]) : texts;
    const longest = Math.max(...shown.map((text) => text.length), 0);
    return column.options ? Math.min(Math.max(longest, 4), column.narrow ? 16 : 26) : Math.min(Math.max(longest, 4), 14);
  }

  makeRow(id) {
    const body = make('tbody', { role: 'rowgroup' });
    body.dataset.row = id;
    const line = make('tr', { role: 'row' });
    const under = make('tr', { role: 'row', class: 'entry-under' });
    const wide = make('td', { role: 'cell' });
    under.append(wide);
    body.append(line);
    return { id, body, line, under, wide, note: make('p', { class: 'entry-note' }), cells: [], buttons: null };
  }

  patchRow(row, given, place, widths) {
    const first = given.cells[0];
    const text = typeof first === 'string' ? first : first?.text || '';
    const label = (this.data.columns[0]?.options || []).find(([value]) => value === text)?.[1];
    row.name = given.name || label || text;
    row.swatch = given.swatch;
    const columns = this.data.columns;
    while (row.cells.length > columns.length) row.cells.pop().place.remove();
    columns.forEach((column, i) => this.patchCell(row, i, column, given.cells[i], widths[i]));
    this.patchButtons(row, given, place);
    say(row.note, given.note || '');
    row.wide.colSpan = columns.length + (this.acting.length ? 1 : 0);
  }

  patchCell(row, i, column, given, width) {
    const { text, fault = '', fixed = false } = typeof given === 'string' ? { text: given } : given;
    const kind = fixed || column.kind === 'text' ? 'span' : column.options || column.kind === 'select' || column.kind === 'month' ? 'select' : 'input';
    let cell = row.cells[i];
    if (!cell) {
      cell = { place: make(i ? 'td' : 'th', i ? { role: 'cell' } : { role: 'rowheader', scope: 'row' }), says: make('p', { class: 'entry-fault' }) };
      row.cells[i] = cell;
      row.line.insertBefore(cell.place, row.buttons);
    }
    if (cell.kind !== kind || cell.column?.key !== column.key) this.makeField(row, cell, kind, column.key);
    cell.column = column;
    cell.fault = fault;
    set(cell.place, { class: column.kind, 'data-label': column.label });
    if (!i) this.patchSwatch(cell, row.swatch);
    if (kind === 'span') { say(cell.field, text); set(cell.place, { 'data-blank': !text }); } else this.patchField(row, cell, text, width);
    cell.says.id = `says-${tellApart(row.id)}-${tellApart(column.key)}`;
    say(cell.says, fault);
  }

  patchSwatch(cell, swatch) {
    if (!swatch) { cell.swatch?.remove(); cell.swatch = null; return; }
    cell.swatch = cell.swatch || make('span', { 'aria-hidden': 'true' });
    set(cell.swatch, { class: `entry-swatch fill-${swatch}` });
    if (cell.place.firstChild !== cell.swatch) cell.place.prepend(cell.swatch);
  }

  makeField(row, cell, kind, key) {
    const field = make(kind, { class: kind === 'span' ? 'entry-text' : 'entry-field' });
    if (cell.field) cell.field.replaceWith(field); else cell.place.append(field);
    Object.assign(cell, { field, kind, settled: undefined, drawn: '' });
    if (kind === 'span') return;
    field.dataset.spot = key;
    if (kind === 'input') set(field, { type: 'text', autocomplete: 'off', spellcheck: 'false' });
    field.addEventListener('change', () => this.commit(row, cell));
    field.addEventListener('blur', () => this.commit(row, cell));
    field.addEventListener('keydown', (event) => {
      event.stopPropagation(); // Streamlit takes "r" and "c" from anywhere on the page
      if (event.key === 'Enter' && kind === 'input') this.commit(row, cell);
      if (event.key === 'Escape' && kind === 'input') { field.value = cell.settled; field.select(); }
    });
  }

  patchField(row, cell, text, width) {
    const { field, column, kind } = cell;
    set(field, { 'aria-label': `${row.name}, ${column.spoken || column.label}`, 'aria-invalid': cell.fault ? 'true' : null,
      'aria-describedby': cell.fault ? `says-${tellApart(row.id)}-${tellApart(column.key)}` : null });
    field.style.setProperty('--wide', width);
    if (kind === 'input') set(field, { inputmode: column.kind === 'percent' ? 'decimal' : 'numeric' });
    else if (cell.drawn !== JSON.stringify(column.options)) {
      const kept = field.value;
      field.replaceChildren(...(column.options || []).map(([value, label]) => make('option', { value }, label)));
      [...field.options].forEach((option, i) => { option.value = column.options[i][0]; });
      field.value = kept;
      cell.drawn = JSON.stringify(column.options);
    }
    if (!this.outbox.holds(row.id, column.key)) {
      const untouched = kind === 'select' || cell.settled === undefined || field.value === cell.settled;
      if (untouched && field.value !== text) this.write(field, text);
      cell.settled = text;
    }
    if (kind === 'select') set(field, { title: field.selectedOptions[0]?.textContent });
  }

  write(field, text) {
    const held = field.matches('input') && this.root.getRootNode().activeElement === field;
    const whole = held && field.value && field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const fromEnd = held ? field.value.length - field.selectionEnd : 0;
    field.value = text;
    if (whole) field.select();
    else if (held) field.setSelectionRange(Math.max(0, text.length - fromEnd), Math.max(0, text.length - fromEnd));
  }

  patchButtons(row, given, place) {
    if (!this.acting.length) { row.buttons?.remove(); row.buttons = null; return; }
    if (!row.buttons) {
      row.buttons = make('td', { role: 'cell', class: 'entry-acts' });
      row.line.append(row.buttons);
      row.acts = {};
    }
    const last = this.data.rows.length - 1;
    const offered = { up: given.movable, down: given.movable, remove: given.removable };
    for (const name of ['up', 'down', 'remove']) {
      if (!offered[name] || !this.data.words[name]) { row.acts[name]?.remove(); delete row.acts[name]; continue; }
      const button = row.acts[name] || this.makeAct(row, name);
      say(button.lastElementChild, this.data.words[name]);
      set(button, { 'aria-label': `${this.data.words[name]}: ${row.name}`, title: this.data.words[name] });
      button.disabled = (name === 'up' && place === 0) || (name === 'down' && place === last);
    }
  }

  makeAct(row, name) {
    const event = name === 'remove' ? { kind: 'remove' } : { kind: 'move', value: name === 'up' ? -1 : 1 };
    const button = this.button(`!${name}`, 'entry-act', () => this.act({ ...event, row: row.id }));
    button.append(make('span', { class: 'sign', 'aria-hidden': 'true' }, { up: '↑', down: '↓', remove: '×' }[name]), make('span', { class: 'word' }));
    row.acts[name] = button;
    const order = ['up', 'down', 'remove'];
    const next = order.slice(order.indexOf(name) + 1).map((other) => row.acts[other]).find(Boolean);
    row.buttons.insertBefore(button, next || null);
    return button;
  }

  drawFoot() {
    const texts = this.data.total;
    if (!texts.length) { this.foot.replaceChildren(); return; }
    const line = make('tr', { role: 'row' });
    texts.forEach((text, i) => {
      const column = this.data.columns[i] || { kind: 'text', label: '' };
      line.append(set(make(i ? 'td' : 'th', i ? { role: 'cell' } : { role: 'rowheader', scope: 'row' }, text),
        { class: column.kind, 'data-label': column.label, 'data-blank': !text }));
    });
    if (this.acting.length) line.append(make('td', { role: 'cell', 'data-blank': 'true' }));
    this.foot.replaceChildren(line);
  }

  drawControls() {
    const { words, add } = this.data;
    const drawn = JSON.stringify(add);
    if (this.addDrawn !== drawn) {
      const kept = this.options.value;
      this.options.replaceChildren(...add.map(([value, label]) => Object.assign(make('option', {}, label), { value })));
      if (add.some(([value]) => value === kept)) this.options.value = kept;
      this.addDrawn = drawn;
    }
    this.options.hidden = !words.add || add.length < 2;
    set(this.options, { 'aria-label': words.add });
    this.addButton.hidden = !words.add;
    say(this.addButton, words.add || '');
    this.resetButton.hidden = !words.reset;
    say(this.resetButton, words.reset || '');
    this.controls.hidden = !words.add && !words.reset;
  }

  // ---- where the reader is afterwards ----
  refocus(held, caret) {
    const target = this.target();
    const nowhere = !this.focus();
    const elsewhere = document.activeElement && document.activeElement !== document.body && document.activeElement !== this.root.getRootNode().host;
    if (target && !(elsewhere && nowhere && !held)) { target.focus(); if (target.matches('input')) target.select(); return; }
    if (!held || !nowhere) return;
    const again = held.field.isConnected ? held.field : this.find(this.rows.get(held.row), held.spot) || this.addButton;
    again.focus();
    if (caret && again === held.field) again.setSelectionRange(...caret);
  }

  target() {
    const { intent } = this;
    if (!intent) return null;
    const rows = [...this.rows.values()];
    const changed = rows.length !== intent.ids.length || rows.some((row, i) => row.id !== intent.ids[i]);
    const answered = this.data.seen[0] === this.outbox.mount && this.data.seen[1] >= intent.nonce;
    if (!changed && !answered) return null;
    this.intent = null;
    if (!changed) return null;
    if (intent.kind === 'remove') return this.first(rows[Math.min(intent.place, rows.length - 1)]) || this.lastResort();
    if (intent.kind === 'add') return this.first(rows.find((row) => !intent.ids.includes(row.id)));
    if (intent.kind === 'move') return this.find(this.rows.get(intent.row), intent.spot || (intent.value < 0 ? '!up' : '!down'));
    return null;
  }

  lastResort() { return [this.options, this.addButton, this.resetButton].find((control) => !control.hidden) || null; }

  first(row) { return row && [...row.line.querySelectorAll('input, select'), ...row.line.querySelectorAll('button:enabled')][0]; }

  find(row, spot) {
    if (!row) return null;
    const there = [...row.line.querySelectorAll('[data-spot]')];
    return there.find((field) => field.dataset.spot === spot && !field.disabled)
      || there.find((field) => field.dataset.spot.startsWith('!') && !field.disabled) || this.first(row) || null;
  }

  announce() {
    const faults = new Set();
    for (const row of this.rows.values()) for (const cell of row.cells) if (cell.fault) faults.add(`${row.name}, ${cell.column.label}: ${cell.fault}`);
    const fresh = [...faults].filter((fault) => !this.said.has(fault));
    if (fresh.length) say(this.news, fresh.join(' ')); else if (!faults.size) say(this.news, '');
    this.said = faults;
  }

  // ---- table where it fits, a card for each row where it does not ----
  layOut() {
    if (!this.data) return;
    const room = this.root.clientWidth;
    this.box.classList.remove('stacked');
    this.placeSentences(false);
    if (room < (this.data.stacks || STACKED_BELOW) || this.table.offsetWidth > room + 1) {
      this.box.classList.add('stacked');
      this.placeSentences(true);
    }
  }

  placeSentences(stacked) {
    for (const row of this.rows.values()) {
      const faulty = row.cells.filter((cell) => cell.fault);
      for (const cell of row.cells) if (!cell.fault) cell.says.remove();
      for (const cell of faulty) {
        const home = stacked ? cell.place : row.wide;
        if (cell.says.parentNode !== home) home.append(cell.says);
      }
      if (row.note.textContent) row.wide.append(row.note); else row.note.remove();
      const under = row.wide.childElementCount > 0;
      if (under !== row.under.isConnected) { if (under) row.body.append(row.under); else row.under.remove(); }
      for (const cell of faulty) {
        cell.says.style.marginLeft = '';
        if (stacked) continue;
        const start = cell.place.offsetLeft;
        const free = row.wide.clientWidth - cell.says.offsetWidth - 8;
        cell.says.style.marginLeft = `${Math.max(0, Math.min(start, free))}px`;
      }
    }
  }
}

class FileButton {
  constructor(root, outbox) {
    this.outbox = outbox;
    this.box = make('div', { class: 'entry entry-open' });
    this.button = make('button', { type: 'button', class: 'entry-button', 'aria-describedby': 'hint' });
    this.hint = make('p', { class: 'entry-note', id: 'hint' });
    this.chooser = make('input', { type: 'file', hidden: 'hidden', tabindex: '-1', 'aria-hidden': 'true' });
    this.button.addEventListener('click', () => this.chooser.click());
    this.chooser.addEventListener('change', () => this.read());
    this.box.append(this.button, this.chooser, this.hint);
    root.replaceChildren(this.box);
  }

  update(data) {
    this.outbox.hear(data.seen);
    this.data = data;
    say(this.button, data.label);
    say(this.hint, data.hint);
    set(this.chooser, { accept: data.accept });
  }

  async read() {
    const [file] = this.chooser.files;
    if (!file) return;
    const large = file.size > this.data.limit;
    const value = large ? null : await file.text();
    this.chooser.value = ''; // the same file may be chosen again after it was corrected
    this.outbox.post({ kind: 'open', row: file.name, key: '', value, size: file.size, too_large: large });
  }
}

export default function draw(component, base) {
  const { data, parentElement, setTriggerValue } = component;
  const root = base.rootOf(parentElement, data.css);
  root.lang = data.lang;
  let seat = seats.get(root);
  if (!seat) {
    const outbox = new Outbox();
    seat = { outbox, view: new (data.kind === 'open' ? FileButton : Table)(root, outbox) };
    seats.set(root, seat);
  }
  seat.outbox.send = setTriggerValue;
  seat.draw = seat.draw || (() => seat.view.update(seat.data));
  seat.data = data;
  if (pointerDown) afterPointer.add(seat.draw); else seat.draw();
}
