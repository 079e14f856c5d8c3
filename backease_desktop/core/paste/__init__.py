"""What somebody was given on paper, line by line: read into exercise and dose, or asked about."""
