// Makes the page easier to use; everything it shows stands in the page already.
(() => {
  const held = JSON.parse(document.getElementById('isi').textContent);
  const all = (selector, from) => [...(from || document).querySelectorAll(selector)];
  const panels = all('.panel');
  const places = all('.map .place');
  const tiles = all('.tile');
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const foot = document.querySelector('footer p');
  const footed = foot.textContent;
  let shown = '';

  // ---- one district at a time ----
  const ring = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  ring.setAttribute('class', 'ring');
  for (const svg of all('.map svg')) {
    const labels = [...svg.children].find((child) => child.tagName === 'text');
    svg.insertBefore(ring, labels || null);
  }

  function mark(code) {
    if (!places.length) return;
    all('.map .chosen').forEach((area) => area.classList.remove('chosen'));
    for (const link of [...places, ...tiles, ...all('.sort tbody tr')]) {
      if (link.dataset.code === code) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const place = places.find((one) => one.dataset.code === code);
    ring.setAttribute('d', place ? place.querySelector('.area').getAttribute('d') : '');
  }

  function known(code) {
    return panels.some((panel) => panel.id === code) ? code : '';
  }

  function show(code, moved) {
    const panel = panels.find((one) => one.id === code);
    if (!panel) return;
    shown = code;
    panels.forEach((one) => { one.hidden = one !== panel; });
    mark(code);
    // In a frame the line at its foot names the documents of what is shown.
    const source = panel.querySelector('.source');
    if (held.framed) foot.textContent = source ? source.textContent : footed;
    const title = panel.querySelector('h2');
    document.title = `${title.textContent} · ${held.brand}`;
    if (!moved) return;
    const top = panel.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight * 0.7) panel.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
    title.focus({ preventScroll: true });
  }

  const fromAddress = () => known(decodeURIComponent(location.hash.slice(1)));
  window.addEventListener('hashchange', () => { const code = fromAddress(); if (code && code !== shown) show(code, true); });
  document.addEventListener('click', (event) => {
    const link = event.target.closest ? event.target.closest('a[href^="#"]') : null;
    const code = link && known(link.getAttribute('href').slice(1));
    if (!code) return;
    // The address follows where it may, so that Back leads to the district before; where it may not, the district is shown all the same.
    event.preventDefault();
    // In a frame it does not: Back belongs to the page around it.
    try { if (!held.framed) history.pushState(null, '', `#${code}`); } catch (error) { /* a reader that keeps no addresses */ }
    empty();
    show(code, true);
  });
  window.addEventListener('popstate', () => { const code = fromAddress() || held.chosen || 'provinsi'; if (code !== shown) show(known(code), true); });

  // ---- one stop of the Tab key for the map, one for the tiles; arrows walk inside ----
  const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const middle = (element) => { const box = (element.querySelector('.dot') || element).getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; };

  function ahead(links, from, [dx, dy]) {
    const [x, y] = middle(from);
    const cost = (link) => { const [u, v] = middle(link); return dx ? Math.abs(u - x) + 3 * Math.abs(v - y) : Math.abs(v - y) + 3 * Math.abs(u - x); };
    const far = (link) => { const [u, v] = middle(link); return dx ? (u - x) * dx > 1 : (v - y) * dy > 1; };
    return links.filter((link) => link !== from && far(link)).sort((a, b) => cost(a) - cost(b))[0] || from;
  }

  function walk(links, next) {
    const stop = (link) => links.forEach((one) => { one.setAttribute('tabindex', one === link ? '0' : '-1'); });
    if (links.length) stop(links.find((link) => link.dataset.code === shown) || links[0]);
    links.forEach((link, at) => link.addEventListener('keydown', (event) => {
      let to = STEPS[event.key] && next(links, link, STEPS[event.key], at);
      if (event.key === 'Home') to = links[0];
      if (event.key === 'End') to = links[links.length - 1];
      if (!to) return;
      event.preventDefault();
      stop(to);
      to.focus();
    }));
  }

  // ---- map or tiles, where only one has room ----
  for (const box of all('.choices')) {
    box.hidden = false;
    const buttons = all('button', box);
    buttons.forEach((button) => button.addEventListener('click', () => {
      box.closest('.pick').dataset.show = button.dataset.show;
      buttons.forEach((one) => one.setAttribute('aria-pressed', String(one === button)));
    }));
  }

  // ---- search ----
  const plain = (words) => words.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
  const search = document.querySelector('.search');
  const found = (held.find || []).map(([code, name, line, names]) => ({ code, name, line, names: names.map(plain) }));

  function matches(typed) {
    const wanted = plain(typed);
    if (!wanted) return [];
    const exact = found.filter((one) => one.names.includes(wanted));
    const rest = found.filter((one) => !exact.includes(one) && (one.code === typed.trim() || one.names.some((name) => ` ${name}`.includes(` ${wanted}`))));
    return [...exact, ...rest];
  }

  function result(one) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const name = document.createElement('b');
    const line = document.createElement('span');
    link.href = `#${one.code}`;
    name.textContent = one.name;
    line.textContent = one.line;
    line.className = 'quiet';
    link.append(name, line);
    item.append(link);
    return item;
  }

  function empty() {
    if (!search) return;
    search.querySelector('input').value = '';
    list('');
  }

  function list(typed) {
    const hits = matches(typed);
    const place = search.querySelector('ul');
    place.textContent = '';
    hits.slice(0, 8).forEach((one) => place.append(result(one)));
    search.querySelector('[role=status]').textContent = !plain(typed) ? '' : hits.length ? held.found.replace('{count}', String(hits.length)) : held.none;
  }

  if (search) {
    const field = search.querySelector('input');
    search.hidden = false;
    field.addEventListener('input', () => list(field.value));
    search.addEventListener('keydown', (event) => {
      const links = all('a', search);
      const at = links.indexOf(document.activeElement);
      if (event.key === 'Escape') { empty(); field.focus(); }
      if (event.key === 'Enter' && event.target === field && links.length) { event.preventDefault(); links[0].click(); }
      const to = event.key === 'ArrowDown' ? links[at + 1] : event.key === 'ArrowUp' ? links[at - 1] || field : null;
      if (to) { event.preventDefault(); to.focus(); }
    });
  }

  // ---- the table: groups that do not compare stay apart in both directions, empty cells stay last ----
  const LAST = 99;
  function sort(table, column, direction) {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: row.dataset.keys.split(' ')[column].split(':').map(Number), first: Number(row.dataset.keys.split(' ')[0].split(':')[1]) }));
    rows.sort((a, b) => a.key[0] - b.key[0] || (a.key[0] === LAST ? 0 : (a.key[1] - b.key[1]) * direction) || a.first - b.first);
    rows.forEach(({ row }) => body.append(row));
    all('thead th', table).forEach((head, at) => {
      if (at === column) head.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
      else head.removeAttribute('aria-sort');
    });
  }

  for (const table of all('table.sort')) {
    all('.hint').forEach((hint) => { hint.hidden = false; });
    all('thead th', table).forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.textContent = '';
      head.append(button);
      // Numbers begin with the largest.
      const start = head.className === 'right' ? -1 : 1;
      button.addEventListener('click', () => {
        const now = head.getAttribute('aria-sort');
        sort(table, column, now ? (now === 'ascending' ? -1 : 1) : start);
      });
    });
  }

  // ---- on paper the sources of the shown district are open ----
  const folded = [];
  window.addEventListener('beforeprint', () => all('.panel:not([hidden]) .sources:not([open])').forEach((one) => { one.open = true; folded.push(one); }));
  window.addEventListener('afterprint', () => folded.splice(0).forEach((one) => { one.open = false; }));

  document.body.classList.add('script');
  show(fromAddress() || known(held.chosen) || 'provinsi', false);
  walk(places, (links, link, [dx, dy], at) => links[at + (dx || dy)]);
  walk(tiles, ahead);
})();
