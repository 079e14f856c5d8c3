"""What turns: feeds time and clicks to the core, knows adapters only as Protocols (ports.py)."""
