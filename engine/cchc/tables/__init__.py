"""Tables of any length, a report or a unit a row: read in blocks, written in parts that a later run need not make again."""
