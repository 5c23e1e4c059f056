# SPDX-License-Identifier: EUPL-1.2
"""One folder per delivered file, and the script that makes the workbooks."""
