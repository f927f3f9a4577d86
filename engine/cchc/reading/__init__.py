"""From a document to a structured report: outline, form, figures, statements, citations, each with place and quote."""
