"""Findings and statements in, weaknesses with cause and action out, by forward chaining."""
