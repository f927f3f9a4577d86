"""Which words, names and marks of the wording tables a document uses; whether they are wrong is judged later."""
