"""What the numbers mean: pure functions; no files, words, colours or Streamlit."""
