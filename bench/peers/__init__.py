# SPDX-License-Identifier: EUPL-1.2
"""Peers: other tools that do (part of) the same work, each a small program that runs where the tool
is installed.

They import nothing of standrapport, so that they can run in an environment of their own (`make
peers`).
"""
