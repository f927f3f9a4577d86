"""Pages that explain the content: one a rule, a figure, a target, an index; as text or Markdown."""
