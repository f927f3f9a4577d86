"""What is kept of earlier reports: a store in one file, and which of them are the past of a report."""
