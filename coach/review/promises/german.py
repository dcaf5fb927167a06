"""German: the present tense with a time, werden, and the passive; both word orders."""

from __future__ import annotations

from types import MappingProxyType

from coach.review.promises.wording import NOBODY, SOMEONE, WE, I, Making, Wording
from coach.review.stems import any_of

NO = r"\b(?:nicht|nichts|kein\w*|nie|niemals)\b"
GAP = rf"(?:(?!{NO}|[,;:]).){{0,90}}?"
"""Up to some words of one clause, without a no."""

WORD_OF = r"(?:ruf|schreib|mail|kontaktier|informier|benachrichtig|verständig|erreich)"
DEEDS = (
    "ruf|schreib|schick|send|sende|mail|kontaktier|informier|benachrichtig|erstatt|überweis|ersetz|bring|liefer"
    "|klär|prüf|überprüf|frag|kümmer|kümmr"
    "|veranlass|leit|bestell|reservier|buch|reparier|tausch|hol|besuch|bearbeit|erledig|lass|stornier|komm|geb"
    "|leg|stell|such|verschick"
    "|versend|sprech|änder|aktualisier|aktivier|schalt|setz|reich|schreib|zahl|regel|regl|lös|beantwort|antwort"
    "|nehm|fahr|mach|meld|montier|senk|reduzier|streich|lösch|verschieb|verlänger|entsperr"
)
DEED = rf"(?:{DEEDS})"
INFINITIVE = (
    r"(?:melden|anrufen|zurückrufen|kontaktieren|informieren|benachrichtigen|schreiben|zuschicken|zusenden"
    r"|zumailen|erstatten|zurückerstatten"
    r"|überweisen|zurücküberweisen|ersetzen|zukommen|bescheid (?:geben|sagen)|laufenden halten|zurückmelden"
    r"|verbindung setzen|antworten|nachliefern)\b"
)
YOU = r"(?:sie|dich|ihnen|dir|euch|ihn)"
PERSON = (
    r"(?:jemand\b(?: (?:aus|von|vom) (?:der |dem )?[\w-]+)?|(?:ein|eine|einer|unser|unsere|einer unserer|der|die"
    r"|das|mein|meine|(?:frau|herr)(?: (?:dr|prof)\.)*|euer|ihr)(?! (?:woche|tages?|monats?|betrag|bestellung"
    r"|sendung|lieferung|paket|geld|ware|frist|preis|erstattung|moment|app|seite|link)\b)(?: [\w-]+)"
    r"(?: (?:aus|von|vom|im|in) (?:der |dem |unserer |unserem )?[\w-]+)?)"
)
CALLS = "ruft|meldet|kontaktiert|informiert|benachrichtigt|schreibt|setzt"
THEIRS = rf"(?:{CALLS})"
COMING = "kommt|bringt|liefert|holt|repariert|tauscht|montiert|installiert|kümmert|schickt|schaut|prüft|nimmt|überweist|erstattet"
COMES = rf"(?:{COMING})"
PARTICIPLE = (
    r"(?:(?:zurück)?erstattet|geliefert|zugestellt|versandt|verschickt|versendet|(?:zurück)?überwiesen"
    r"|gutgeschrieben|ersetzt|repariert|ausgetauscht|bearbeitet"
    r"|zugesandt|zugeschickt|gesendet|geschickt|storniert|angerufen|kontaktiert|benachrichtigt|informiert|abgeholt"
    r"|behoben|fertig|freigeschaltet"
    r"|ausgeliefert|zurückgezahlt|ausgezahlt|gelöst|geklärt|geprüft|nachgeliefert|beantwortet|korrigiert"
    r"|eintreffen|ankommen|da sein|kommen)\b"
)
GETS = "erhalten sie|erhältst du|bekommen sie|bekommst du|sie erhalten|sie bekommen|du erhältst|du bekommst"
RECEIVE = rf"(?:{GETS})\b"
HEARS = "hören sie|hörst du|sie hören|du hörst"
HEAR = rf"(?:{HEARS})"
SHALL = r"(?:werden sie|wirst du|sie werden|du wirst)"
GOODS = r"(?:paket|sendung|lieferung|bestellung|geld|betrag|ersatz\w*|ware|brief|\w*teil|\w*gerät|erstattung|gutschrift|es)"
MESSAGE = (
    r"(?:e-?mail|mail|nachricht|bestätigung|rückmeldung|antwort|erstattung|gutschrift|geld|betrag|ersatz\w*|anruf"
    r"|rückruf|rechnung|brief|paket"
    r"|lieferung|etikett|retourenlabel|neue[snr]?|zahlung|code)"
)

