// The lines that stand only on paper, and what must be prepared before the browser draws the pages.
const root = document.documentElement;

// A plotly picture has a fixed width; with a view box it follows the paper; one drawn for a telephone grows little, so that its letters do not become headlines.
// Only while printing: on screen plotly itself follows the window.
function pictures(prepare) {
  for (const svg of document.querySelectorAll('.js-plotly-plot .main-svg')) {
    const [width, height] = ['width', 'height'].map((side) => parseFloat(svg.getAttribute(side)));
    if (prepare) svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    else svg.removeAttribute('viewBox');
    svg.style.maxWidth = prepare ? `${Math.round(Math.max(width * 0.88, Math.min(width * 1.1, 480)))}px` : '';
  }
}

addEventListener('beforeprint', () => pictures(true));
addEventListener('afterprint', () => pictures(false));

export default function draw({ data, parentElement }, base) {
  const place = base.rootOf(parentElement, data.css);
  place.lang = data.lang;
  // The page was sent in the language of its address; a visitor may have changed it since.
  root.lang = data.lang;
  place.classList.add('print-foot');
  // Where the browser writes the first line at the foot of every page itself (Chromium), it need not stand here too.
  place.classList.toggle('each-page', 'CSSMarginRule' in window);
  place.replaceChildren(...data.lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
  root.style.setProperty('--kaki', JSON.stringify(data.lines[0]));
}
