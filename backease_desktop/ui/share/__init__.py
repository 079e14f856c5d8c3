"""What is brought in from others and given to others: a paste, a file, a code on paper."""
