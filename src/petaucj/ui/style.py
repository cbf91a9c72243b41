"""The only custom CSS of the pages: what no theme option can say (ADR 003)."""

from __future__ import annotations

STYLE = """<style>
.stApp [data-testid="stMainBlockContainer"] { padding: 0.6rem 1.75rem 1.5rem; max-width: 1880px; }
.stApp [data-testid="stHeader"] { display: none; }
.st-key-kepala { border-bottom: 1px solid var(--st-border-color, #dedace); padding-bottom: 2px; }
.st-key-kepala [data-testid="stCaptionContainer"] p { margin: 0; white-space: nowrap; }
.stApp [data-testid="stVerticalBlock"] { gap: 0.55rem; }
.stApp blockquote { border-left: 3px solid #b3401f; opacity: 1; color: inherit; font-size: 1.08rem; padding: 0.1rem 0 0.1rem 0.8rem; margin: 0.3rem 0; }
.stApp blockquote p { color: inherit; opacity: 1; font-size: 1.08rem; line-height: 1.4; }
.stApp [data-testid="stHeadingWithActionElements"] h3 { padding: 0; }
@media (max-width: 640px) { .stApp [data-testid="stMainBlockContainer"] { padding: 0.5rem 0.8rem 1rem; } }
@media print { .st-key-kepala a, .st-key-kaki { display: none; } }
</style>"""
