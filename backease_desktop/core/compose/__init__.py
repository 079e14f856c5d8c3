"""Sessions put together for the minutes, the place and the person there are."""
