/* The presentation. Every window of it runs this script: the stage, the speaker's window (#pembicara), a telephone held upright, the kiosk.
   What they share is one small state with the time of its last change; whoever changes it tells the others, and the later one wins. */
(() => {
  'use strict';
  const by = (id) => document.getElementById(id);
  const told = JSON.parse(by('cerita').textContent);
  const say = (name, values = {}) => told.kata[name].replace(/\{(\w+)\}/g, (all, key) => (key in values ? String(values[key]) : all));
  const steps = [...document.querySelectorAll('.langkah')];
  const last = Math.max(1, steps.length);
  const SPEAKER = '#pembicara';
  const file = location.protocol === 'file:';
  const kiosk = told.kios > 0;
  const speaker = !kiosk && location.hash === SPEAKER;
  const body = document.body;
  if (speaker) body.dataset.tampil = 'pembicara';

  /* ---- the shared state ---- */
  const stepOfHash = () => clamp(parseInt(location.hash.slice(1), 10) || 1);
  const clamp = (n) => Math.min(last, Math.max(1, n));
  const state = { v: 0, step: speaker ? 1 : stepOfHash(), black: false, qr: false, dark: false, since: 0, held: 0, lost: false, refused: false };
  const KINDS = { v: 'number', step: 'number', black: 'boolean', qr: 'boolean', dark: 'boolean', since: 'number', held: 'number', lost: 'boolean', refused: 'boolean' };
  let keysShown = false;

  function change(part) {
    const moved = 'step' in part && part.step !== state.step;
    if (moved) {
      healed = 0;
      Object.assign(part, { qr: false, black: false });
      keysShown = false;
      if (!state.since && !state.held) part.since = Date.now();
    }
    Object.assign(state, part);
    state.v = Math.max(state.v + 1, Date.now());
    render();
    tell();
    if (moved && kiosk) walk();
  }

  /* ---- the other windows ---- */
  const channel = 'BroadcastChannel' in window && !kiosk && !file ? new BroadcastChannel(`petaucj-panggung-${told.id}`) : null;
  const peers = new Set(window.opener ? [window.opener] : []);
  const fromHere = (origin) => (file ? origin === 'null' || origin === 'file://' : origin === location.origin);
  /* A stage and its speaker's window know each other by the name of the window, so that a tab left open elsewhere does not join in. */
  const named = /^petaucj-(?:panggung|pembicara)-([0-9a-f]{16})$/.exec(window.name);
  let session = named ? named[1] : speaker ? '' : [...crypto.getRandomValues(new Uint8Array(8))].map((n) => n.toString(16).padStart(2, '0')).join('');
  if (session) window.name = `petaucj-${speaker ? 'pembicara' : 'panggung'}-${session}`;
  let answered = performance.now();

  function send(message) {
    const whole = { petaucj: told.id, session, speaker, ...message };
    if (channel) channel.postMessage(whole);
    for (const peer of peers) if (!peer.closed) peer.postMessage(whole, file ? '*' : location.origin);
  }
  const tell = () => send({ state: { ...state } });

  function hear(message) {
    if (!message || message.petaucj !== told.id || kiosk) return;
    if (!session && typeof message.session === 'string') session = message.session;
    if (message.session && message.session !== session) return;
    if (speaker && message.speaker === false) answered = performance.now();
    if (message.hello && !speaker) tell();
    if (message.report && !speaker) report();
    const given = message.state;
    if (!given || Object.keys(KINDS).some((key) => typeof given[key] !== KINDS[key]) || !Number.isSafeInteger(given.v)) return;
    /* A stage that was loaded anew learns from its speaker's window where it was. */
    if (given.v < state.v && message.speaker !== speaker) tell();
    if (given.v < state.v || (given.v === state.v && !speaker)) return;
    const same = Object.keys(KINDS).every((key) => given[key] === state[key]);
    for (const key of Object.keys(KINDS)) state[key] = given[key];
    state.step = clamp(state.step);
    if (!same) render();
    connection();
  }
  if (channel) channel.onmessage = (event) => hear(event.data);
  window.addEventListener('message', (event) => {
    if (!fromHere(event.origin) || !event.data || event.data.petaucj !== told.id) return;
    if (event.source && event.source !== window) peers.add(event.source);
    hear(event.data);
  });

  function connection() {
    if (!speaker) return;
    const gone = performance.now() - answered > 5000 || (peers.size > 0 && [...peers].every((peer) => peer.closed) && performance.now() - answered > 1200);
    if (body.classList.contains('putus') === gone) return;
    body.classList.toggle('putus', gone);
    const note = by('putus');
    note.hidden = !gone;
    note.replaceChildren();
    if (gone) note.append(say('stage_closed'), button(say('stage_open'), 'stage'));
    fit();
  }
  function button(label, action) {
    const made = document.createElement('button');
    made.type = 'button';
    made.dataset.lakukan = action;
    made.textContent = label;
    return made;
  }
  function openWindow(hash, name, features) {
    const opened = window.open(location.href.split('#')[0] + hash, `petaucj-${name}-${session}`, features);
    if (opened) peers.add(opened);
    else sign(say('popup'), 6000);
    return opened;
  }

  /* ---- what is seen ---- */
  const aside = (n) => steps[n - 1] && steps[n - 1].querySelector('aside');
  const copy = (from) => (from ? [...from.childNodes].map((node) => node.cloneNode(true)) : []);
  let shown = 0;

  function render() {
    const n = state.step;
    body.dataset.theme = state.dark ? 'dark' : 'light';
    by('hitam').hidden = !state.black;
    by('kode').hidden = !state.qr;
    by('tombol').hidden = !keysShown;
    if (n !== shown) {
      shown = n;
      steps.forEach((step, i) => step.classList.toggle('kini', i === n - 1));
      const note = aside(n);
      const message = note ? note.querySelector('p').textContent : '';
      by('ucap').textContent = note ? `${say('position', { n, all: last })}. ${note.querySelector('h4').textContent}. ${message}` : '';
      document.title = `${n}/${last} · ${note ? note.querySelector('h4').textContent : ''} · ${told.judul}`;
      if (!speaker && location.hash !== `#${n}` && (n > 1 || location.hash)) location.hash = `#${n}`;
      showNotes(n);
      report();
    }
    for (const [name, on] of [['black', state.black], ['qr', state.qr]]) {
      for (const one of document.querySelectorAll(`#pembicara [data-lakukan=${name}]`)) one.setAttribute('aria-pressed', on);
    }
    showLost();
    if (state.black) by('ucap').textContent = say('black_on');
    timer();
    ask();
  }

  function showNotes(n) {
    const now = aside(n), next = aside(n + 1);
    by('posisi').textContent = say('position', { n, all: last });
    by('nama').textContent = now ? now.querySelector('h4').textContent : '';
    by('pesan').replaceChildren(...copy(now && now.querySelector('p')));
    by('catatan').replaceChildren(...copy(now && now.querySelector('ul')));
    by('nama-berikut').textContent = next ? next.querySelector('h3').textContent : '';
    by('pesan-berikut').replaceChildren(...(next ? copy(next.querySelector('p')) : [say('end')]));
    for (const one of by('daftar').querySelectorAll('button')) {
      if (Number(one.dataset.ke) === n) {
        one.setAttribute('aria-current', 'step');
        if (speaker) one.scrollIntoView({ block: 'center' });
      } else one.removeAttribute('aria-current');
    }
  }

  const hand = window.matchMedia('(max-width: 760px) and (orientation: portrait)');
  function fit() {
    const upright = hand.matches && !speaker && !kiosk;
    body.classList.toggle('tangan', upright);
    by('pembicara').hidden = !upright && !speaker;
    const place = by('panggung').getBoundingClientRect();
    const scale = Math.min(place.width / 1920, place.height / 1080);
    const set = by('kanvas').style;
    set.setProperty('--skala', scale);
    set.setProperty('--kiri', `${(place.width - 1920 * scale) / 2}px`);
    set.setProperty('--turun', `${(place.height - 1080 * scale) / 2}px`);
  }
  window.addEventListener('resize', fit);

  let signTimer = 0;
  function sign(words, milliseconds) {
    clearTimeout(signTimer);
    by('tanda').textContent = words;
    by('tanda').hidden = !words;
    if (words) signTimer = setTimeout(() => sign('', 0), milliseconds);
  }

  /* ---- clock and timer ---- */
  const two = (n) => String(n).padStart(2, '0');
  function timer() {
    const now = new Date();
    const seconds = Math.floor((state.held + (state.since ? Math.max(0, now.getTime() - state.since) : 0)) / 1000);
    const clock = `${two(now.getHours())}:${two(now.getMinutes())}`;
    const hours = Math.floor(seconds / 3600);
    const run = `${hours ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    const [first, second] = [by('jam').querySelector('b'), by('waktu').querySelector('b')];
    if (first.textContent !== clock) first.textContent = clock;
    if (second.textContent !== run) second.textContent = run;
    by('waktu').classList.toggle('henti', !state.since && state.held > 0);
    const pause = by('waktu').querySelector('[data-lakukan=pause]');
    const label = say(state.since ? 'pause' : 'resume');
    if (pause.textContent !== label) pause.textContent = label;
  }
  const held = () => state.held + (state.since ? Math.max(0, Date.now() - state.since) : 0);

  /* ---- the phones of the room ---- */
  const reports = !kiosk && !speaker && !file && told.posisi;
  let reporting = false, again = 0, healed = 0;
  async function report() {
    if (!reports || reporting) return;
    clearTimeout(again);
    reporting = true;
    const n = state.step;
    let [ok, refused] = [false, false];
    try {
      const answer = await fetch(told.posisi, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ step: n - 1, token: told.tanda, mark: told.cerita }) });
      /* Refused: the page for phones is closed, so there is nobody to tell; it is told again when it opens. */
      refused = answer.status >= 400 && answer.status < 500;
      ok = answer.ok || refused;
      known = known || answer.ok;
      if (refused && !known) fetchAudience();
    } catch { /* the cable is out; it is tried again below */ }
    reporting = false;
    if (state.lost !== !ok || state.refused !== refused) change({ lost: !ok, refused });
    if (state.step !== n) report();
    else if (!ok) again = setTimeout(report, 5000);
    ask();
  }

  function showLost() {
    const shownNow = !other && (state.lost || (state.refused && ready));
    by('lapor').hidden = !shownNow;
    by('lapor').textContent = shownNow ? say('unreported') : '';
  }

  const asks = !kiosk && !file && told.hadirin;
  /* How often it asks: while somebody looks at the answer, else now and then, once the app is known to answer. A room that is frozen anew then heals by itself. */
  const OFTEN = 2000, SELDOM = 10000, MOST_HEALED = 3;
  let asking = 0, pace = 0, known = false, ready = false, other = false;
  function ask() {
    if (!asks) { showAudience(told.tetap); return; }
    const wanted = state.qr || speaker ? OFTEN : reports && known ? SELDOM : 0;
    if (wanted === pace) return;
    clearInterval(asking);
    pace = wanted;
    if (pace) asking = setInterval(fetchAudience, pace);
    if (pace === OFTEN) fetchAudience();
  }
  async function fetchAudience() {
    try {
      const answer = await fetch(told.hadirin, { cache: 'no-store' });
      const given = answer.ok ? await answer.json() : undefined;
      known = known || answer.ok;
      showAudience(given);
    } catch { showAudience(undefined); }
    ask();
  }
  /* An answer, undefined where the app gave none, null where there is nobody to ask. */
  function showAudience(given) {
    const text = (key) => (given && typeof given[key] === 'string' ? given[key] : '');
    const open = given && given.open === true ? text('address') : '';
    other = Boolean(asks && open && text('mark') && told.cerita && text('mark') !== told.cerita);
    const address = other ? '' : open;
    const behind = Number.isInteger(given && given.step) && given.step !== state.step - 1;
    if (asks && address && (!ready || (behind && mayHeal()))) { if (speaker) send({ report: true }); else report(); }
    ready = Boolean(address);
    const image = by('kode-gambar'), words = by('kode-alamat');
    const qr = address && text('qr').trimStart().startsWith('<svg') ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text('qr'))}` : '';
    image.hidden = !qr;
    by('kode').querySelector('h2').hidden = !address;
    if (qr && image.getAttribute('src') !== qr) image.src = qr;
    const closed = given === null ? 'none' : given === undefined ? 'unknown' : 'closed';
    words.textContent = address.replace(/^http:\/\//, '') || say(other ? 'other_story' : `qr_${closed}`);
    words.className = address ? (address.length > 44 ? 'panjang' : '') : 'kalimat';
    const count = !other && given && Number.isInteger(given.followers) && given.followers > 0 ? say('followers', { count: given.followers }) : '';
    by('kode-catatan').textContent = count;
    /* The note is for the speaker: what to try when phones do not reach the page. */
    const [standing, note] = [document.createElement('b'), document.createElement('small')];
    standing.textContent = [address ? say('audience_open', { address }) : say(other ? 'other_story' : `audience_${closed}`), count].filter(Boolean).join(' · ');
    note.textContent = note.title = other ? '' : text('note');
    by('hadirin').replaceChildren(standing, note);
    showLost();
  }

  /* Nobody looks at the answer: only the stage that is seen reports again, and not for ever, so that two stages do not pull the phones to and fro. */
  function mayHeal() {
    if (pace !== SELDOM) return true;
    healed += 1;
    return !document.hidden && healed <= MOST_HEALED;
  }

  /* ---- what can be done ---- */
  function fullscreen() {
    if (speaker) return;
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => sign(say('full_refused'), 5000));
    else sign(say('full_refused'), 5000);
  }
  const DO = {
    next: () => change({ step: kiosk && state.step === last ? 1 : clamp(state.step + 1) }),
    back: () => change({ step: kiosk && state.step === 1 ? last : clamp(state.step - 1) }),
    first: () => change({ step: 1 }),
    end: () => change({ step: last }),
    black: () => change({ black: !state.black }),
    qr: () => { if (!kiosk) { keysShown = false; change({ qr: !state.qr }); } },
    theme: () => change({ dark: !state.dark }),
    full: fullscreen,
    speaker: () => { if (!speaker && !kiosk) openWindow(SPEAKER, 'pembicara', 'popup,width=1366,height=768'); },
    stage: () => openWindow(`#${state.step}`, 'panggung', ''),
    keys: () => { if (!speaker && !kiosk) { keysShown = !keysShown; if (state.qr) change({ qr: false }); else render(); } },
    pause: () => change(state.since ? { held: held(), since: 0 } : { since: Date.now() }),
    reset: () => change({ held: 0, since: state.since ? Date.now() : 0 }),
    leave: () => { keysShown = false; digits = ''; sign('', 0); if (state.qr) change({ qr: false }); else render(); },
  };
  const KEYS = {
    ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', Enter: 'next', ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Backspace: 'back',
    Home: 'first', End: 'end', b: 'black', '.': 'black', f: 'full', F5: 'full', s: 'speaker', p: 'speaker', q: 'qr', t: 'theme', '?': 'keys', h: 'keys', Escape: 'leave',
  };
  const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Tab', 'Dead', 'Process', 'Unidentified']);
  let digits = '';

  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || MODIFIERS.has(event.key)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((key === 'Enter' || key === ' ') && event.target.closest && event.target.closest('button, summary')) return;
    if (state.black && !speaker) { event.preventDefault(); change({ black: false }); return; }
    if (/^\d$/.test(key)) { collect(key); return; }
    if (key === 'Enter' && digits) { event.preventDefault(); jump(); return; }
    if (kiosk && key !== 'f' && key !== 'F5') rest(key);
    if (kiosk && key === ' ') { event.preventDefault(); return; }
    const action = KEYS[key];
    if (!action) return;
    /* Notes that hold the focus are read with the arrows. */
    if ((key === 'ArrowDown' || key === 'ArrowUp') && event.target.closest && event.target.closest('.kini-ini')) return;
    event.preventDefault();
    hideBar();
    if (event.repeat && !['next', 'back'].includes(action)) return;
    DO[action]();
  });
  function collect(key) {
    digits = (digits + key).slice(-3);
    sign(say('jump', { n: digits }), 4000);
    clearTimeout(collect.timer);
    collect.timer = setTimeout(() => { digits = ''; }, 4000);
  }
  function jump() {
    const n = parseInt(digits, 10);
    digits = '';
    sign('', 0);
    change({ step: clamp(n) });
  }

  document.addEventListener('click', (event) => {
    const pressed = event.target.closest('button');
    if (pressed) {
      /* A mouse leaves no focus behind: the space bar goes on meaning "next". */
      if (event.detail > 0) pressed.blur();
      if (pressed.dataset.ke) change({ step: clamp(Number(pressed.dataset.ke)) });
      else if (DO[pressed.dataset.lakukan]) DO[pressed.dataset.lakukan]();
      return;
    }
    if (!event.target.closest('#panggung') || swiped || event.button !== 0) return;
    if (state.black && !speaker) { change({ black: false }); return; }
    if (state.qr || keysShown) { DO.leave(); return; }
    if (kiosk) { rest('touch'); }
    const place = by('panggung').getBoundingClientRect();
    const at = (event.clientX - place.left) / place.width;
    if (at > 0.5) DO.next();
    else if (at < 1 / 3) DO.back();
  });
  let touch = null, swiped = false;
  by('panggung').addEventListener('touchstart', (event) => { swiped = false; touch = event.touches.length === 1 ? [event.touches[0].clientX, event.touches[0].clientY] : null; }, { passive: true });
  by('panggung').addEventListener('touchend', (event) => {
    if (!touch) return;
    const [x, y] = [event.changedTouches[0].clientX - touch[0], event.changedTouches[0].clientY - touch[1]];
    touch = null;
    if (Math.abs(x) < 48 || Math.abs(x) < 1.5 * Math.abs(y)) return;
    swiped = true;
    if (kiosk) rest('touch');
    DO[x < 0 ? 'next' : 'back']();
  });

  window.addEventListener('hashchange', () => {
    if (!speaker && location.hash !== SPEAKER && stepOfHash() !== state.step) change({ step: stepOfHash() });
  });

  /* ---- the bar of the first screen, and a mouse that lies still ---- */
  let idle = 0, barTimer = 0;
  function showBar(milliseconds) {
    if (speaker || kiosk) return;
    by('bilah').hidden = false;
    clearTimeout(barTimer);
    barTimer = setTimeout(hideBar, milliseconds);
  }
  function hideBar() {
    if (by('bilah').contains(document.activeElement)) document.activeElement.blur();
    by('bilah').hidden = true;
  }
  function still() { body.classList.add('diam'); }
  document.addEventListener('mousemove', (event) => {
    if (!event.movementX && !event.movementY) return;
    body.classList.remove('diam');
    clearTimeout(idle);
    idle = setTimeout(still, 2500);
    showBar(3000);
  });
  by('bilah').addEventListener('focusin', () => showBar(20000));

  /* ---- the kiosk ---- */
  const RESUME = 60;
  let walking = 0, paused = false;
  function walk() {
    clearTimeout(walking);
    const line = by('laju');
    line.hidden = paused;
    line.classList.remove('jalan');
    if (paused) { walking = setTimeout(resume, RESUME * 1000); return; }
    line.style.setProperty('--lama', `${told.kios}s`);
    void line.offsetWidth;
    line.classList.add('jalan');
    walking = setTimeout(() => DO.next(), told.kios * 1000);
  }
  function resume() { paused = false; sign('', 0); walk(); }
  /* Any key or touch stops the walk; the space bar, or a minute of quiet, lets it go on. */
  function rest(key) {
    if (key === ' ' && paused) { resume(); return; }
    paused = true;
    sign(say('paused'), RESUME * 1000);
    walk();
  }
  async function renew() {
    if (file || !navigator.onLine) return;
    try {
      const answer = await fetch(location.href.split('#')[0], { cache: 'no-store' });
      const found = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('meta[name=petaucj-versi]');
      if (found && found.content !== told.id) location.reload();
    } catch { /* offline: the page it has is good enough */ }
  }

  /* ---- begin ---- */
  fit();
  render();
  if (kiosk) {
    body.classList.add('diam');
    walk();
    setInterval(renew, 3600 * 1000);
    window.addEventListener('online', renew);
  } else {
    showBar(12000);
    idle = setTimeout(still, 2500);
    send({ hello: true });
    setInterval(() => { timer(); if (speaker) { send({ hello: true }); connection(); } }, 1000);
  }
  body.dataset.siap = '1';
})();
