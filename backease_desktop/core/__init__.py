"""What is true: catalogue, timeline, player, figures, reminder rules. No Qt, no files, no clock."""
