"""What a library of macros says as a whole: `coach macros`. Pure functions from records to records, then a report.

`collect` makes macros of judged documents, `xray` asks every question of them, `report_*` write the answers down. Each question
is a module: duplicates, contradictions, stale, versions, tone, placeholders, ranking. Nothing is said without its place.
"""
