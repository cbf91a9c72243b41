"""The hall: registers the rooms, shows the head, opens the chosen room, shows the foot."""

import streamlit as st

from petaucj.ui.frame import show_foot, show_head
from petaucj.ui.print_lines import show_print_foot, show_print_head
from petaucj.ui.rooms import rooms

st.set_page_config(page_title="Peta UCJ · Sumatera Barat", layout="wide", initial_sidebar_state="collapsed")

pages, hidden = rooms()
current = st.navigation([hidden, *pages.values()], position="hidden")
show_head(pages, current)
show_print_head(current)
current.run()
show_foot()
show_print_foot(current)
