# SPDX-License-Identifier: EUPL-1.2
"""Edits of reviewers, written without reading the reader of documents."""
