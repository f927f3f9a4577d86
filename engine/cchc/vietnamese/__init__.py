"""Vietnamese text: folding, numbers as written, reporting periods."""
