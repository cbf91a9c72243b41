"""Rapat: present it, hand it out, let the phones of the room join, check the room."""

from petaucj.ui.address import read_address
from petaucj.ui.frame import reader_of
from petaucj.ui.rapat import show_body, show_controls

state, _ = read_address()
reader = reader_of(state)
show_controls(state, reader)
show_body(state, reader)
