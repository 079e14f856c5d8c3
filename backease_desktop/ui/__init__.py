"""What is seen: widgets that draw snapshots and emit wishes. No policy, no files."""
