"""Rules: what is a fault, apart from the words of any language. One module a category; `table` lists them all."""