WHO = rf"\b(?P<who>{PERSON}) $"
KEPT = rf"(?!{GAP}{NO})"
"""No no in the rest of the clause."""

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
    Making(SOMEONE, rf"wird\b(?!{GAP}{NO}|{GAP}{PARTICIPLE})", timed=True, words=("wird",), before=WHO),
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
            rf"(?:kommt|trifft|ist|geht|liegt)\b{KEPT}{GAP}\b(?:an|ein|da|raus|bei ihnen|bei dir|auf ihrem|auf deinem"
            r"|fertig|zurück|unterwegs|ihnen|dir|in die post|auf die reise)\b"
        ),
        timed=True,
        deed=False,
        words=("arrives",),
        before=rf"\b{GOODS} $",
    ),
    Making(I, rf"ich {DEED}e?\b{KEPT}", timed=True, words=("ich",)),
    Making(I, rf"e ich\b{KEPT}", timed=True, before=rf"\b{DEED}$"),
    Making(WE, rf"wir {DEED}e?n\b{KEPT}", timed=True, words=("wir",)),
    Making(WE, rf"n wir\b{KEPT}", timed=True, before=rf"\b{DEED}e?$"),
    Making(
        I, rf"(?:ich werde|werde ich)\b{GAP}\b(?!haben|sein|brauchen|müssen|können)\w+en\b", timed=True, words=("ich", "will")
    ),
    Making(
        WE,
        rf"(?:wir werden|werden wir)\b{GAP}\b(?!haben|sein|brauchen|müssen|können|schließen)\w+[er]n\b",
        timed=True,
        words=("wir", "will"),
    ),
)

