"""The documents that a report cites."""
