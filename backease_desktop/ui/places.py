"""The places of the window: by which keys its pages are known."""

HOME = "home"
EXERCISES = "exercises"
REMINDERS = "reminders"
SETTINGS = "settings"
HELP = "help"
PLAYER = "player"
WELCOME = "welcome"