NUMBERS = MappingProxyType(
    {
        "einer": 1, "einem": 1, "eine": 1, "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
        "acht": 8, "neun": 9,
        "zehn": 10, "zwölf": 12, "vierzehn": 14, "halben": 0.5, "halbe": 0.5, "paar": 0, "ein paar": 0, "einige": 0,
        "einigen": 0, "wenige": 0,
        "wenigen": 0, "mehrere": 0,
    }
)  # fmt: skip
NUMBER = (
    r"(?:\d{1,3}|ein paar|einer? halben?|einer|einem|eine|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn"
    r"|zwölf|vierzehn|paar|einigen?|wenigen?|mehrere)"
)
UNIT = (
    r"(?:(?P<minute>min(?:uten?|\.)?)|(?P<hour>stunden?|std\.?|h)|(?P<business>(?:werk|arbeits|geschäfts|bank)-?tage?n?s?)"
    r"|(?P<day>(?:kalender)?tage?n?s?)|(?P<week>(?:kalender)?wochen?)|(?P<month>monate?n?s?))\b"
)
TIME = (
    r"\b(?P<span>(?:innerhalb|binnen|in|nach)(?: von| der| des)?(?: spätestens| etwa| ca\.?| rund| circa| maximal"
    r"| den| weniger als| unter| höchstens)*"
    rf"(?: nächsten| kommenden| folgenden)? (?:(?P<n>{NUMBER})(?: ?(?:-|–|—|bis|oder) ?(?P<m>{NUMBER}))? ?)?{UNIT})"
    r"|\b(?P<aftertomorrow>übermorgen)\b|\b(?P<today>heute|noch am selben tag)\b"
    r"|\b(?P<morning>(?<=heute )(?:früh|morgen|vormittag)|(?:am |im laufe des )?(?:vormittags?|morgens)"
    r"|(?<=morgen )früh|morgens|(?<=tag )(?:früh|morgen))\b"
    r"|\b(?P<tomorrow>morgen)\b"
    r"|\b(?P<noon>(?:heute )?mittags?|zwölf uhr)\b|\b(?P<afternoon>(?:im laufe des )?nachmittags?)\b"
    r"|\b(?P<evening>abends?|feierabend)\b|\b(?P<midnight>mitternacht)\b"
    r"|\b(?P<endday>ende des tages|(?:im )?laufe des tages|tagesende|geschäftsschluss|ladenschluss|dienstschluss)\b"
    r"|\b(?P<workweek>ende der arbeitswoche)\b|\b(?P<endweek>(?:zum )?ende (?:der|dieser) woche|wochenende"
    r"|diese woche|dieser woche|laufe der woche)\b"
    r"|\b(?P<nextweek>(?:(?:ende|anfang|mitte|laufe der) )?(?:nächster|nächste|nächsten|kommender|kommende|kommenden) woche)\b"
    r"|\b(?P<endmonth>(?:zum )?ende (?:des|dieses) monats|monatsende|diesen monat)\b|\b(?P<nextmonth>(?:(?:ende"
    r"|anfang) )?(?:nächsten|kommenden) monats?)\b"
    r"|\b(?:kommenden |kommender |diesen )?(?P<next>nächsten |nächster )?(?:(?P<d0>montag)|(?P<d1>dienstag)"
    r"|(?P<d2>mittwoch)|(?P<d3>donnerstag)|(?P<d4>freitag)"
    r"|(?P<d5>samstag|sonnabend)|(?P<d6>sonntag))s?(?=\b|(?:früh|vormittag|mittag|nachmittag|abend))"
    r"|(?<![\d.,/:])(?:\d\d?(?:[:.]\d\d)? ?(?:uhr)? ?(?:-|–|bis|und) ?)?(?P<h>\d\d?)(?:[:.](?P<min>\d\d))? ?(?:uhr|h)\b"
    r"|(?<![\d.,/:])(?:\d\d?:\d\d ?(?:-|–|bis|und) ?)?(?P<h2>\d\d?):(?P<min2>\d\d)(?![\d:.])"
)

GOODS_ENDS = ("paket", "ung", "geld", "betrag", "ware", "brief", "teil", "gerät", "gutschrift", "es")
HINT = "|".join(
    (
        "meld mich|melde mich|melde ich|melden uns|melden wir",
        f"bescheid|laufenden|auf sie zu|auf dich zu|auf euch zu|{CALLS}|{COMING}",
        f"werde|wird|wirst|erstatte|überweise|ersetze|ersatz|{GETS}|{HEARS}",
        *(f"{goods} {verb}" for goods in GOODS_ENDS for verb in ("trifft", "ist", "geht", "liegt")),
        *(f"ich {deed}|{deed}e ich|wir {deed}|{deed}en wir|{deed}n wir" for deed in f"{DEEDS}|verständig|erreich".split("|")),
    )
)

