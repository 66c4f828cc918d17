"""What cards say over time: computed from cards and evidence, each row with what it rests on."""
