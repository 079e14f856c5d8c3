"""What a person has told the system about how programs should look: less motion, more contrast."""