GERMAN = Wording(
    code="de",
    hint=any_of(HINT),
    words=MappingProxyType(
        {
            "ich": ("ich ", " ich"),
            "wir": ("wir ", " wir"),
            "wird": ("wird", "werden", "wirst"),
            "will": ("werde",),
            "sie": ("erhalten", "erhältst", "bekomm", "hören", "hörst"),
            "word": ("meld", "ruf", "schreib", "mail", "kontakt", "informier", "benachrichtig", "verständig", "erreich"),
            "news": ("bescheid", "laufenden", "auf sie zu", "auf dich zu", "auf euch zu"),
            "remedy": ("erstatte", "überweise", "ersetze"),
            "theirs": ("ruft", "meldet", "kontaktiert", "informiert", "benachrichtigt", "schreibt", "setzt"),
            "comes": (
                "kommt",
                "bringt",
                "liefert",
                "holt",
                "repariert",
                "tauscht",
                "montiert",
                "installiert",
                "kümmert",
                "schickt",
                "schaut",
                "prüft",
                "nimmt",
                "überweist",
                "erstattet",
            ),
            "arrives": ("kommt", "trifft", "ist ", "geht", "liegt"),
        }
    ),
    makings=MAKINGS,
    never=(
        r"\b(?:normalerweise|in der regel|üblicherweise|gewöhnlich|meistens|hoffentlich|wahrscheinlich|vermutlich"
        r"|vielleicht|eventuell|hätten?|würden?"
        r"|könnten?|wäre|jedes mal|laut|angeblich|höchstwahrscheinlich|hoffe|hoffen|umfrage|bewert\w*|feedback\S*"
        r"|diese (?:e-?mail|nachricht)"
        r"|in (?:diesem|solchem|dem) fall|in einem solchen fall|(?:ich|wir) (?:kann|können))\b|\b(?:sagt|sagte|meinte"
        r"|versprach|hieß)\b|\bhabe[n]? (?:sie|du|ich|wir)\b(?=.{0,80}\b(?:ge\w+t|\w+en)$)"
    ),
    condition=(
        r"\b(?:falls|sofern|wenn|im falle?|es sei denn|vorausgesetzt|solange)\b|^(?:sollten?|würden?) |^(?:wird|werden"
        r"|ist|sind|hat|haben|geht|kommt)\b[^,]{0,80}, "
    ),
    here=(
        r"\b(?:(?:einen|einem|kleinen|paar|kurzen) (?:kleinen |kurzen )?(?:moment|augenblick|momente|sekunden?"
        r"|minuten?)|moment bitte|gleich|sofort|jetzt|gerade|soeben|nun"
        r"|kurz|bleiben sie|bleib dran|dranbleiben|geduld|gern|gerne|in der leitung|nach dem gespräch)\b"
    ),
    event=(
        r"\b(?:sobald|nachdem|nach (?:eingang|erhalt|prüfung|der|dem|ihrer|ihrem|deiner|deinem|rücksendung|ankunft"
        r"|abschluss|zustellung|freigabe)|ab (?:eingang|erhalt|dem|der)|bis (?:sie|du|wir|ich))\b"
    ),
    away=r"\b(?:ruf|an(?:ge)?rufen|zurückrufen)",
    somebody=r"(?:jemand|ein|eine|einer)\b",
    time=TIME,
    clue=(
        r"\d|uhr|tag|woche|monat|stunde|minute|morgen|heute|mittag|abend|mittwoch|sonnabend|früh|feierabend"
        r"|mitternacht|schluss|std|ende"
    ),
    glue=(
        r"(?:bis|um|am|im|in|zum|zur|zu|ab|gegen|vor|zwischen|und|der|die|den|dem|des|spätestens|noch|ca\.?|etwa|von|,"
        r"|-|–|\s)*"
    ),
    before=(
        r"(?:\b(?:bis|spätestens|um|am|im|zum|zur|zu|gegen|ab|vor|zwischen|noch|von|in der|der|den|dem|des|in|diesen"
        r"|dieses|im laufe des|im laufe der|etwa|ca\.?|für|den|übers|am) )+$"
    ),
    behind=r"(?: (?:spätestens|früh|hinein))",
    opens=(r"\b(?:und|oder|aber|denn|weil|da|wenn|falls|dass|ob|für|über|wegen|zum|zur|ist|sind|war|wir|unser\w*|mein\w*|es)\b"),
    numbers=NUMBERS,
    plural=r"(?:tagen|wochen|monaten|stunden|minuten)",
)
