"""Reviewing conversations: who needs help with what, what went well, what has changed, with the evidence.

sources/* read conversations, judging judges them turn by turn, rows turns that into Arrow tables, store keeps them in a DuckDB
file, scoring/* counts what is in the file, report/* shows it. `record` has what travels between them.
"""
