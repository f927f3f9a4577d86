"""The register of dossiers: the one-stop system's export, counted by the legal definitions. Only this room uses DuckDB."""
