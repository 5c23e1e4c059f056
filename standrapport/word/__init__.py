# SPDX-License-Identifier: EUPL-1.2
"""The report as a Word document that knows its own source: every block, text and figure in it can
be followed back to content/ (docs/besluiten/0029).
"""
