"""Which tests are slow, by what they took, and which belong together when several run at once.

`make snel` leaves out what is marked `traag` here; `make test` runs everything.
"""

from __future__ import annotations

import pytest

# Folders and files whose tests took more than about three seconds together, of one processor.
SLOW = (
    "tests/api/test_project.py",
    "tests/checks/figures/test_dated.py",
    "tests/checks/figures/test_property.py",
    "tests/checks/figures/test_proposals.py",
    "tests/checks/figures/test_repairs.py",
    "tests/checks/figures/test_screen.py",
    "tests/checks/statements/test_corpus.py",
    "tests/checks/statements/test_kinds.py",
    "tests/checks/statements/test_references.py",
    "tests/checks/statements/test_sentence_kinds.py",
    "tests/checks/statements/test_titles.py",
    "tests/checks/statements/test_zoek.py",
    "tests/checks/text/test_agreement.py",
    "tests/checks/text/test_sourced.py",
    "tests/cli/test_commands.py",
    "tests/cli/test_consoles.py",
    "tests/cli/test_diff.py",
    "tests/cli/test_serve.py",
    "tests/cli/test_terminal.py",
    "tests/docs",
    "tests/editions",
    "tests/gevallen",
    "tests/golden",
    "tests/install/test_ci_examples.py",
    "tests/install/test_dependencies.py",
    "tests/install/test_wheel.py",
    "tests/intake/grids/test_read_csv.py",
    "tests/intake/grids/test_read_html.py",
    "tests/intake/grids/test_read_ods.py",
    "tests/intake/grids/test_read_xlsx.py",
    "tests/intake/test_bezorging.py",
    "tests/intake/test_gevallen.py",
    "tests/intake/test_roles.py",
    "tests/intake/test_round_trip.py",
    "tests/intake/test_source_entry.py",
    "tests/markers",
    "tests/messages/test_for_ci.py",
    "tests/open_data",
    "tests/pdf",
    "tests/preview/test_browser.py",
    "tests/preview/test_desk.py",
    "tests/preview/test_rebuild.py",
    "tests/preview/test_server.py",
    "tests/project/editing/test_next_edition.py",
    "tests/project/reading/test_both_paths.py",
    "tests/report/charts/test_drawing.py",
    "tests/report/charts/test_layout.py",
    "tests/report/render/test_factsheet.py",
    "tests/report/render/test_photos.py",
    "tests/report/render/test_plugin.py",
    "tests/report/render/test_print_tree.py",
    "tests/report/render/test_populations.py",
    "tests/report/render/test_proof.py",
    "tests/report/render/test_proof_pages.py",
    "tests/report/render/test_sender.py",
    "tests/review/compare/test_edition.py",
    "tests/review/compare/test_pages.py",
    "tests/review/compare/test_property.py",
    "tests/review/round/blind",
    "tests/review/round/test_blind.py",
    "tests/review/round/test_edits.py",
    "tests/review/round/test_formatting.py",
    "tests/review/round/test_notes_and_tables.py",
    "tests/review/round/test_raw_word.py",
    "tests/review/round/test_remarks.py",
    "tests/review/round/test_twice.py",
    "tests/review/round/test_untouched.py",
    "tests/review/trace",
    "tests/review/trend/test_files.py",
    "tests/sources/test_agreement.py",
    "tests/sources/test_figure_file.py",
    "tests/sources/test_fill.py",
    "tests/sources/test_forms.py",
    "tests/sources/test_leaks.py",
    "tests/sources/test_postgres.py",
    "tests/stuk",
    "tests/test_trade_words.py",
    "tests/uitspraken",
    "tests/web",
    "tests/word/test_redline.py",
    "tests/word/test_redline_kept.py",
)
_BUILT = {"built", "factsheets"}  # fixtures that build whole reports, once per process


def sort_out(items: list[pytest.Item]) -> None:
    """Mark the slow ones, and keep together what shares a fixture: the tests of a file, and all
    that look at the built editions.
    """
    for item in items:
        name = item.nodeid.partition("::")[0]
        if name.startswith(SLOW):
            item.add_marker("traag")
        shared = _BUILT & set(getattr(item, "fixturenames", ()))
        item.add_marker(pytest.mark.xdist_group("edities" if shared else name))
