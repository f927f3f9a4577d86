"""What a report says, held against the register of dossiers it was counted from; and look-ups in that register."""
