"""Indonesian and English sentences, numbers and dates; knows nothing else."""
