# SPDX-License-Identifier: EUPL-1.2
"""What a line claims without a number: a direction, an order, a place, a majority; and the
sentences of findings about statements.
"""
