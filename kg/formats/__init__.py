"""One module a file format; each writes a :class:`kg.graph.Graph` and knows nothing of the others."""
