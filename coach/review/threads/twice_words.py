"""Words by which `twice` tells who asks for what, and who has to say a thing again; expressions over folded texts."""

SAYS = {
    "en": (
        r"\b(?:up there|right there|how many times|scroll\w*|(?:did|do) (?:say|tell|mention|write|give)"
        r"|(?:just|have|hadn'?t|i|i'?ve)(?: just)? (?:told|said|gave|given|sent|typed|wrote|written)"
        r"|(?:my|the) (?:(?:very )?first|opening|original|last|earlier|previous)"
        r" (?:message|mail|e-?mail|line|sentence|letter|post|tweet|text|ticket)s?"
        r"|you(?:'?re| are) replying to|as (?:i )?(?:said|stated))\b"
    ),
    "de": (
        r"\b(?:wie oft|wie (?:gesagt|geschrieben|eben|oben|vorhin)|(?:gesagt|geschrieben|genannt|geschickt) (?:hab|hatt)\w*"
        r"|(?:steht|stand|stehen) (?:\w+ )?(?:oben|drüber)|(?:ersten|letzten|meiner|meinem)"
        r" (?:mail|e-mail|nachricht|satz|zeile|schreiben|brief|anfrage))\b"
    ),
    "ru": (
        r"\b(?:сколько (?:еще|раз|можно)|одно и то же|(?:писал|говорил|сказал|указал|назвал)[аи]?"
        r"|(?:перв|прошл|предыдущ)\w+ (?:строк|сообщени|письм|абзац|предложени)\w*"
        r"|(?:из|в) (?:моего |моем |собственн\w+ )?(?:письма|письме|обращении|заявке)|вы (?:вообще )?читаете)\b"
    ),
    "tr": (
        r"\b(?:dedim|demiştim|dedik|yaz(?:dım|mıştım)|söyle(?:dim|miştim)|ilk (?:mesaj|satır|mail|yaz)\w*|papağan\w*"
        r"|kaç(?:ıncı)? (?:kere|kez|defa|yazış\w*))\b"
    ),
}
"""What a customer has who has said it before, beside the phrases of the signal: who said it, or where it stands."""

INSISTS = {
    "en": r"!{2}|\b(?:already|above|twice|(?:second|third|fourth) time|literally)\b",
    "de": (
        r"!{2}|\b(?:schon|bereits|doch|oben|drüber|zweimal|doppelt|jedes mal|noch ?mal|noch einmal|verweisen?"
        r"|(?:zum|ein) (?:zweiten|dritten|vierten|weiteres|zweites|drittes) mal)\b"
    ),
    "ru": (
        r"!{2}|\b(?:уже|я (?:же|ж)|выше|только что|(?:второй|третий|четвертый|который|каждый) раз|два раза|еще раз|дважды"
        r"|кругу?|опять|повтор\w+)\b"
    ),
    "tr": (
        r"!{2}|\b(?:zaten|yukarıda|yukarda|üstte|bir daha|bi daha|tekrar\w*|ver(?:dim|miştim)"
        r"|(?:iki|üç|ikinci|üçüncü|dördüncü) (?:kere|kez|defa))\b"
    ),
}
"""What whoever is tired of saying it has besides, and others, too: "already", a place, a number of times."""

UNKNOWN = {
    "en": (
        r"\b(?:(?:can(?:'?t|not)|couldn'?t|could not|unable to|not able to|don'?t|doesn'?t|didn'?t|isn'?t|not) (?:\w+ ){0,3}"
        r"(?:find|found|locate|see|seem|match|work|valid|exist|recogni[sz]e\w*|come up|bring up|coming up|read|open|get|right"
        r"|correct)"
        r"|no (?:record|result|match|order|booking|account)\w*|(?:number|code|id|address) (?:\w+ ){0,3}(?:wrong|invalid"
        r"|incorrect)"
        r"|missing a|too short|too long|digits?)\b"
    ),
    "de": (
        r"\b(?:(?:nicht|nichts|kein\w*) (?:\w+ ){0,3}(?:find\w*|gefunden|zuordnen|sehen|lesen|lesbar|gültig|bekannt"
        r"|hinterlegt|vorhanden)"
        r"|(?:finde|sehe|erkenne) (?:\w+ ){0,6}(?:nicht|nichts|kein\w*)|falsch\w*|ungültig\w*|unvollständig\w*|stellig\w*"
        r"|stellen"
        r"|zahlendreher|vertippt|fehlt eine)\b"
    ),
    "ru": (
        r"\b(?:не (?:\w+ ){0,2}(?:наш\w+|наход\w+|найд\w+|найти|вижу|видно|видим|видит|существует|подходит|совпада\w+"
        r"|читается|открыва\w+|проходит)"
        r"|неверн\w+|ошибк\w+|неправильн\w+|не хватает|цифр\w*|знак(?:а|ов))\b"
    ),
    "tr": (
        r"\b(?:bulam\w+|bulunam\w+|görem\w+|görünm\w+|eşleşm\w+|okunm\w+|okuyam\w+|hane\w*"
        r"|(?:numara|kod|adres|bilgi|tarih|no)\w* (?:(?!ve )\w+ ){0,2}(?:hatalı|yanlış|geçersiz|eksik)"
        r"|kayıt (?:yok|çıkm\w+)|kayıtlı değil)\b"
    ),
}
"""What an agent says who has looked and found nothing under what was given, or finds it wrong: asking again is called for."""

