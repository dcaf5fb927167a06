"""Settings: what a run and each of its files are told by flags, variables, configuration files and defaults.

`discovery` finds the configuration of each input, `project` answers what holds for a file, `merging` puts together what several
sources say. They are on the start-up path; `loading`, `schema`, `places`, `globs`, `ignoring` and `walking` are imported by need.
"""
