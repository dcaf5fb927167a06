"""German: umlauts and ß under one key with ae, oe, ue, ss; ordinals with a dot; Sie and du."""

from __future__ import annotations

from collections.abc import Iterator

from coach.languages.base import Address, Language, fold, strip_invisible, without_runs

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def key(word: str) -> str:
    """für, fuer -> fuer; begrüßen, begrüssen -> begruessen."""
    word = strip_invisible(word)
    return word if word.isascii() else word.translate(UMLAUTS)


def weaker(word: str) -> Iterator[str]:
    """gibt's -> gibt; drawn-out letters taken back."""
    if "'" in word:
        yield word.partition("'")[0]
    yield from without_runs(word)


def spellings(word: str) -> Iterator[str]:
    """The key, and for gibt's also gibts."""
    spelled = key(word)
    yield spelled
    if "'" in spelled:
        yield spelled.replace("'", "")


GERMAN = Language(
    code="de",
    name="German",
    fold=fold,
    key=key,
    weaker=weaker,
    spellings=spellings,
    abbreviations=frozenset(
        "bzw bspw ca etc evtl ggf inkl exkl max min mind mwst nr str tel usw vgl zzgl abs abt art bzgl dr dipl ing hr fr geb gem "
        "gez i.d.r lt mio mrd od prof sog st std u.a vs zb z.b d.h u.u o.g jan feb mär apr jun jul aug sep sept okt nov dez ho "
        "mo di mi do fr sa so zzt z.zt allg betr".split()
    ),
    ordinal_dot=True,
    function_words=frozenset(
        "der die das den dem des ein eine einen einem einer und oder aber nicht kein keine ich du er sie es wir ihr mich dich "
        "ihn uns euch ihnen mir dir ihm mein dein sein unser euer ihre ihren ihrem ihrer ist sind war waren bin bist haben hat "
        "habe hatte wird werden wurde kann können könnten möchte möchten muss müssen soll sollte mit von zu zum zur im in am an "
        "auf aus bei für über unter nach vor seit bis wenn weil dass ob wie was wer wo wann warum auch noch schon nur sehr hier "
        "da dann bitte danke hallo guten tag leider gerne gern ja nein uns vielen dank sehr geehrte geehrter liebe lieber".split()
    ),
    openers=frozenset(
        (
            "wegen beim dazu dafür damit darum deshalb trotz laut seit vor nach ohne gegen zwischen während durch unter "
            "über im ins ans zur zum vom an ab bis um gegenüber innerhalb außerhalb anstatt statt morgen heute gestern "
            "jetzt nun leider derzeit momentan aktuell zurzeit erst dann danach vorher zuerst zunächst dort hier daran "
            "darauf daraus darin darüber darunter davon dabei alle alles jede jeder jedes diese dieser dieses diesen "
            "diesem unser unsere unserem unseren unserer mein meine meinem meinen meiner dein deine deinem deinen deiner "
            "kein keine keinen einen einem einer solche mehr noch auch nur nicht ob dass weil da falls sobald solange "
            "bevor nachdem obwohl jene manche viele wenige mehrere beide"
        ).split()
    ),
    formal=Address(frozenset("Sie Ihnen Ihr Ihre Ihrem Ihren Ihrer Ihres".split())),
    informal=Address(
        frozenset("du dich dir dein deine deinem deinen deiner deines euch euer eure eurem euren eurer eures".split())
        | frozenset("Du Dich Dir Dein Deine Deinem Deinen Deiner Deines Euch Euer Eure Eurem Euren Eurer Eures".split()),
        several=frozenset("euch euer eure eurem euren eurer eures Euch Euer Eure Eurem Euren Eurer Eures".split()),
    ),
)
