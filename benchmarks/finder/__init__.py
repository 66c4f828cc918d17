"""How well quotations and their speakers are found in texts that the rules were not made on."""
