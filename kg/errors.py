"""The error classes of the package: one base, :class:`KgError`, one subclass a kind of failure.

Every message is one line that says what went wrong, where, and how to mend it.
"""


class KgError(Exception):
    """Base of all errors this package raises on purpose."""


class NotFoundError(KgError):
    """What the command line names isn't there: a path, a thing, an article, a query, a format."""


class ReadError(KgError):
    """A file could not be read: binary, empty, undecodable, too large, damaged."""


class ModelError(KgError):
    """A language model is missing or cannot be loaded."""


class RuleError(KgError):
    """A rule file is malformed; the message names the file, the rule and the key."""


class OntologyError(KgError):
    """A file under ``ontology/`` is missing or malformed."""


class ExportError(KgError):
    """A graph could not be written: no statement to write, an unwritable place, a missing extra."""


class StoreError(KgError):
    """A store could not be opened, loaded or asked; the message has the query's fault."""


class DecisionError(KgError):
    """A file of decisions about identity is malformed."""
