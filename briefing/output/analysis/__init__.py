"""Views over time as printed lines, JSON, Markdown, CSV and calendar entries."""
