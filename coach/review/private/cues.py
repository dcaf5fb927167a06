"""The words that a person's name stands behind, in four languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

LOOSE, GREETING, SIGNED, TITLE, STRONG, OPENING, THROUGH, WEAK, AGAIN, LABEL = (
    "loose", "greeting", "signed", "title", "strong", "opening", "through", "weak", "again", "label",
)  # fmt: skip

WORDS = {
    # Greetings behind which chats go on without a comma.
    LOOSE: "hi;hiya;hello;hey;dear;hallo;moin;servus;liebe;lieber;liebes;здравствуйте;здравствуй;привет;merhaba;merhabalar;selam",
    # Other words to somebody; many of them also stand above a signature.
    GREETING: "good (?:morning|afternoon|evening|day);greetings;welcome;thanks;thank you(?: very much| so much)?;sorry;apologies"
    ";guten (?:tag|morgen|abend);sehr geehrte[rs]?;grüß (?:gott|dich);danke;vielen dank;entschuldigung;добрый (?:день|вечер)"
    ";доброе утро;уважаемый;уважаемая;дорогой;дорогая;спасибо;извините;sevgili;değerli;iyi (?:günler|akşamlar|sabahlar)"
    ";günaydın;teşekkürler;teşekkür ederi[mz]",
    SIGNED: "best(?: regards| wishes)?;kind regards;warm regards;kindest regards;regards;many thanks;sincerely;cheers"
    ";yours(?: sincerely| truly| faithfully)?;mit freundlichen grüßen;mit freundlichen grüssen;mit freundlichem gruß"
    ";freundliche gr(?:ü(?:ß|ss)e)"
    ";viele gr(?:ü(?:ß|ss)e);liebe gr(?:ü(?:ß|ss)e);lieben gruß;beste gr(?:ü(?:ß|ss)e);besten gruß;herzliche gr(?:ü(?:ß|ss)e)"
    ";herzlichen gruß;mfg;lg;vg;с уважением;всего (?:доброго|хорошего);с наилучшими пожеланиями;saygılarımla;saygılarımızla"
    ";sevgiler;sevgilerimle;iyi çalışmalar",
    TITLE: "mr;mrs;ms;miss;mister;dr;prof;herr;herrn;frau;господин;господину;господина;госпожа;госпоже;госпожу;госпожи;г-н;г-ну"
    ";г-на;г-жа;г-же;г-жу;г-жи;sayın;bay;bayan",
    # Nothing but a name follows these, so that it may be in small letters.
    STRONG: "my name is;my name's;my name’s;his name is;her name is;mein name ist;ich hei(?:ß|ss)e;heißt;heisst;меня зовут"
    ";его зовут;её зовут;ее зовут;моё имя;мое имя;вас приветствует;benim adım;benim ismim",
    OPENING: "adım;ismim",
    # Whom one talks to, and who works with one.
    THROUGH: "chatting (?:with|to);speaking (?:with|to);talking (?:with|to);through to;connected to"
    ";sie (?:chatten|sprechen|schreiben) mit;du (?:chattest|sprichst|schreibst) mit"
    ";с вами (?:общается|говорит)(?: [а-яё]+)?;temsilciniz;my colleague;meine kolleg(?:e|in);mein kollege"
    ";meinem kollegen;meinen kollegen;meiner kollegin;мой коллега;моя коллега;моей коллеге;моему коллеге",
    WEAK: "this is;i am;i'm;i’m;hier ist;hier spricht;ich bin;на связи;это;ben",
    AGAIN: "it's;it’s;its",
    LABEL: "name;full name;recipient;accountholder;cardholder;empfänger;empfängerin;kontoinhaber;kontoinhaberin"
    ";karteninhaber;karteninhaberin;получатель;отправитель;фио;имя;alıcı(?: adı)?;ad soyad;adı soyadı;isim",
}
"""Cues of each kind, small; each begins with a plain word."""

FIRST = frozenset((LOOSE, GREETING, SIGNED, OPENING, LABEL))
"""Kinds that stand at the beginning of a sentence or a line."""


@cache
def cues() -> Mapping[str, str]:
    """For the longest plain word of each cue, as it may stand between two spaces, an expression for all cues that have it.

    Their groups are called as the kinds. A text is asked for these words first: that costs a tenth of one expression for all.
    """
    by_word: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, some in WORDS.items():
        for cue in some.split(";"):
            plain = cue.partition("[")[0].partition("(")[0]
            whole = plain == cue or cue[len(plain) :].startswith("(?: ")
            words = plain.split(" ") if whole else plain.split(" ")[:-1]
            by_word[max(words, key=len)][kind].append(cue)
    made: dict[str, str] = {}
    for word, kinds in by_word.items():
        groups = "|".join(f"(?P<{kind}>{'|'.join(sorted(some, key=len, reverse=True))})" for kind, some in kinds.items())
        made.update((word + behind, rf"(?:{groups})(?!\w)") for behind in ("", ",", ":", ".", "!"))
    return made
