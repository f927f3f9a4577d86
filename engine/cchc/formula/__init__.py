"""The condition language: text -> typed tree -> columns, and the sentence that explains it."""
