"""The frozen program, and the packages that are made of it.

Rules: whatever is made is the same, byte by byte, wherever and whenever it is made from the same
commit with the same lock files; nothing is fetched; what ships is what the program depends on, and
nothing else that lies in the environment; a package is not kept unless the program in it, asked by
`self-test`, calls itself sound.
"""
