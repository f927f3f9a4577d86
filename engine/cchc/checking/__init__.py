"""A report and a pack in, one outcome per check out."""
