"""Who reports, for which period, and the outer form of the document."""
