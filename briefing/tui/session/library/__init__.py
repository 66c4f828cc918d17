"""The open library: its files, its catalogue kept up to date, the claims that rest on a source."""
