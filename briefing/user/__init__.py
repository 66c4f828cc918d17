"""What belongs to the user: settings, notes, and where they left off."""
