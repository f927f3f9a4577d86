"""Open a user's file and turn it into a report or a table of units."""
