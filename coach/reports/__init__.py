"""One module an output format: a report goes in, the text that is printed comes out.

Nothing here writes to a stream or knows about exit codes; that is the command line's business.
"""
