# SPDX-License-Identifier: EUPL-1.2
"""The project's own files: where they are (`places`), reading them (`reading`) and every editor of
them (`editing`).
"""
