"""The figure: a jointed body posed by angles and contacts, solved and turned into shapes."""
