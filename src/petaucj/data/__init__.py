"""Reads, checks and stores; knows files and tables, not meanings."""