CHOOSES = {
    "en": r"\b(?:which (?:one|of|order|booking|account|ticket|device|number)|one of (?:the|your)|either|both)\b",
    "de": r"\b(?:welche[rsmn]? (?:von|der|davon|beiden|bestellung|buchung|auftrag|nummer)|um welche|beide\w*|entweder)\b",
    "ru": r"\b(?:как(?:ой|ая|ую|ого|ому|ом|им) (?:из|именно)|котор(?:ый|ая|ую|ого) из|оба|обе|обоих|либо)\b",
    "tr": r"\b(?:hangisi\w*|hangi (?:sipariş|numara|hesap|rezervasyon)\w*|ikisi\w*|hangileri\w*)\b",
}
"""Who says so asks which of several things is meant."""

ELSE = {
    "en": (
        r"\b(?:else|more|another|different|other|new|alternative|additional|further|next|confirm\w*|verify|verification|correct"
        r"|(?:double.?)?check|make sure|still|suits?|convenient|prefer\w*|would you like|shall (?:i|we))\b"
    ),
    "de": (
        r"\b(?:sonst|mehr|genauer\w*|näher\w*|ander\w*|neu(?:e|en|er|es)?|weiter\w*|zusätzlich\w*|nächste\w*|bestätig\w*"
        r"|stimmt|richtig|korrekt|prüfen"
        r"|abgleich\w*"
        r"|vergleich\w*|passt|passen|lieber|möchten|wünsch\w*|soll(?:en)? (?:ich|wir))\b"
    ),
    "ru": (
        r"\b(?:подробн\w+|больше|друг\w+|нов(?:ый|ую|ая|ого|ое)|еще (?!раз)|дополнительн\w+|следующ\w+|подтверд\w+|верно"
        r"|правильно|все верно"
        r"|свер\w+"
        r"|проверьте|проверь|удоб\w+|хотите|хотели бы|предпочит\w+|желаете)\b"
    ),
    "tr": (
        r"\b(?:başka|daha|detay\w*|ayrıntı\w*|farklı|yeni|diğer|ek olarak|doğrula\w*|teyit|onayl\w+|doğru m[uy]\w*|uygun"
        r"|müsait|ister m\w+"
        r"|istersiniz|tercih)\b"
    ),
}
"""A sentence that wants another thing, or the same confirmed, or a choice for the time to come."""

REQUESTED = {
    "en": (
        r"\b(?:please|kindly|(?:could|can|may|would) (?:you|i|we)|requested to|let (?:me|us) (?:have|know)|i(?:'ll"
        r"| will)? (?:just )?need"
        r"|we(?:'ll| will)? need|provide|tell me|send me|give me|hand me)\b"
    ),
    "de": (
        r"\b(?:bitte|nenn\w*|schick\w*|übermittel\w*|gib|geben|teilen|brauch\w*|benötig\w*|bräucht\w*|wie lautet|schilder\w*)\b"
    ),
    "ru": (
        r"\b(?:\w+(?:ите|йте|ьте)(?:сь)?|пожалуйста|прошу|просим|нуж(?:ен|на|но|ны)|понадоб\w+|потребу\w+|напомни|скинь|кинь"
        r"|скажи"
        r"|напиши|пришли|дай|назови)\b"
    ),
    "tr": (
        r"\b(?:lütfen|rica|\w+(?:[iıuü]n[iıuü]z|alım|elim|ayım|eyim)|gerek\w*|lazım|yaz|yazın|iletin|paylaşın|söyleyin"
        r"|belirtin|gönderin"
        r"|ver|verin|bekliyor\w*)\b"
    ),
}
"""What a request has that is no question; asked only of an agent's turn whose answer repeats something."""

