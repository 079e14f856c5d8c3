"""When to call a person to a break: plan, presence, schedule, decisions. Rules, not clocks."""
