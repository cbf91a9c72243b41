// Follows the presenter: one line from the server ("step version") marks a step and brings it into sight.
(() => {
  'use strict';
  const bar = document.getElementById('ikuti');
  if (!bar || !location.protocol.startsWith('http')) return;
  const address = bar.dataset.address, toggle = bar.querySelector('input'), where = bar.querySelector('.where'), news = bar.querySelector('.news');
  const steps = [...document.querySelectorAll('section[data-step]')];
  // A line at least every 15 s; after this long without one the connection is dead, whatever the browser thinks.
  const SILENCE = 40000, FIRST = 6000, ASK = 3000, SOON = 1000;
  // After so many tries in vain over this long, nobody is there: it says so and asks only now and then.
  const TRIES = 5, GONE = 30000, RARELY = 30000, TRIES_ENDED = 3;
  const keep = { get: (key) => { try { return sessionStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { sessionStorage.setItem(key, value); } catch { /* a private window keeps nothing */ } } };
  let now = -1, version = '', source = null, asking = null, timer = 0, failures = 0, mute = 0, last = 0, tag = '', since = 0, ended = false;

  const bring = () => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    steps[now]?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  };
  const alive = () => { last = Date.now(); failures = since = 0; ended = false; news.textContent = ''; };
  const heard = (line) => {
    const [step, told] = line.trim().split(' ');
    const next = Number(step);
    if (!Number.isInteger(next) || !steps[next]) return;
    alive();
    if (version && told !== version) {
      if (toggle.checked) { location.reload(); return; }
      news.textContent = bar.dataset.renewed;
    }
    version = version || told;
    if (next === now) return;
    const first = now < 0;
    steps[now]?.classList.remove('now'); steps[now]?.removeAttribute('aria-current');
    now = next;
    steps[now].classList.add('now'); steps[now].setAttribute('aria-current', 'step');
    where.textContent = bar.dataset.at.replace('{step}', now + 1).replace('{all}', steps.length);
    where.href = '#' + steps[now].id;
    if (toggle.checked && !(first && now === 0)) bring();
  };
  const stop = () => { clearTimeout(timer); source?.close(); asking?.abort(); source = asking = null; };
  const lost = () => {
    stop();
    failures += 1;
    since = since || Date.now();
    if (document.hidden) return;
    const gone = failures >= TRIES && Date.now() - since >= GONE;
    news.textContent = ended ? bar.dataset.ended : gone ? bar.dataset.gone : bar.dataset.lost;
    // A presenter who freezes another view closes and opens at once, so the first tries come soon.
    const rarely = gone || (ended && failures > TRIES_ENDED);
    // All phones lose the same Wi-Fi at once; they must not come back in the same moment.
    timer = setTimeout(start, (rarely ? RARELY : Math.min(8000, 500 * 2 ** failures)) + Math.random() * 700);
  };
  const listen = () => {
    let told = false;
    source = new EventSource(address);
    source.onmessage = (event) => { told = true; mute = 0; heard(event.data); };
    source.addEventListener('tutup', () => { ended = true; mute = 0; lost(); });
    source.onerror = () => { mute += told ? 0 : 1; lost(); };
    timer = setTimeout(() => { if (!told) { mute += 1; lost(); } }, FIRST);
  };
  const ask = async () => {
    const held = asking = new AbortController(), began = Date.now(), limit = setTimeout(() => held.abort(), SILENCE);
    try {
      const answer = await fetch(address, { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store', signal: held.signal });
      if (answer.status === 200) { tag = answer.headers.get('ETag') || ''; heard(await answer.text()); }
      else if (answer.status === 304) alive(); else throw new Error(answer.status);
      if (asking === held) timer = setTimeout(ask, Math.max(0, (answer.status === 200 ? SOON : ASK) - (Date.now() - began)));
    } catch { if (asking === held) { mute = 0; lost(); } } finally { clearTimeout(limit); }
  };
  // Where a stream twice brought nothing (a proxy that holds it back), the page asks instead; where asking fails too, it listens again.
  const start = () => { stop(); last = Date.now(); if (window.EventSource && mute < 2) listen(); else ask(); };

  toggle.checked = keep.get('ikuti') ? keep.get('ikuti') === 'ya' : !location.hash;
  toggle.addEventListener('change', () => { keep.set('ikuti', toggle.checked ? 'ya' : 'tidak'); if (toggle.checked) bring(); });
  document.addEventListener('visibilitychange', () => { if (document.hidden) stop(); else start(); });
  addEventListener('online', start);
  addEventListener('pageshow', (event) => { if (event.persisted) start(); });
  setInterval(() => { if (!document.hidden && source && Date.now() - last > SILENCE) lost(); }, 5000);
  bar.hidden = false;
  document.body.classList.add('follows');
  start();
})();
