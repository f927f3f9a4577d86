"""Results in, text in some format out. One writer a file."""
