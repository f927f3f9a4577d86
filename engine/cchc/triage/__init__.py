"""What becomes of findings once people live with them: identity, order, what is known, what is set aside."""
