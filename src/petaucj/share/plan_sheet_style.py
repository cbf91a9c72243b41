"""How the plan sheet looks: black ink on white, thin rules, A4 portrait; on a telephone one column."""

from __future__ import annotations

from functools import cache

from petaucj.draw.palette import LIGHT

# Ink and paper of a printer; only the funds and the accent keep the colours of the screen.
_PAPER = {"ground": "#fff", "ink": "#000", "muted": "#444", "rule": "#c4c4c0", "accent": LIGHT.accent, "hatch": LIGHT.hatch}

_RULES = """
@page { size: A4 portrait; margin: 11mm 13mm 11mm; }
* { box-sizing: border-box; }
html { background: var(--ground); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 22px 16px 32px; max-width: 760px; color: var(--ink); background: var(--ground); font-variant-numeric: tabular-nums;
  font: 14px/1.42 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
p, ul, dl, h1, h2, figure { margin: 0; padding: 0; }
ul { list-style: none; }
header { border-bottom: 2px solid var(--ink); padding-bottom: 6px; }
.kind, .meta { color: var(--muted); font-size: .88em; }
h1 { font-size: 1.62em; line-height: 1.15; font-weight: 700; margin: 1px 0 3px; overflow-wrap: anywhere; }
h2 { font-size: 1em; font-weight: 700; margin: 0 0 3px; break-after: avoid; }
section { margin-top: 13px; }
.verdict { font-size: 1.14em; line-height: 1.38; margin-top: 9px; }
.warnings { color: var(--accent); margin-top: 5px; font-size: .92em; }
.numbers { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 20px; margin-top: 11px; }
.numbers > div { border-top: 1px solid var(--ink); padding-top: 4px; }
dt { font-size: .88em; color: var(--muted); }
dd { margin: 0; }
dd b { display: block; font-size: 1.62em; line-height: 1.2; }
dd span { display: block; font-size: .86em; line-height: 1.34; }
figure { overflow-x: auto; }
figure svg { display: block; width: 100%; height: auto; }
figure svg text { fill: var(--ink); font-family: inherit; }
figure svg .muted { fill: var(--muted); } figure svg .accent { fill: var(--accent); } figure svg .big { font-weight: 700; }
figure svg .halo { paint-order: stroke; stroke: var(--ground); stroke-width: 5px; }
figure svg .bar { fill: var(--fill, var(--hatch)); }
figure svg .tick { stroke: var(--muted); } figure svg .target { stroke: var(--accent); } figure svg .rule { stroke: var(--rule); }
figure svg .end { stroke: var(--accent); stroke-dasharray: 3 3; }
figure svg .pattern-line { stroke: var(--ground); stroke-width: 1.6; opacity: .75; }
.four { display: flex; flex-wrap: wrap; gap: 0 18px; font-size: .92em; margin-top: 3px; }
.months { font-size: .86em; color: var(--muted); margin-top: 2px; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .94em; }
th, td { text-align: left; font-weight: 400; padding: 2px 10px 2px 0; vertical-align: top; border-bottom: 1px solid var(--rule); }
th:last-child, td:last-child { padding-right: 0; }
thead th:first-child { width: 24%; }
thead th { color: var(--muted); font-size: .92em; border-bottom: 1px solid var(--ink); }
.right { text-align: right; }
tr { break-inside: avoid; }
.chosen th, .chosen td { font-weight: 700; color: var(--accent); border-bottom-color: var(--ink); }
section > p { margin-top: 3px; font-size: .92em; }
.decisions { break-inside: avoid; }
.decisions tbody th, .decisions tbody td { height: 30px; vertical-align: bottom; border-bottom: 1px solid var(--ink); }
.decisions thead th:first-child { width: auto; }
.decisions th:nth-child(2), .decisions td:nth-child(2) { width: 30%; }
.decisions th:nth-child(3), .decisions td:nth-child(3) { width: 18%; }
.decisions td { border-left: 10px solid var(--ground); }
.small { font-size: .76em; line-height: 1.36; margin-top: 18px; border-top: 1px solid var(--ink); columns: 2; column-gap: 22px; }
.small { padding-top: 6px; } .small section + section { margin-top: 7px; } .small section { margin-top: 0; }
.small li { break-inside: avoid; margin-bottom: 2px; overflow-wrap: anywhere; }
footer { font-size: .78em; color: var(--muted); margin-top: 10px; border-top: 1px solid var(--rule); padding-top: 4px; overflow-wrap: anywhere; }
@media screen and (max-width: 600px) {
  .numbers { grid-template-columns: 1fr; gap: 8px; } .small { columns: 1; font-size: .84em; } .wide table { min-width: 520px; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 9.3pt; line-height: 1.34; }
  section { margin-top: 2.6mm; } .verdict { margin-top: 2mm; } .numbers { margin-top: 2.4mm; }
  figure { overflow: visible; } figure svg { min-width: 0 !important; } .wide { overflow: visible; }
  .decisions tbody th, .decisions tbody td { height: 7.5mm; } .small { margin-top: 4mm; font-size: 6.7pt; line-height: 1.3; }
}
"""


@cache
def sheet_style() -> str:
    """Return the whole style sheet of the plan sheet."""
    quiet = ";".join(f"--{name}:{colour}" for name, colour in _PAPER.items())
    fills = "".join(f".fill-f-{fund.replace('_', '-')}{{--fill:{colour}}}" for fund, colour in LIGHT.funds.items())
    return f":root{{{quiet}}}{fills}{_RULES}".strip()
