"""Banding: rank, targets, pace and totals, among comparable records only."""

from petaucj.ui.address import read_address
from petaucj.ui.banding import show_body, show_controls
from petaucj.ui.frame import reader_of

state, _ = read_address()
reader = reader_of(state)
show_controls(state, reader)
show_body(state, reader)
