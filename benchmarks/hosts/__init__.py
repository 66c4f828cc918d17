"""Small applications that the screen benchmarks run in a pseudo-terminal."""
