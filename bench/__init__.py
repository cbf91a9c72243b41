"""The benchmark: what one interaction, a hundred viewers, a long day and a first visit cost."""
