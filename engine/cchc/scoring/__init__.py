"""Figures of units in, points, index, range, coverage and rank out."""
