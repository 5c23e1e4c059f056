# SPDX-License-Identifier: EUPL-1.2
"""Live preview: the page of an edition in the browser while staff write, with the findings beside
it; nothing is written to out/.
"""

from .rebuild import Page as Page
from .serve import AddressInUse as AddressInUse, Preview as Preview
