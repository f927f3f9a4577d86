"""Formulas as one compiled function over column blocks: the same trees, the same outcomes, fewer passes over memory."""
