"""Where a phrase was first used, where again, and how its words changed."""
