"""Output files appear whole or not at all: they are written beside their place and then renamed."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import ExportError


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Give a new folder inside ``out``; what lies in it at the end is moved to ``out``.

    ``out`` is made where it is missing. If the block raises, ``out`` keeps the files that it had, and
    goes again if it was made.

    Raises:
        ExportError: ``out`` cannot be made or written to; this is known before the block runs.
    """
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    try:
        out.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".kg-", dir=out))
    except OSError as error:
        reason = error.strerror or error
        raise ExportError(f"{out}: cannot write here ({reason}); name a folder of yours with -o") from error
    try:
        yield folder
        for file in sorted(folder.iterdir()):
            file.replace(out / file.name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for empty in made:
            with suppress(OSError):  # it is not, if all went well
                empty.rmdir()
