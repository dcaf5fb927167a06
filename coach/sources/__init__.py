"""From bytes and text to the agent's own words: decoding, and masking of everything that is not prose."""
