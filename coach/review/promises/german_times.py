"""German: the words of times, see `deadlines`; groups told apart by their names, see `reckoning`."""

from __future__ import annotations

from types import MappingProxyType

NUMBERS = MappingProxyType(
    {
        "einer": 1, "einem": 1, "eine": 1, "ein": 1, "eins": 1,
        "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
        "acht": 8, "neun": 9,
        "zehn": 10, "elf": 11, "zwölf": 12, "vierzehn": 14, "halben": 0.5, "halbe": 0.5, "paar": 0, "ein paar": 0, "einige": 0,
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
HOUR = r"(?:\d\d?|eins|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
CLOSES = (
    r"(?=$|[,;:.)–—]| (?:–|am|an|in|im|mit|bei|heute|morgen|früh|vormittags?|nachmittags?|abends?|zurück|da|vor|und|oder|für"
    r"|zu|zur|zum|auf|fertig|spätestens|raus|ab|ein|aus|los|durch|ihnen|dir|sie|dich|wieder|noch|eine?n?|de[nrm]|d[ia]e?s?)\b"
    r"| (?!uhr|tag|werk|stund|woch|person|euro|prozent|minut|jahr|monat|stück|mal|grad|mann|leute)\w+(?:$|[,;:.)–—]))"
)
"""What may follow an hour that stands bare: "bis fünf zurück", but not "bis fünf Tage"."""

TIME = (
    r"\b(?P<span>(?:innerhalb|binnen|in|nach|im laufe(?= de[rs] (?:nächst|kommend)))(?: von| der| des)?(?: spätestens| etwa|"
    r" ca\.?| rund| circa| maximal"
    r"| den| weniger als| unter| höchstens)*"
    rf"(?: nächsten| kommenden| folgenden)? (?:(?P<n>{NUMBER})(?: ?(?:-|–|—|bis|oder) ?(?P<m>{NUMBER}))? ?)?{UNIT})"
    r"|\b(?P<aftertomorrow>übermorgen)\b|\b(?P<today>heute|noch am selben tag)\b"
    r"|\b(?P<morning>(?<=heute )(?:früh|morgen|vormittag)|(?:am |im laufe des )?(?:vormittags?|morgens)"
    r"|(?<=morgen )früh|morgens|(?<=tag )(?:früh|morgen))\b"
    r"|\b(?P<tomorrow>morgen)\b"
    r"|\b(?P<noon>(?:heute )?mittags?|zwölf uhr)\b|\b(?P<afternoon>(?:im laufe des )?nachmittags?)\b"
    r"|\b(?P<evening>abends?|feierabend|nacht)\b|\b(?P<midnight>mitternacht)\b"
    r"|\b(?P<endday>ende des tages|(?:im )?laufe des tages|tagesende|(?:geschäfts|laden|dienst|büro|kassen)schluss|schichtende"
    r"|arbeitsende)\b"
    r"|\b(?P<workweek>ende der arbeitswoche)\b|\b(?P<endweek>(?:zum )?ende (?:der|dieser) woche|wochenende"
    r"|diese woche|dieser woche|laufe der woche)\b"
    r"|\b(?P<nextweek>(?:(?:ende|anfang|mitte|mittw|laufe der) )?(?:nächster|nächste|nächsten|kommender|kommende|kommenden)"
    r" woche)\b"
    r"|\b(?P<endmonth>(?:zum )?ende (?:des|dieses) monats|monatsende|diesen monat)\b|\b(?P<nextmonth>(?:(?:ende"
    r"|anfang) )?(?:nächsten|kommenden) monats?)\b"
    r"|\b(?:kommenden |kommender |diesen )?(?P<next>nächsten |nächster )?(?:(?P<d0>montag)|(?P<d1>dienstag)"
    r"|(?P<d2>mittwoch)|(?P<d3>donnerstag)|(?P<d4>freitag)"
    r"|(?P<d5>samstag|sonnabend)|(?P<d6>sonntag))s?(?=\b|(?:früh|vormittag|mittag|nachmittag|abend))"
    r"|(?<![\d.,/:])(?:\d\d?(?:[:.]\d\d)? ?(?:uhr)? ?(?:-|–|bis|und) ?)?(?P<h>\d\d?)(?:[:.](?P<min>\d\d))? ?(?:uhr|h)\b"
    r"|(?<![\d.,/:])(?:\d\d?:\d\d ?(?:-|–|bis|und) ?)?(?P<h2>\d\d?):(?P<min2>\d\d)(?![\d:.])"
    r"|(?:(?<=\bum )|(?<=\bbis )|(?<=gegen )|(?<=\bvor )|(?<=\bab ))"
    rf"(?:(?:(?P<halfto>halb)|(?P<past>viertel nach)|(?P<to>viertel vor)) )?(?P<h3>{HOUR}){CLOSES}"
    rf"|\b(?:zwischen|von) {HOUR} (?:und|bis) (?P<h5>{HOUR}){CLOSES}"
    r"|(?:(?<=\bam )|(?<=\bzum )|(?<=\bbis ))(?P<monthday>\d\d?)(?:\.|(?=$)(?<!bis \d\d)(?<!bis \d))(?=$|[,;)]| (?!\d|tag\b"
    r"|stock|mal\b|og\b|termin|etage|jänner|feber|jahrestag|geburtstag))"
)

BEGINS = (
    "innerhalb|binnen|in |nach|über|heute|noch am|früh|morgen|vormittag|am |im |mittag|zwölf|abend|feier|mitter|ende|laufe|tages|"
    "geschäft|laden|dienst|zum |wochen|diese|anfang|mitte|mittw|nächst|kommend|monat|montag|donnerstag|freitag|samstag|sonn"
    "|nacht|"
    "kassen|büro|schicht|arbeits|halb |viertel |zwischen|von |eins|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf"
)
"""How the words of a time may begin, where they begin with no figure: what `TIME` is tried at."""

GLUE = (
    r"(?:bis|um|am|im|in|zum|zur|zu|ab|gegen|vor|zwischen|und(?! (?:am|bis|um|im|in|ab|zum) )|der|die|den|dem|des|spätestens"
    r"|noch|ca\.?|etwa|von|,"
    r"|-|–|\s)*"
)

BEFORE = (
    r"(?:\b(?:bis|spätestens|um|am|im|zum|zur|zu|gegen|ab|vor|zwischen|noch|von|in der|der|den|dem|des|in|diesen"
    r"|dieses|im laufe des|im laufe der|etwa|ca\.?|für|den|übers|am) )+$"
)

BEHIND = r"(?: (?:spätestens|früh|hinein))"

DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag")

TIMES = (
    "heute morgen übermorgen früh vormittag vormittags mittag mittags nachmittag nachmittags abend abends nacht nachts"
    " mitternacht"
    " feierabend geschäftsschluss ladenschluss dienstschluss büroschluss kassenschluss schichtende arbeitsende ende tagesende"
    " monatsende wochenende uhr h std stunde stunden min minute minuten tag tage tagen tages werktag werktage werktagen werktags"
    " arbeitstag arbeitstage arbeitstagen geschäftstage geschäftstagen banktage banktagen kalendertage kalendertagen woche wochen"
    " kalenderwoche monat monats monate monaten eins ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "
) + " ".join(f"{day}{part}" for day in DAYS for part in ("", "s", "früh", "vormittag", "mittag", "nachmittag", "abend"))
"""Words of which the words of a time have one, beside figures and months."""
