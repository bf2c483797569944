"""The explorer's server: a graph in a browser, on this machine, read-only."""
