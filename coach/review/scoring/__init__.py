"""What a review file says about the work: rates with their uncertainty, cards of agents, what went well, samples, agreement.

Everything is asked of the tables of `coach/review/schema.sql`, so that memory does not grow with the conversations.
"""