ASKABLE = {
    "en": (
        r"\b(?:number|no|nr|code|id|ref(?:erence)?|account|e-?mail|address|postcode|phone|mobile|date|day|when|born|birth|plate"
        r"|registration|name|nick\w*|user\w*|tag|version|model|serial|size|weight|weigh|street|flat|room|policy|booking|order"
        r"|tracking"
        r"|reading|what(?:'s| is| was) (?:it|this) about|happened|problem|issue|details?|describe)\b"
    ),
    "de": (
        r"\b(?:\w*nummer\w*|\w*nr|\w*code|\w*kennung|id|\w*zeichen|\w*konto|\w*mail\w*|\w*adresse|\w*anschrift|\w*datum|wann"
        r"|tag|geboren"
        r"|geburtstag|name\w*|\w*version|modell|größe|gewicht|schwer|straße|hausnummer|zimmer|\w*stand|bezeichnung|anliegen"
        r"|worum"
        r"|problem|passiert|schilder\w*|wie groß|wie viel\w*|welche\w*|wo)\b"
    ),
    "ru": (
        r"\b(?:номер\w*|код\w*|ид|id|ник\w*|логин\w*|аккаунт\w*|почт\w*|адрес\w*|телефон\w*|дат\w+|числ\w+|когда|имя"
        r"|фамили\w+|верси\w+"
        r"|модел\w+|размер\w*|вес\w*|улиц\w+|дом\w*|квартир\w+|полис\w*|договор\w*|заказ\w*|брон\w+|трек\w*|инн|показани\w+"
        r"|рейс\w*|мест\w*"
        r"|вопрос|проблем\w+|случилось|произошло|опишите|как\w* )"
    ),
    "tr": (
        r"\b(?:numara\w*|no|kod\w*|kimlik\w*|hesap\w*|hesab\w*|mail\w*|e-?posta\w*|adres\w*|telefon\w*|tarih\w*|ne zaman|gün"
        r"|adınız\w*|adın\w*"
        r"|isim|ismi\w*|kullanıcı\w*|sürüm\w*|model\w*|beden|kilo\w*|plaka\w*|poliçe\w*|sipariş\w*|rezervasyon\w*|takip"
        r"|sorun\w*|konu\w*|ne oldu"
        r"|hangi|kaç\w*)\b"
    ),
}
"""What may be given in figures, and the story itself: in a question after something else, a number again only says what the talk
is of."""

DATED = {
    "en": r"\b(?:dates?|when|what day|which day|born|birth\w*|dob|day of)\b",
    "de": r"\b(?:wann|\w*datum|welche[mnrs]? tag|geboren|geburtstag)\b",
    "ru": r"\b(?:дат[аыуе]|когда|числ[аоу]|как(?:ой|ого) (?:день|дня|числа)|родились|рождени\w+)\b",
    "tr": r"\b(?:tarih\w*|ne zaman|hangi gün|ayın kaç\w*|doğum)\b",
}
"""What asks for a day."""

HOLDS = (
    r"\b(?:moment|minute|minutes|second|wait|hold on|bear with|augenblick|minuten?|sekunden?|geduld\w*|минут\w*|секунд\w*"
    r"|подождите|ожидайте|ждите|dakika|saniye|bekle\w*)\b"
)
"""Who says so asks for nothing but time."""

OPEN = {
    "en": r"\b(?:which|what|where|who|whose|when|how)\b",
    "de": r"\b(?:welche[mnrs]?|was|wo|wohin|wer|wem|wann|wie)\b",
    "ru": r"\b(?:как(?:ой|ая|ое|ие|ую|ого)|что|где|куда|кто|кому|когда|сколько)\b",
    "tr": r"\b(?:hangi|ne|neydi|nedir|nere\w*|kim\w*|kaç\w*)\b",
}
"""What a question has that yes and no do not answer."""

VERDICT = r"\W*(?:yes|yep|yeah|no|nope|ja|jawohl|nein|nee|doch|да|нет|ага|evet|hayır|yok|var)\b"
"""How an answer begins that says yes or no."""
