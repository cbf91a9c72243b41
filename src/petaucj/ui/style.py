"""The only custom CSS of the pages: what no theme option can say (ADR 003)."""

from __future__ import annotations

STYLE = """<style>
html { font-size: clamp(15px, 0.9vw, 19px) !important; }
.stApp .st-key-peta-bingkai iframe { height: max(430px, calc(100vh - 14.5rem)) !important; }
.stApp [data-testid="stMainBlockContainer"] { padding: 0.6rem 1.75rem 1.5rem; max-width: 1880px; }
.stApp [data-testid="stHeader"] { display: none; }
.st-key-kepala { border-bottom: 1px solid var(--st-border-color, #dedace); padding-bottom: 2px; }
.stApp [data-testid="stVerticalBlock"] { gap: 0.55rem; }
.stApp blockquote { border-left: 3px solid #b3401f; opacity: 1; color: inherit; font-size: 1.08rem; padding: 0.1rem 0 0.1rem 0.8rem; margin: 0.3rem 0; }
.stApp blockquote p { margin-bottom: 0; color: inherit; opacity: 1; font-size: 1.08rem; line-height: 1.4; }
.stApp [data-testid="stHeadingWithActionElements"] h3 { padding: 0; }
@media (max-width: 640px) {
  .stApp .st-key-peta-bingkai iframe { height: 430px !important; }
  .st-key-kendali [data-testid="stColumn"] { min-width: calc(50% - 0.5rem); flex: 1 1 calc(50% - 0.5rem); }
  .st-key-kendali [data-testid="stColumn"]:nth-child(2), .st-key-kendali [data-testid="stColumn"]:nth-child(3) { min-width: 100%; }
  .st-key-isi-terpilih > [data-testid="stLayoutWrapper"] > [data-testid="stHorizontalBlock"] > [data-testid="stColumn"]:nth-child(3) { order: -1; }
  .stApp [data-testid="stMainBlockContainer"] { padding: 0.5rem 0.8rem 1rem; } }
.stApp [data-testid="stPopover"] button { min-height: 1.9rem; padding: 0.1rem 0.6rem; }
@media print { .st-key-kepala a, .st-key-kaki { display: none; } }
</style>"""
