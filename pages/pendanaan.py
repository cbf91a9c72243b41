"""Pendanaan: who pays where, for one year and one status at a time, and each funding source explained."""

from petaucj.ui.address import read_address
from petaucj.ui.frame import reader_of
from petaucj.ui.pendanaan import show_body, show_controls

state, _ = read_address()
reader = reader_of(state)
show_controls(state, reader)
show_body(state, reader)
