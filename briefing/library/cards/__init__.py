"""The cards of a library as their files have them: names, reading, what they refer to."""
