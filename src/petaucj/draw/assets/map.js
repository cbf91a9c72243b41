// The map of the 19 districts. The base is drawn once; every later rerun only calls show().
(() => {
  const NS = 'http://www.w3.org/2000/svg';
  const state = { map: null, areas: {}, order: [], pending: null, count: 0, options: null };

  function make(tag, attributes, parent) {
    const node = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (parent) parent.append(node);
    return node;
  }

  function patterns(svg) {
    const defs = make('defs', {}, null);
    const pattern = (id, size, turn) => make('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${turn})` }, defs);
    make('line', { x1: 0, y1: 0, x2: 0, y2: 7, class: 'hatch-line' }, pattern('hatch', 7, 45));
    make('line', { x1: 0, y1: 0, x2: 0, y2: 9, class: 'pattern-line' }, pattern('letter-B', 9, 45));
    make('line', { x1: 0, y1: 0, x2: 0, y2: 9, class: 'pattern-line' }, pattern('letter-C', 9, 90));
    make('circle', { cx: 4, cy: 4, r: 1.4, class: 'pattern-dot' }, pattern('letter-q', 8, 0));
    const forecast = pattern('forecast', 6, 45);
    make('rect', { width: 6, height: 6, class: 'forecast-ground' }, forecast);
    make('line', { x1: 1, y1: 0, x2: 1, y2: 6, class: 'forecast-line' }, forecast);
    svg.prepend(defs);
  }

  function pick(code) {
    state.count += 1;
    window.Streamlit.setComponentValue({ daerah: code, n: state.count });
  }

  function onKey(event, code) {
    const at = state.order.indexOf(code);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') pick(code);
    else if (step) focusArea(state.order[(at + step + state.order.length) % state.order.length]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function focusArea(code) {
    for (const [key, area] of Object.entries(state.areas)) area.path.getElement().tabIndex = key === code ? 0 : -1;
    state.areas[code].path.getElement().focus();
  }

  function addArea(feature) {
    const code = feature.properties.kemendagri_code;
    const path = L.geoJSON(feature, { className: 'district', weight: 1 }).getLayers()[0].addTo(state.map);
    const over = L.geoJSON(feature, { className: 'pattern', interactive: false }).getLayers()[0].addTo(state.map);
    const place = [feature.properties.label_lat, feature.properties.label_lon];
    const spot = L.circleMarker(place, { className: 'spot', radius: 7 });
    for (const layer of [path, spot]) {
      layer.on('click', (event) => { L.DomEvent.stopPropagation(event); pick(code); });
      layer.bindTooltip('', { className: 'map-hover', sticky: true, direction: 'auto' });
    }
    state.areas[code] = { path, over, spot, place, label: null, pie: null };
    const node = path.getElement();
    node.setAttribute('role', 'button');
    node.tabIndex = -1;
    node.addEventListener('keydown', (event) => onKey(event, code));
  }

  function labelOf(entry) {
    const parts = [];
    if (entry.value) {
      const letter = entry.letter ? `<sup>${entry.letter}</sup>` : '';
      parts.push(`<b>${entry.value}</b>${letter}`);
    }
    if (entry.mark) parts.push(`<sup>${entry.mark}</sup>`);
    if (entry.date) parts.push(`<small>${entry.date}</small>`);
    return parts.length ? `<span>${parts.join('')}</span>` : '';
  }

  function pieOf(parts) {
    const svg = make('svg', { viewBox: '-1.1 -1.1 2.2 2.2', width: 34, height: 34 });
    const total = parts.reduce((sum, [, share]) => sum + share, 0);
    let from = -Math.PI / 2;
    make('circle', { r: 1.06, style: 'fill:var(--ground)' }, svg);
    for (const [fund, share] of parts) {
      const to = from + 2 * Math.PI * share / total;
      const far = to - from > Math.PI ? 1 : 0;
      const d = parts.length === 1 ? 'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0' :
        `M0 0L${Math.cos(from)} ${Math.sin(from)}A1 1 0 ${far} 1 ${Math.cos(to)} ${Math.sin(to)}Z`;
      make('path', { d, style: `fill:var(--f-${fund});stroke:var(--ground);stroke-width:.05` }, svg);
      from = to;
    }
    make('circle', { r: 0.42, style: 'fill:var(--ground)' }, svg);
    return svg;
  }

  // A city smaller than this on screen gets a spot that can be seen and hit.
  const SMALL = 17;

  function size(area) {
    const box = area.path.getBounds();
    const a = state.map.latLngToLayerPoint(box.getNorthWest());
    const b = state.map.latLngToLayerPoint(box.getSouthEast());
    return { width: b.x - a.x, height: b.y - a.y };
  }

  function arrange() {
    const free = [];
    const codes = Object.keys(state.areas).sort((a, b) => (state.view.areas[b].chosen ? 1 : 0) - (state.view.areas[a].chosen ? 1 : 0) || size(state.areas[b]).width - size(state.areas[a]).width);
    for (const code of codes) {
      const area = state.areas[code];
      const entry = state.view.areas[code];
      const { width, height } = size(area);
      const spotted = state.view.mode === 'circle' ? Boolean(entry.radius) : state.view.mode === 'fill' && Math.min(width, height) < SMALL;
      if (spotted) area.spot.setRadius(entry.radius || 7).addTo(state.map); else area.spot.remove();
      if (spotted) dress(area.spot, entry, state.view.mode === 'circle' ? `circle${entry.hollow ? ' hollow' : ''}` : '');
      if (area.label) { area.label.remove(); area.label = null; }
      const html = labelOf(entry);
      if (!html) continue;
      const point = state.map.latLngToLayerPoint(area.place);
      const half = [entry.date ? 27 : 16, entry.date ? 14 : 9];
      const box = [point.x - half[0], point.y - half[1], point.x + half[0], point.y + half[1]];
      const roomy = width > half[0] * 1.5 && height > half[1] * 1.7;
      const clear = !free.some((o) => box[0] < o[2] && box[2] > o[0] && box[1] < o[3] && box[3] > o[1]);
      if ((roomy || entry.radius || entry.chosen) && clear) {
        free.push(box);
        area.label = L.marker(area.place, { interactive: false, keyboard: false, icon: L.divIcon({ className: 'map-label', html, iconSize: [0, 0] }) }).addTo(state.map);
      }
    }
  }

  function spoken(entry) {
    const label = [entry.value && `${entry.value} %`, entry.letter && `(${entry.letter})`, entry.mark, entry.date].filter(Boolean).join(' ');
    const said = (state.view.said[entry.fill] || '').replace(/ ?\$(\w+)/g, (whole, part) => (entry[part] ? whole.replace(`$${part}`, () => entry[part]) : ''));
    return `${entry.name}: ${entry.says || said || label}`;
  }

  function dress(layer, entry, extra) {
    const node = layer.getElement();
    if (!node) return;
    const base = layer instanceof L.CircleMarker ? 'spot' : 'district';
    const letter = base === 'spot' && entry.letter ? `letter-${entry.letter === '?' ? 'q' : entry.letter}` : '';
    node.setAttribute('class', `leaflet-interactive ${base} ${extra || ''} ${letter} fill-${entry.fill}${entry.chosen && base === 'spot' ? ' chosen' : ''}`);
    // A pattern is named in the element itself: in a style sheet its address would be looked for in that file.
    if (base === 'spot') node.style.fill = extra && entry.fill === 'forecast' ? 'url(#forecast)' : '';
    const words = document.createElement('span');
    words.textContent = spoken(entry);
    layer.setTooltipContent(words);
  }

  function speak(lang) {
    if (state.lang === lang) return;
    state.lang = lang;
    document.documentElement.lang = lang;
    const [attribution, , zoomIn, zoomOut] = state.options.words[lang];
    state.map.attributionControl.removeAttribution(state.attribution || '').addAttribution(attribution);
    state.attribution = attribution;
    for (const [name, words] of [['in', zoomIn], ['out', zoomOut]]) {
      const button = state.map.getContainer().querySelector(`.leaflet-control-zoom-${name}`);
      button.title = words;
      button.setAttribute('aria-label', words);
    }
  }

  function paint() {
    const view = state.view;
    if (state.outline) { state.outline.remove(); state.outline = null; }
    for (const [code, area] of Object.entries(state.areas)) {
      const entry = view.areas[code];
      dress(area.path, entry);
      const node = area.path.getElement();
      node.setAttribute('aria-label', spoken(entry));
      node.setAttribute('aria-pressed', String(Boolean(entry.chosen)));
      const fill = entry.fill === 'nodata' || entry.fill === 'other' ? 'hatch' : entry.letter && entry.letter !== 'A' ? `letter-${entry.letter === '?' ? 'q' : entry.letter}` : '';
      const over = area.over.getElement();
      over.setAttribute('class', `pattern${entry.fill === 'other' ? ' other' : ''}`);
      over.style.fill = fill ? `url(#${fill})` : 'none';
      if (area.pie) { area.pie.remove(); area.pie = null; }
      if (view.mode === 'mix' && entry.parts && entry.parts.length) {
        const html = pieOf(entry.parts).outerHTML;
        area.pie = L.marker(area.place, { interactive: false, keyboard: false, icon: L.divIcon({ className: 'map-pie', html, iconSize: [34, 34] }) }).addTo(state.map);
      }
      if (entry.chosen) {
        state.outline = L.geoJSON(area.path.toGeoJSON(), { className: 'chosen', interactive: false }).addTo(state.map);
      }
    }
    const chosen = state.order.find((code) => view.areas[code].chosen) || state.order[0];
    for (const code of state.order) state.areas[code].path.getElement().tabIndex = code === chosen ? 0 : -1;
    arrange();
    speak(view.lang);
    document.body.dataset.ready = String(Number(document.body.dataset.ready || 0) + 1);
  }

  async function json(url) {
    const answer = await fetch(url);
    if (!answer.ok || !(answer.headers.get('content-type') || '').includes('json')) throw new Error(url);
    return answer.json();
  }

  function followTheme() {
    const dress = (theme) => { document.body.dataset.theme = theme && theme.base === 'dark' ? 'dark' : 'light'; };
    window.addEventListener('message', (event) => { if (event.data && event.data.type === 'streamlit:render') dress(event.data.theme); });
    const ground = getComputedStyle(document.body).getPropertyValue('--background-color');
    if (ground) dress({ base: /^#(0|1|2|3)/.test(ground.trim()) ? 'dark' : 'light' });
  }

  // A frame that is not laid out yet has no height, and a map without height cannot be fitted.
  async function laidOut(box) {
    while (!box.clientHeight || !box.clientWidth) await new Promise((next) => setTimeout(next, 30));
  }

  async function start(map, options) {
    state.map = map;
    state.options = options;
    document.body.classList.add('petaucj');
    followTheme();
    // The page decides the frame's height (it follows the window), the map fills the frame.
    Object.assign(map.getContainer().style, { height: '100vh', width: '100%' });
    await laidOut(map.getContainer());
    map.invalidateSize();
    map.attributionControl.setPrefix('');
    map.fitBounds(options.bounds, { padding: [4, 4] });
    try {
      const [districts, neighbours] = await Promise.all([json(options.districts), json(options.context)]);
      L.geoJSON(neighbours, { interactive: false, className: 'neighbour' }).addTo(map);
      districts.features.forEach(addArea);
      state.order = districts.features.map((f) => f.properties.kemendagri_code);
      patterns(map.getPane('overlayPane').querySelector('svg'));
      map.on('zoomend resize', () => state.view && arrange());
      if (state.pending) show(state.pending);
    } catch (fault) {
      const note = document.createElement('p');
      note.className = 'map-fault';
      note.setAttribute('role', 'alert');
      note.textContent = options.words[document.documentElement.lang === 'en' ? 'en' : 'id'][1];
      map.getContainer().append(note);
      throw fault;
    }
  }

  // The places of one district's cells, the same as in draw/map.py.
  const FIELDS = ['name', 'fill', 'value', 'date', 'letter', 'mark', 'radius', 'says', 'hollow', 'parts'];

  function unpacked(view) {
    const entry = ([code, cells]) => [code, { chosen: code === view.chosen, ...Object.fromEntries(FIELDS.map((field, at) => [field, cells[at]])) }];
    return { ...view, areas: Object.fromEntries(Object.entries(view.areas).map(entry)) };
  }

  function show(view) {
    if (!state.order.length) { state.pending = view; return; }
    state.view = unpacked(view);
    paint();
  }

  // On paper the map has its own size, the same as the frame's in print.css, whatever the window; afterwards the visitor's view comes back.
  const PAPER = { width: 345, height: 400 };

  function fit(width, height) {
    Object.assign(state.map.getContainer().style, { width, height });
    state.map.invalidateSize({ animate: false, pan: false });
  }

  window.addEventListener('beforeprint', () => {
    if (!state.view || state.before) return;
    state.before = [state.map.getCenter(), state.map.getZoom()];
    fit(`${PAPER.width}px`, `${PAPER.height}px`);
    state.map.options.zoomSnap = 0;
    // reset: at once, even in the middle of a zoom.
    state.map.fitBounds(state.options.bounds, { padding: [4, 4], reset: true });
    state.map.options.zoomSnap = 0.25;
    arrange();
  });
  window.addEventListener('afterprint', () => {
    if (!state.before) return;
    fit('100%', '100vh');
    state.map.setView(...state.before, { reset: true });
    state.before = null;
    arrange();
  });

  window.petaucj = { start, show, state };
})();
