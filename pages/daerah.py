"""Daerah: one district in depth: verdict, gauge, trend, who pays until when, benefits, steps, what is not yet protected."""

from petaucj.ui.address import read_address
from petaucj.ui.daerah import show_body, show_controls
from petaucj.ui.frame import reader_of

state, _ = read_address()
reader = reader_of(state)
show_controls(state, reader)
show_body(state, reader)
