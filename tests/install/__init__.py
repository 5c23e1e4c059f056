# SPDX-License-Identifier: EUPL-1.2
"""What is installed, and that nothing else is needed."""
