"""What the computer tells of its person: idle, locked, asleep, in a conversation, wanting quiet.

`source`, `asked`, `never` and `chain` say what a source is and how sources follow one another;
`linux`, `macos` and `windows` say which are tried on which system, best first.
"""
