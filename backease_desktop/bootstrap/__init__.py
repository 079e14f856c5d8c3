"""The roof: names every concrete adapter, reads the clocks, and puts the program together."""
