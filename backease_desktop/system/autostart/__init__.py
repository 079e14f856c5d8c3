"""Starting with the session, one module for each way of doing so."""
