"""Sumber: every source, every conflict, the age of every figure, downloads and methods."""

from petaucj.ui.address import read_address
from petaucj.ui.frame import reader_of
from petaucj.ui.sumber import show_controls, show_heading, show_section

state, _ = read_address()
reader = reader_of(state)
show_heading(reader)
show_controls(state, reader)
show_section(state, reader)
