"""How `coach.review.redaction` finds what is private: numbers by their form and check digits, names by where they were given."""
