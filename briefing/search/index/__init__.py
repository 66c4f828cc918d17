"""What a search reads: segments of postings, their arrays, and loops over these."""
