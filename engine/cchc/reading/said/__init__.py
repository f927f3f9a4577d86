"""What a report admits, explains, claims, plans and asks for."""
