"""Starting at login, one module for each way of doing so."""
