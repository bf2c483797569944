"""The commands of ``kg``, one module a group; :mod:`kg.cli` puts them together."""
