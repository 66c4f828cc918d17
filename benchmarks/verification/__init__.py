"""Questions to the finder of evidence whose right answers are known by construction."""
