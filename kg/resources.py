"""Where the data files are: ``ontology/`` in a checkout, an editable install and a wheel."""

from pathlib import Path

from kg.errors import OntologyError


def ontology_dir() -> Path:
    """Return the folder that holds ``kg.ttl``, ``relations/`` and ``names/``.

    A wheel installs it as the package ``kg.ontology``; a checkout and an editable install have it
    beside the package.

    Raises:
        OntologyError: neither place has it, so the installation is broken.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "ontology", package.parent / "ontology"):
        if (folder / "kg.ttl").is_file():
            return folder
    raise OntologyError(f"no ontology/ beside {package}: install zhkg again, or run from a full checkout")
