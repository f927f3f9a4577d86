"""The figures of a report: wordings, contexts, numbers, and which belongs to which."""
