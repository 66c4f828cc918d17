"""Questions about all meetings that a catalogue answers without reading a card."""
