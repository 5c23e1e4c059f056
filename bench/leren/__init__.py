"""Learning the weights of names from invented sentences; only for development."""
