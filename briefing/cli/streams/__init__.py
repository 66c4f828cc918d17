"""What the commands read from standard input, and the progress they show."""
