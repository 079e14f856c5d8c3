"""The command `backease`: words and exit codes, one module for each group of commands."""
