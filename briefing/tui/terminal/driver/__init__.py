"""Textual's way to the terminal, made to bear what terminals send and how programs are stopped."""
