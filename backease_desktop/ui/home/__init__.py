"""The first page: what fits now, and every routine."""
