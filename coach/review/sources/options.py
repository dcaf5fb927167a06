"""What a run says about the conversations it reads: names of columns and agents, and what the files do not say themselves."""

from __future__ import annotations

from typing import NamedTuple


class Fields(NamedTuple):
    """The names of columns, or of fields of JSON objects, as given by the person; "" means the usual names (see `columns`)."""

    conversation: str = ""
    role: str = ""
    agent: str = ""
    time: str = ""
    text: str = ""
    offset: str = ""
    channel: str = ""
    team: str = ""
    lang: str = ""
    customer: str = ""


class ReadOptions(NamedTuple):
    """How files are read. `agent_names` and `agent_channel` (of a recording, from 1) name the agent where the file does not.

    `encoding` is that of all files (None: told by their first bytes); `channel`, `team` and `lang` are those of conversations
    that do not say their own; `input_format` is the name of a form, which is then not told from the content.
    """

    agent_names: tuple[str, ...] = ()
    agent_channel: int | None = None
    fields: Fields = Fields()
    encoding: str | None = None
    channel: str = ""
    team: str = ""
    lang: str | None = None
    input_format: str | None = None
