"""Peta: 19 districts on one map, one district's verdict, its gauge and who pays."""

from petaucj.ui.address import read_address
from petaucj.ui.frame import reader_of
from petaucj.ui.peta import show_body, show_controls

state, _ = read_address()
reader = reader_of(state)
show_controls(state, reader)
show_body(state, reader)
