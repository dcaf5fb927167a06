"""Conversations read from what help desks export: files, folders, packed files, standard input, object storage.

`reading.conversations` is what callers use. `opening` gives bytes, `gathering` tells what they are and makes conversations of
rows, `exports` knows the JSON of vendors, `texts` transcripts written as text, `roles` who said what.
"""
