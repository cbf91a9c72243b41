"""petaucj: who is protected by BPJS Ketenagakerjaan in West Sumatra, counted how, paid by whom, until when."""

__version__ = "0.2.0"
