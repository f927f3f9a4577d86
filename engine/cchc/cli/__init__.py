"""Click commands over `cchc.app`. Heavy imports stay inside the command that needs them."""
