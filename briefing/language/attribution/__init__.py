"""Who is quoted where in a document, and who says it by its own words."""
