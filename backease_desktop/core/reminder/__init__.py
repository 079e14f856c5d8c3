"""When to call a person to a break: roster, presence, schedule, decisions. Rules, not clocks."""
