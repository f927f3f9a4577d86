"""Content under `rules/` and `indicators/`: loaded, checked, resolved at a date."""
