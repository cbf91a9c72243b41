"""The only custom CSS of the pages: what no theme option can say (ADR 003)."""

from __future__ import annotations

STYLE = """<style>
.stApp [data-testid="stMainBlockContainer"] { padding: 0.6rem 1.75rem 1.5rem; max-width: 1880px; }
.stApp [data-testid="stHeader"] { display: none; }
.st-key-kepala { border-bottom: 1px solid var(--st-border-color, #dedace); padding-bottom: 2px; }
.st-key-kepala [data-testid="stCaptionContainer"] p { margin: 0; white-space: nowrap; }
.stApp [data-testid="stVerticalBlock"] { gap: 0.55rem; }
@media (max-width: 640px) { .stApp [data-testid="stMainBlockContainer"] { padding: 0.5rem 0.8rem 1rem; } }
@media print { .st-key-kepala a, .st-key-kaki { display: none; } }
</style>"""
