"""Phrasebooks: how one language says each concept. Notation, loading, compiling, matching, self-test."""
