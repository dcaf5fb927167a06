"""German: the present tense with a time, werden, and the passive; both word orders."""

from __future__ import annotations

from coach.review.promises.german_times import BEFORE, BEGINS, BEHIND, GLUE, NUMBERS, TIME, TIMES
from coach.review.promises.german_verbs import (
    ASKS,
    BACK,
    CALLS,
    COMES,
    COMING,
    DEED,
    DEED_E,
    DEEDS,
    DOING,
    DONE,
    GAP,
    GOODS,
    HEAR,
    INFINITIVE,
    KEPT,
    MESSAGE,
    NO,
    NO_DEED_WE,
    NO_VERB,
    NOT_OURS,
    PARTICIPLE,
    PASSIVE,
    PERSON,
    REACHES,
    RECEIVE,
    SHALL,
    SOMEBODY,
    THEIRS,
    THERE,
    WHO,
    WORD_OF,
    YOU,
)
from coach.review.promises.wording import NOBODY, SOMEONE, WE, I, Making, Wording, lists
from coach.review.stems import any_of

MAKINGS = (
    Making(I, r"melde? (?:mich|ich mich)\b", words=("word",)),
    Making(I, rf"ich (?:{WORD_OF}e?) {YOU}\b{KEPT}", words=("ich", "word")),
    Making(I, rf"{WORD_OF}e ich {YOU}\b{KEPT}", words=("ich", "word")),
    Making(
        I, rf"ich (?:gebe|sage) {YOU}{GAP} bescheid|gebe ich {YOU}{GAP} bescheid|sage ich {YOU}{GAP} bescheid", words=("news",)
    ),
    Making(
        I,
        rf"ich halte {YOU}{GAP} laufenden|halte ich {YOU}{GAP} laufenden|ich komme {GAP}auf (?:sie|dich|euch) zu",
        words=("news",),
    ),
    Making(WE, r"melden (?:uns|wir uns)\b", words=("word",)),
    Making(WE, rf"wir {WORD_OF}en {YOU}\b{KEPT}", words=("wir", "word")),
    Making(WE, rf"{WORD_OF}en wir {YOU}\b{KEPT}", words=("wir", "word")),
    Making(
        WE,
        rf"wir (?:geben|sagen) {YOU}{GAP} bescheid|geben wir {YOU}{GAP} bescheid|sagen wir {YOU}{GAP} bescheid",
        words=("news",),
    ),
    Making(
        WE,
        rf"wir halten {YOU}{GAP} laufenden|halten wir {YOU}{GAP} laufenden|wir kommen {GAP}auf (?:sie|dich|euch) zu",
        words=("news",),
    ),
    Making(I, rf"ich werde\b{GAP}\b{INFINITIVE}", words=("ich", "will")),
    Making(I, rf"werde ich\b{GAP}\b{INFINITIVE}", words=("ich", "will")),
    Making(WE, rf"wir werden\b{GAP}\b{INFINITIVE}", words=("wir", "will")),
    Making(WE, rf"werden wir\b{GAP}\b{INFINITIVE}", words=("wir", "will")),
    Making(
        I,
        rf"ich (?:erstatte|überweise|ersetze)\b{KEPT}|erstatte ich\b{KEPT}|überweise ich\b{KEPT}|ersetze ich\b{KEPT}",
        words=("remedy",),
    ),
    Making(
        WE,
        (
            rf"wir (?:erstatten|überweisen|ersetzen)\b{KEPT}|erstatten wir\b{KEPT}|überweisen wir\b{KEPT}"
            rf"|ersetzen wir\b{KEPT}"
        ),
        words=("remedy",),
    ),
    Making(SOMEONE, rf"wird (?:sich |sie |dich |ihnen |dir )?(?P<who>{PERSON}){GAP}\b{INFINITIVE}", words=("wird",)),
    Making(SOMEONE, rf"wird\b{GAP}\b{INFINITIVE}", words=("wird",), before=WHO),
    Making(SOMEONE, rf"{THEIRS}\b{KEPT}", words=("theirs",), before=WHO),
    Making(SOMEONE, rf"{THEIRS} (?:sich |sie |dich |ihnen |dir )(?P<who>{PERSON})\b", words=("theirs",)),
    Making(SOMEONE, rf"{COMES}\b{KEPT}", timed=True, words=("comes",), before=WHO),
    Making(SOMEONE, rf"wird\b(?!{GAP}{NO}|{GAP}{PARTICIPLE}|{GAP}\b{NOT_OURS})", timed=True, words=("wird",), before=WHO),
    Making(SOMEONE, rf"{COMES} (?P<who>{PERSON})\b", timed=True, words=("comes",)),
    Making(NOBODY, rf"{RECEIVE}{GAP}\b(?:von (?:mir|uns)\b|\w*{MESSAGE}\b)", deed=False, words=("sie",)),
    Making(NOBODY, rf"{HEAR}\b{GAP}\bvon (?:mir|uns|ihm|ihr|der|dem|unser\w*)\b", deed=False, words=("sie",)),
    Making(
        NOBODY,
        rf"{SHALL}\b{GAP}\b(?:erhalten|bekommen|hören|kontaktiert|angerufen|benachrichtigt|informiert|haben)\b",
        timed=True,
        deed=False,
        words=("wird",),
    ),
    Making(NOBODY, rf"{RECEIVE}(?!{GAP}{NO}|{GAP}\bzu\b|{GAP}\bge\w+t\b)", timed=True, deed=False, words=("sie",)),
    Making(
        NOBODY,
        rf"w(?:ird|erden)\b{GAP}\b(?:erstattet|zurückerstattet|gutgeschrieben|kontaktiert|angerufen)\b",
        deed=False,
        words=("wird",),
    ),
    Making(NOBODY, rf"w(?:ird|erden|irst)\b{GAP}\b{PARTICIPLE}", timed=True, deed=False, words=("wird",)),
    Making(
        NOBODY,
        (
            rf"(?:kommt|trifft|geht)\b{KEPT}{GAP}\b(?:an|ein|da|raus|bei ihnen|bei dir|auf ihrem|auf deinem"
            r"|fertig|zurück|unterwegs|ihnen|dir|in die post|auf die reise)\b(?! ?\w*ge\w+(?:t|en)\b)"
        ),
        timed=True,
        deed=False,
        words=("arrives",),
        before=rf"\b{GOODS} $",
    ),
    Making(I, r"(?:ich )?(?:sorge(?: ich)? dafür|stelle(?: ich)? sicher|verspreche|garantiere)\b", timed=True, words=("ich",)),
    Making(
        SOMEONE,
        rf"t (?:ihnen|dir|euch|sie|es|ihn|das|den|die) (?:ihnen |dir )?{SOMEBODY}",
        timed=True,
        words=("doing",),
        before=r"\b(?:leg|bau|stell|träg|gib|bring|hol|führ|fähr|mach|räum|schick|liefer|zeig|übergib|repariert|tausch|wechsel)$",
    ),
    Making(SOMEONE, rf"{any_of(DOING)}\b{KEPT}", timed=True, words=("doing",), before=rf"\b{SOMEBODY} $"),
    Making(SOMEONE, rf"(?:ist|sind)\b{KEPT}{GAP}\b{THERE}\b", timed=True, words=("being", "done"), before=rf"\b{SOMEBODY} $"),
    Making(I, rf"bin\b(?!{GAP}\b(?:seit|für sie da))(?!{GAP}{NO}){GAP}\b{THERE}\b", timed=True, words=("being", "done")),
    Making(
        WE, rf"(?:wir sind|sind wir)\b(?!{GAP}\b(?:seit|für sie da)){KEPT}{GAP}\b{THERE}\b", timed=True, words=("being", "done")
    ),
    Making(
        NOBODY,
        rf"(?:ist|sind|liegt|steht)\b(?!{GAP}\b(?:seit|schon|bereits)\b){KEPT}{GAP}\b{DONE}",
        timed=True,
        deed=False,
        words=("being", "done"),
    ),
    Making(
        NOBODY,
        (
            rf"(?:kommt|geht|trifft|landet|gehen|kommen)\b{KEPT}{GAP}\b(?:raus|zurück|in die post|auf die reise|zu (?:ihnen|dir)"
            r"|bei (?:ihnen|dir)|auf (?:ihrem|deinem|ihr|dein) konto|ihnen zu|dir zu|in den versand|an sie|an dich)\b"
        ),
        timed=True,
        deed=False,
        words=("arrives",),
    ),
    Making(NOBODY, rf"ist\b{KEPT}{GAP}\bda\b", timed=True, deed=False, words=("being", "done"), before=rf"\b{GOODS} $"),
    Making(NOBODY, rf"folg(?:t|en)\b{KEPT}", timed=True, deed=False, words=("follows",), before=r"\w $"),
    Making(
        NOBODY,
        rf"(?:haben sie|sie haben|hast du|du hast|habt ihr|ihr habt)\b{KEPT}{GAP}\b{BACK}",
        timed=True,
        deed=False,
        words=("have", "back"),
    ),
    Making(NOBODY, rf"w(?:ird|erden)\b{KEPT}{GAP}\b{PASSIVE}", timed=True, deed=False, words=("wird",)),
    Making(NOBODY, r"wird\b", timed=True, dated=True, deed=False, words=("wird",), before=rf"\b{PARTICIPLE} $"),
    Making(I, rf"ich {DEED}e?\b{KEPT}", timed=True, words=("ich",)),
    Making(I, rf"e ich\b{KEPT}", timed=True, words=("ich",), before=rf"\b{DEED}$"),
    Making(WE, rf"wir {DEED}e?n\b{KEPT}", timed=True, words=("wir",)),
    Making(WE, rf"n wir\b{KEPT}", timed=True, words=("wir",), before=rf"\b{DEED}e?$"),
    Making(
        I, rf"(?:ich werde|werde ich)\b{GAP}\b(?!haben|sein|brauchen|müssen|können)\w+en\b", timed=True, words=("ich", "will")
    ),
    Making(
        WE,
        rf"(?:wir werden|werden wir)\b{GAP}\b(?!haben|sein|brauchen|müssen|können|schließen)\w+[er]n\b",
        timed=True,
        words=("wir", "will"),
    ),
    Making(I, rf"ich(?<!\wich) (?!{NO_VERB}){DEED_E}e\b{KEPT}", timed=True, close=True, words=("ich",)),
    Making(I, rf"e ich\b{KEPT}", timed=True, close=True, words=("ich",), before=rf"\b{DEED_E}$"),
    Making(WE, rf"wir (?!{NO_VERB}){NO_DEED_WE}\w+e?[rl]?n\b{KEPT}", timed=True, dated=True, close=True, words=("wir",)),
    Making(
        WE,
        rf"n wir\b{KEPT}",
        timed=True,
        words=("wir",),
        dated=True,
        before=rf"\b{NO_DEED_WE.replace(chr(92) + 'b', 'n?' + chr(92) + 'b')}\w+$",
    ),
    Making(
        I,
        rf"{DEED}e?\b(?=[^,;:]*\b(?:ihnen|dir|dich|sie|euch)\b){KEPT}(?!.*{ASKS})",
        timed=True,
        words=("deed",),
        before=r"^(?:ok, |gut, )?$",
    ),
    Making(
        I,
        rf"{DEED}e\b{KEPT}(?!.*{ASKS})",
        timed=True,
        words=("ich", "conjunction", "deed"),
        before=r"\bich\b[^.;:]{1,100} und (?:dann )?$",
    ),
    Making(
        WE,
        rf"{DEED}e?n\b{KEPT}",
        timed=True,
        words=("wir", "conjunction", "deeds"),
        before=r"\bwir\b[^.;:]{1,100} und (?:dann )?$",
    ),
    Making(
        I,
        rf"{INFINITIVE}",
        timed=True,
        words=("will", "conjunction"),
        before=r"\b(?:werde ich|ich werde)\b[^.;:]{1,100} und [^,;:]{0,60}$",
    ),
)

