"""Chinese news in, a knowledge graph out: every statement shows the sentence it was read from."""

__version__ = "0.1.0"
