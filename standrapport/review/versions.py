# SPDX-License-Identifier: EUPL-1.2
"""The two sides of a comparison: a built edition, a year of the project as it is now, or a git
revision of the project.
"""

from __future__ import annotations

import contextlib
import io
import subprocess
import tarfile
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from ..core.disk import spool
from ..core.frozen import dataclass
from ..pipeline.checked import manifest_of
from ..project.places import UsageProblem
from .compare import SECTIONS, Difference, NotComparable, Snapshot, compare, read_snapshot
from .compare.reading import is_built, read_built

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Version:
    """One side: its name as given, what it says, its PDF when built, and the project and year when
    it is not.
    """

    label: str
    snapshot: Snapshot
    pdf: Path | None = None
    project: Path | None = None


def difference_of(
    names: tuple[str, str],
    project: Callable[[], Path],
    year: int | None,
    only: Collection[str] = SECTIONS,
    *,
    pages: bool | None = None,
    pictures: bool = False,
    progress: Progress = lambda _: None,
    seen: Callable[[Snapshot, Snapshot], None] = lambda _, __: None,
) -> Difference:
    """What differs between two sides. Raises UsageProblem.

    `seen` is given what the old and the new side say.

    `pages`: True compares the PDFs and makes those that are not there; None compares them only when
    both are there; False leaves them out. `project` gives the project folder and is asked for only
    when a side needs it.
    """
    with contextlib.ExitStack() as stack:
        work = _Comparing(project, year, stack, progress)
        try:
            old, new = work.sides(names)
            progress("Vergelijken")
            seen(old.snapshot, new.snapshot)
            difference = compare(old.snapshot, new.snapshot, (old.label, new.label), only)
            if "pages" not in only or pages is False:
                return _without_pages(difference)
            return work.with_pages(difference, (old, new), make=bool(pages), pictures=pictures)
        except NotComparable as problem:
            raise UsageProblem(str(problem)) from problem


def _without_pages(difference: Difference, *notes: str) -> Difference:
    sections = tuple(name for name in difference.sections if name != "pages")
    return replace(difference, sections=sections, notes=(*difference.notes, *notes))


@dataclass
class _Comparing:
    """One comparison: what is asked, and the folders on the way that are gone when it is done."""

    project: Callable[[], Path]
    year: int | None
    stack: contextlib.ExitStack
    progress: Progress

    def sides(self, names: tuple[str, str]) -> tuple[Version, Version]:
        """Both sides; of a year nobody gave, the one that a side tells."""
        built = [_built(name, self.year) for name in names]
        if self.year is None:
            years = {side.snapshot.year for side in built if side is not None}
            for name, side in zip(names, built, strict=True):
                if side is None and _is_year(name):
                    years.add(int(name))
            self.year = years.pop() if len(years) == 1 else None
        old, new = (side or self._unbuilt(name) for name, side in zip(names, built, strict=True))
        return old, new

    def with_pages(
        self, difference: Difference, sides: tuple[Version, Version], *, make: bool, pictures: bool
    ) -> Difference:
        """The difference with that of the pages; PDFs that are not there are made or told."""
        from .compare.pages import compare_pages

        old, new = (self._pdf(side) if make else side.pdf for side in sides)
        if old is None or new is None:
            pdfs = zip(sides, (old, new), strict=True)
            missing = " en ".join(side.label for side, pdf in pdfs if pdf is None)
            if make:
                raise UsageProblem(
                    f"De bladzijden zijn niet te vergelijken: bij {missing} is geen PDF."
                )
            return _without_pages(
                difference, f"De bladzijden zijn niet vergeleken: bij {missing} is geen PDF."
            )
        self.progress("Bladzijden vergelijken")
        return replace(difference, pages=compare_pages(old, new, pictures=pictures))

    def _pdf(self, side: Version) -> Path | None:
        if side.pdf is not None or side.project is None:
            return side.pdf
        from ..pipeline.build import build_edition

        out = (
            self.stack.enter_context(spool()) / "out"
        )  # the folder itself is locked, and so is out
        self.progress(f"PDF maken van {side.label}")
        asked = (side.project, side.snapshot.year, out, frozenset({"pdf"}))
        built = build_edition(*asked, concept=side.snapshot.status == "concept")
        if not built.written:  # an edition with errors is looked at as a concept
            built = build_edition(*asked, concept=True)
        return next((path for path in built.written if path.suffix == ".pdf"), None)

    def _unbuilt(self, name: str) -> Version:
        project = self.project()
        if _is_year(name):
            return self._checked(name, project, int(name))
        commit = _commit(project, name)
        if commit is None:
            raise UsageProblem(
                f"'{name}' is geen gebouwde editie, geen jaar van dit project en geen versie in"
                " git."
            )
        if self.year is None:
            raise UsageProblem(f"Geef met --jaar welk jaar u van versie '{name}' wilt vergelijken.")
        folder = self.stack.enter_context(spool())
        self.progress(f"Versie {name} ophalen")
        _unpack(project, commit, folder)
        return self._checked(name, folder, self.year)

    def _checked(self, name: str, project: Path, year: int) -> Version:
        from ..pipeline.check import check_edition

        self.progress(f"Editie {year} lezen")
        try:
            manifest = manifest_of(check_edition(project, year))
        except UsageProblem as problem:
            raise UsageProblem(f"{name}: {problem}") from problem
        if manifest is None:
            raise UsageProblem(
                f"{name}: editie {year} is niet te lezen; standrapport check {year} zegt waarom."
            )
        return Version(name, read_snapshot(manifest), None, project)


def _is_year(name: str) -> bool:
    return name.isdigit() and len(name) == 4


def _built(name: str, year: int | None) -> Version | None:
    path = Path(name)
    if not is_built(path, year):
        if path.is_dir() and not _is_year(name):
            raise UsageProblem(
                f"In de map {name} staat geen manifest.json; maak het rapport met standrapport"
                " build, of geef --jaar."
            )
        if path.suffix in (".html", ".json", ".pdf"):
            raise UsageProblem(f"Het bestand {name} bestaat niet.")
        return None
    found = read_built(path, year)
    return Version(name, found.snapshot, found.pdf)


def _git(project: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        command = ["git", "-C", str(project), *arguments]
        return subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - the user's git
    except FileNotFoundError as problem:
        raise UsageProblem(
            "Voor het vergelijken van versies is git nodig, en dat is niet geïnstalleerd."
        ) from problem


def _commit(project: Path, name: str) -> str | None:
    found = _git(
        project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    return found.stdout.decode().strip() if found.returncode == 0 else None


def _unpack(project: Path, commit: str, folder: Path) -> None:
    """Write the project as it was in a commit.

    Only files inside the folder, whatever the archive says.
    """
    archive = _git(project, "archive", "--format=tar", commit)
    if archive.returncode != 0:
        raise UsageProblem(
            f"git kan versie {commit[:12]} niet geven:"
            f" {archive.stderr.decode(errors='replace').strip()}"
        )
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        # The filter that guards the folder came with Python 3.11.4; Debian 12 has 3.11.2. So only
        # plain files, each checked here.
        for member in tar:
            path = (folder / member.name).resolve()
            content = (
                tar.extractfile(member)
                if member.isfile() and path.is_relative_to(folder.resolve())
                else None
            )
            if content is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())
