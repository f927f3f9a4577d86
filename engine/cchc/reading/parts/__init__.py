"""Which part of the outline each block stands in."""
