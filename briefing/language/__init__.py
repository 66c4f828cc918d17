"""What running text says in many languages: dates and quotations."""
