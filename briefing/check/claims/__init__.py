"""What a sentence of ours claims that can be held against its evidence: figures and names."""
