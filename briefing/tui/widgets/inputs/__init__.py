"""What is typed into: boxes, and the list of what could be meant."""
