# SPDX-License-Identifier: EUPL-1.2
"""Live preview: the page of an edition in the browser while staff write, with the findings beside
it; nothing is written to out/.
"""

from .rebuild import Page
from .serve import AddressInUse, Preview

__all__ = ["AddressInUse", "Page", "Preview"]