GERMAN = Wording(
    code="de",
    words=lists(
        ich="ich",
        wir="wir",
        wird="wird werden wirst",
        will="werde werden",
        sie="erhalten erhältst bekommen bekommst hören hörst",
        word="melde meld melden " + " ".join(f"{verb}{ending}" for verb in REACHES.split("|") for ending in ("", "e", "en")),
        news="bescheid laufenden komme kommen",
        remedy="erstatte erstatten überweise überweisen ersetze ersetzen",
        theirs=CALLS.replace("|", " "),
        comes=COMING.replace("|", " "),
        arrives="kommt kommen trifft geht gehen landet",
        follows="folgt folgen",
        doing=DOING.replace("|", " ") + " schickt liefert zeigt repariert tauscht bringt holt führt",
        being="ist sind liegt steht bin",
        done=(
            "bei fertig da abholbereit behoben repariert erledigt zurück einsatzbereit versandfertig startklar bezugsfertig"
            " montiert unterwegs freigeschaltet wieder ort tür haustür"
        ),
        have="haben hast habt",
        back="zurück haus konto hand händen wieder sich vorliegen da tisch postfach posteingang briefkasten",
        conjunction="und",
        deed=" ".join(f"{deed}{ending}" for deed in DEEDS.split("|") for ending in ("", "e")),
        deeds=" ".join(f"{deed}{ending}" for deed in DEEDS.split("|") for ending in ("en", "n")),
        time=TIMES,
    ),
    makings=MAKINGS,
    never=(
        r"\b(?:normalerweise|in der regel|üblicherweise|gewöhnlich|meistens|hoffentlich|wahrscheinlich|vermutlich"
        r"|vielleicht|eventuell|hätten?|würden?"
        r"|könnten?|wäre|jedes mal|laut|angeblich|ich schreibe (?:ihnen|dir)(?: heute)?,? (?:weil|wegen|um|da)|weiß nicht"
        r"|nicht sicher|unklar|höchstwahrscheinlich|hoffe|hoffen|umfrage|bewert\w*|feedback\S*"
        r"|diese (?:e-?mail|nachricht)"
        r"|in (?:diesem|solchem|dem) fall|in einem solchen fall|(?:ich|wir) (?:kann|können))\b|\bwie (?:sie|du) (?:\w+"
        r" )?(?:sag|schr|meint|mitteil)\w*|\b(?:sagt|sagte|meinte"
        r"|versprach|hieß)\b|\bhabe[n]? (?:sie|du|ich|wir)\b(?=.{0,80}\b(?:ge\w+t|\w+en)$)"
    ),
    condition=(
        r"\b(?:falls|sofern|wenn|im falle?|es sei denn|vorausgesetzt|solange)\b|^(?:sollten?|würden?) |^(?:wird|werden|ist"
        r"|sind|hat"
        r"|haben|geht|kommt) (?:es|sie|er|das|die|der|ihre?|deine?|eine?|du|ich|wir|man|etwas|alles)\b[^,]{0,80}, "
    ),
    otherwise=r"(?:[;:–—]|,? ?\b(?:und|aber|oder)\b) ?(?:falls|sofern|wenn|sollten?)\b",
    parts=r"(?:[,;:–—]| (?=und |aber |sowie ))(?: ?(?:und|aber|sowie)\b)? ?",
    here=(
        r"\b(?:(?:einen|einem|kleinen|paar|kurzen) (?:kleinen |kurzen )?(?:moment|augenblick|momente|sekunden?"
        r"|minuten?)|moment bitte|gleich|sofort|jetzt|gerade|soeben|nun"
        r"|kurz|sobald (?:sie|du|ihr)|bleiben sie|bleib dran|dranbleiben|geduld|gern|gerne|in der leitung|nach dem gespräch)\b"
    ),
    event=(
        r"\b(?:sobald|nachdem|nach (?:eingang|erhalt|prüfung|der|dem|ihrer|ihrem|deiner|deinem|rücksendung|ankunft"
        r"|abschluss|zustellung|freigabe)|ab (?:eingang|erhalt|dem|der)|bis (?:sie|du|wir|ich))\b"
    ),
    away=r"\b(?:ruf|an(?:ge)?rufen|zurückrufen)",
    somebody=r"(?:jemand|ein|eine|einer)\b",
    time=TIME,
    begins=BEGINS,
    glue=GLUE,
    before=BEFORE,
    behind=BEHIND,
    opens=(r"\b(?:und|oder|aber|denn|weil|da|wenn|falls|dass|ob|für|über|wegen|zum|zur|ist|sind|war|wir|unser\w*|mein\w*|es)\b"),
    numbers=NUMBERS,
    aims=r"\bauf (?:de[nm] )?$",
    since=r"\bseit (?:de[mr] )?$",
    plural=r"(?:tagen|wochen|monaten|stunden|minuten)",
)
