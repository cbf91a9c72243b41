"""What a page shows: frozen dataclasses, already in the reader's words."""
