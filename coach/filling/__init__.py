"""Letters: templates read, filled with values, and rendered as text, Markdown or HTML."""
