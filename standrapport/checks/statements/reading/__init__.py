# SPDX-License-Identifier: EUPL-1.2
"""What stands in a line: words and their endings, amounts, the parts of a sentence,
and the closed-class words of Dutch (`data/`) they are read with.
"""
