"""From files to judged files: every text of a document is judged, and what was found is placed in the file."""
