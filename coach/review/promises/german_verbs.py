"""German verbs, and who does what: the parts of which `german` makes its ways to promise."""

from __future__ import annotations

NO = r"\b(?:nicht|nichts|kein\w*|nie|niemals)\b"
GAP = rf"(?:(?!{NO}|[,;:]).){{0,90}}?"
"""Up to some words of one clause, without a no."""

REACHES = "ruf|schreib|mail|kontaktier|informier|benachrichtig|verständig|erreich"
WORD_OF = r"(?:ruf|schreib|mail|kontaktier|informier|benachrichtig|verständig|erreich)"
DEEDS = (
    "ruf|schreib|schick|send|sende|mail|kontaktier|informier|benachrichtig|erstatt|überweis|ersetz|bring|liefer"
    "|klär|prüf|überprüf|frag|kümmer|kümmr"
    "|veranlass|leit|bestell|reservier|buch|reparier|tausch|hol|besuch|bearbeit|erledig|lass|stornier|komm|geb"
    "|leg|stell|such|verschick"
    "|versend|sprech|änder|aktualisier|aktivier|schalt|setz|reich|schreib|zahl|regel|regl|lös|beantwort|antwort"
    "|nehm|fahr|mach|meld|montier|senk|reduzier|streich|lösch|verschieb|verlänger|entsperr|halt|wart|pack|bau|trag|häng"
    "|übergeb|überreich|tret|hinterleg|räum|wechsel|erneuer|zieh|druck|näh|koch|back|schneid|misch|füll|lad|park"
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
    r"|sendung|lieferung|paket|geld|ware|frist|preis|erstattung|moment|app|seite|link|vertrag|abo|tarif|zug|bahn|bus|flug"
    r"|flieger|fähre|konzert|kurs|laden|markt|aktion"
    r"|angebot|termin|büro|messe|film|spiel|show)\b)(?: [\w-]+)"
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

ROLE = (
    r"\w*(?:techniker|monteur|fahrer|kolleg|mitarbeiter|kurier|bote|meister|chef|team|trupp|werkstatt|buchhaltung|abteilung|lager"
    r"|service|support|elektriker|installateur|berater|arzt|ärztin|leiter|schreiner|maler|dachdecker|zusteller|spedition|bank"
    r"|inhaber|rezeption|küche|filiale|zentrale|kundendienst|verwaltung|schlosser|gärtner|praxis|labor|redaktion)\w*"
)
NO_NAME = r"(?!(?:sich|sie|ihnen|dir|euch|heute|morgen|am|bis|um|noch|dann|das|den|die|es|im|in|und|auch|spätestens)\b)"
SOMEBODY = (
    rf"(?P<who>(?:unsere?r?|meine?|die|der|eine?r?) {ROLE}(?: {NO_NAME}[\w-]+){{0,2}}?|unsere?r? [\w-]+(?: (?:herr|frau) [\w-]+)?"
    rf"|(?:herr|frau) (?:dr\. )?[\w-]+|jemand(?: (?:aus|von|vom) (?:der |dem )?[\w-]+)?|{ROLE} {NO_NAME}[\w-]+)"
)
"""People and departments, no shops and offers: whoever stands with a verb that things may have, too ("die Bahn fährt um 9")."""

DOING = (
    "legt|baut|stellt|setzt|trägt|räumt|misst|wechselt|bohrt|hängt|klärt|regelt|erledigt|fährt|packt|streicht|reinigt"
    "|richtet|übergibt|übernimmt|bearbeitet|sendet|versendet|verschickt|zahlt|bucht|storniert|dichtet|lötet|schneidet|verlegt"
    "|wirft|schraubt|besucht|untersucht|prüft|begleitet"
)
NO_DEED = (
    r"(?:hab|werd|würd|hatt|wär|hätt|könnt|möcht|müsst|sollt|dürft|wollt|denk|glaub|hoff|freu|dank|bedau|versteh|seh|les|brauch"
    r"|benötig|find|bitt|wünsch|lieb|kenn|merk|vermut|mein|fürcht|erwart|arbeit|heiß|steh|sitz|lieg|wohn|konnt|wusst|dacht|musst"
    r"|durft|helf|unterstütz|begrüß|berat|entschuldig|gratulier|empfehl|rat|schätz|bestätig|notier|vermerk|verbind|sag|schlag"
    r"|biet|schau|guck|teil|wiederhol|zitier|beton|versicher|such|vermiss|hör|zähl|bezieh|verweis|nenn|sprech|verabschied|weiß"
    r"|gehe davon"
    r"|nehme an|hof|wurd|ging|kam|bleib|wied)"
)
NO_VERB = (
    r"(?:ihre?n?|eine?n?|meine?n?|deine?n?|diesen?|keine?n?|allen?|heute|gerne|ohne|bitte|seine|unseren?|den|gegen|morgen)\b"
)
DEED_E = rf"(?!{NO_DEED})\w*(?:[^\Wt]|wart|halt|leit|beit|reit|wort|statt|richt|schalt|walt|start|tret)"
"""A verb without its -e, in no past tense, of something that is done."""

NO_DEED_WE = (
    r"(?!(?:haben|sind|waren|hatten|wurden|würden|werden|wollen|möchten|können|könnten|müssen|dürfen|sollen|sollten|brauchen"
    r"|benötigen|bitten|sehen|wissen|denken|freuen|schließen|öffnen|arbeiten|erwarten|hoffen|empfehlen|bedauern|danken|bieten"
    r"|feiern|beginnen|enden|finden|bestätigen|unterstützen|verstehen|erhalten|bekommen|liegen|stehen|gehen davon|kamen|gingen"
    r"|schrieben|bekamen|erhielten|fuhren|nahmen|gaben|riefen|sprachen|trafen|verloren|blieben|bleiben|machen (?:zu|auf|urlaub"
    r"|pause|betriebs)|hören|suchen|liefern nur|versenden nur|wünschen|entschuldigen|planen|haben|reichen|bedienen|verkaufen"
    r"|führen|bieten|nehmen (?:nur|keine)|tagen|trainieren|spielen|lesen|essen)\b)"
    r"(?!\w*(?<!war)(?<!hal)(?<!lei)(?<!bei)(?<!rei)(?<!wor)(?<!stat)(?<!rich)(?<!schal)(?<!wal)ten\b)"
)
NOT_OURS = (
    r"(?:geöffnet|geschlossen|gesperrt|gefeiert|gebeten|gebraucht|benötigt|erwartet|verlangt|berechnet|abgebucht|eingezogen"
    r"|belastet|gekündigt|verlängert|abgeschaltet|abgerechnet|erhoben|begonnen|beendet|verlegt|erhöht|verschoben|eröffnet|gezeigt"
    r"|angezeigt|verlost|geliefert nur|gerechnet|genannt|getragen|bestimmt|gemeinsam|verschieden|bekommen|erhalten|verstehen"
    r"|verlieren"
    r"|bezahlen|besuchen|erkennen|erfahren|benachrichtigen|genießen|gewinnen|gehen|geben|gern|gegen|gerne|gut|gefallen"
    r"|gehören|benötigen|brauchen|vergessen|verfallen|gelöscht|gestrichen|versteigert)\b"
)
PASSIVE = (
    rf"(?!{NOT_OURS})"
    r"(?:\w*ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|wieder|ein|um|aus|ab|an|auf|nach|zu)\w{3,}t|\w{2,}iert|verschoben"
    r"|überwiesen|übergeben|erlassen|versehen|beschrieben|unterschrieben|verschrieben|übernommen|vorgenommen)"
    r"(?=$|[,;:.)–—]| und\b| oder\b)"
)
"""The participle at the end of a clause: what somebody will have done."""

THERE = (
    r"(?:bei (?:ihnen|dir|euch)(?! (?:an|ein)\w+| ge\w)|vor ort|vor (?:ihrer|deiner|der) \w*tür|(?:an|auf|in) (?:ihrem|deinem"
    r"|ihrer|deiner) \w+)"
)
DONE = (
    rf"(?:{THERE}|fertig|abholbereit|behoben|repariert|erledigt|zurück|einsatzbereit|versandfertig|startklar|bezugsfertig"
    rf"|montiert"
    r"|unterwegs|freigeschaltet|wieder (?:am netz|online|verfügbar|da|flott|ganz|dicht|warm|trocken))\b(?! ?\w*ge\w+(?:t|en)\b)"
)
BACK = (
    r"(?:zurück|im haus|auf (?:dem|ihrem|deinem) konto|in (?:der hand|den händen|ihrem|deinem)|im (?:post\w+|briefkasten"
    r"|e-mail\w*)"
    r"|wieder|bei sich|vorliegen|da|auf dem tisch)\b(?! \w*ge\w+)"
)
WHO = rf"\b(?P<who>{PERSON}) $"
KEPT = rf"(?!{GAP}{NO})"
"""No no in the rest of the clause."""

ASKS = r"\b(?:bitte|mir|mich|uns)\b"
