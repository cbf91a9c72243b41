"""Rencana: from the gap to a budget line, with the month the money runs out."""

from petaucj.ui.address import read_address
from petaucj.ui.frame import reader_of
from petaucj.ui.rencana import show_body
from petaucj.ui.rencana_controls import show_controls

state, _ = read_address()
reader = reader_of(state)
show_controls(state, reader)
show_body(state, reader)
