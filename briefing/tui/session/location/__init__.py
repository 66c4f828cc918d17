"""Where the reader is: its places before and after, and where the last run left off."""
