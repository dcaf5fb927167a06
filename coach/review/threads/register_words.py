"""What shows a form of address besides its words: requests, greetings, nicknames, and a wish for one; all folded."""

from __future__ import annotations

REQUESTS = {
    "de": (
        r"\b(?:kannste|haste|biste|willste|könnteste|machste|(?:sag|guck|schau|hör) mal|(?<!ich )(?:schick|gib|sag"
        r"|schreib) (?:mir|uns))\b"
    ),
    "ru": (
        r"\b(?:подскажи|скажи|помоги|посмотри|проверь|скинь|отправь|добавь|сделай|напиши|поменяй|отмени|верни|глянь|объясни"
        r"|покажи|перезвони|оформи|уточни|слушай|смотри|меняй|давай верни|можешь|сможешь)\b(?!-)"
    ),
    "tr": (
        r"\b(?:(?:\w*[ae]bilir |\w+r )m[iıuü]s[iıuü]n\b(?! ?[iı]z)|(?!insana|nisana|lisana)\w{2,}s[ae]n[ae]\b"
        r"|(?!\w*(?:nıyon|niyon|yonu?)\b)\w+[ae]biliyon? m[uü]\b|\w+[ıiuü]yos[uü]n\w*\b)"
    ),
}
"""Requests of a customer that say ты or sen without the word."""

POLITE = {
    "ru": (
        r"\b(?:подскажи|скажи|помоги|посмотри|проверь|отправь|сделай|напиши|объясни|уточни|сообщи|пришли|разъясни|могли бы"
        r"|не могли)те\b|\b(?:можете|могли бы|сможете)\b"
    ),
}
"""Requests of a customer that say вы without the word."""

ORDERS = {
    "de": r"(?<!ich )\b(?:schick|schreib|sag|nenn|gib|bring|meld|zeig) (?:mir|uns|dich)\b",
    "ru": (
        r"\b(?:скинь|кинь|глянь|подскажи|скажи|напиши|проверь|посмотри|отправь|лови|держи|смотри|жми|зайди|пиши|жди|не переживай"
        r"|не волнуйся|извини|прости|погоди|подожди)\b(?!-)"
    ),
    "tr": (
        r"\b(?:(?!insana|nisana|lisana)\w{2,}s[ae]n[ae]|hoş geldin|kusura bakma|merak etme|keyfine bak|kanka|canım|tatlım|abla"
        r"|abi|(?!amac|ilac|borc|ihtiyac|inanc|güc|suc)\w{3,}c[ıiuü]m|senin)\b"
    ),
}
"""Words of an agent that say ты or sen without the word."""

DEMANDS = {
    "ru": (
        r"\b(?:(?:укаж|прилож|назов|напиш|пришл|подскаж|сообщ|уточн|введ|опиш|подтверд|оцен|предоставьт|обрат)ите(?:сь)?"
        r"|отправьте|проверьте|предоставьте|ожидайте)\b"
    ),
}
"""Words of an agent that say вы without the word."""

CASUAL = {
    "en": (
        r"^\W*(?:hi|hiya|hey+|yo|heya|sup|lol|haha)\b|\b(?:lol|lmao|u|ur|pls|plz|thx|gonna|wanna|dunno|yeah|yep|nah|bro|mate"
        r"|dude|cant|dont|wont|didnt|doesnt|im|ive|ill|n my|tho|thru)\b|[:;]-?[)D(]|[\U0001F600-\U0001F64F]|!!|\b(?:so){2,}o+\b"
    ),
    "de": (
        r"^\W*(?:hi|hey+|na|moin|servus|yo|huhu|hallöchen)\b|\b(?:alter|digga|krass|mega|geil|ne|nich|nochma|grad|jetz|hab|ham"
        r"|kannste|haste|biste|bin die|bin der|lol)\b|[:;]-?[)D(]|[\U0001F600-\U0001F64F]"
    ),
    "ru": (
        r"^\W*(?:привет\w*|здаров\w*|здоров\w*|хай|ку|салют|йо)\b|\b(?:бро|чувак|братан|слышь|слушай|чё|че|щас|чего|капец|блин"
        r"|кроссы|норм|спс|пж|плиз)\b|[()]{2,}|[:;]-?[)D(]|[\U0001F600-\U0001F64F]"
    ),
    "tr": (
        r"^\W*(?:selam|slm|sa|mrb|hey|alo)\b|\b(?:abi|abla|kanka|kardeşim|hacı|lan|ulan|ya|yav|bi|naap\w*|nap\w*|bişey|tmm|eyw"
        r"|valla)\b|[:;]-?[)D(]|[\U0001F600-\U0001F64F]"
    ),
}
"""What makes a turn casual: a du beside it is meant."""

CHUMMY = (
    r"\b(?:hiya|heya|yo|wassup|hun|hon|babe|mate|matey|bro|bruv|dude|buddy|pal|luv|sweetie|darling|lol|lmao|rofl|tbh|omg|idk|ur"
    r"|wot|gonna|wanna|gotta|u (?:r|are|can|have|need|got|want|know)|(?:can|do|if|are|for|did|will) u)\b"
)
"""What an English agent says to a friend only."""

TITLED = r"\b(?:my name is|i am|i'm|this is|it's|it is) (?:mr|mrs|ms|miss|dr|prof)\b"
"""How an English customer says the name who is not to be called by the first."""

LETTER = (
    r"^\W*(?:dear (?:sir|madam|mr|mrs|ms|miss|dr|prof|team|all|customer)|good (?:morning|afternoon|evening)|to whom it may)\b",
    r"\b(?:yours(?: (?:sincerely|faithfully|truly)|,)|(?:kind|best|warm) (?:regards|wishes)|regards,|sincerely,|with thanks)",
    r"\b(?:mr|mrs|ms|miss|dr)\.? \w+\W*\Z",
    r"\b(?:i should (?:be|like)|i would be (?:most |very )?grateful|would you be so kind|i am writing|i am not in the habit"
    r"|kindly|i wish to)\b",
)
"""What an English customer writes in a letter; two of these are a formal tone."""

OFFICE = (
    r"\b(?:pursuant|herewith|hereby|hereunder|aforementioned|aforesaid|abovementioned|undersigned|forthwith|notwithstanding"
    r"|in respect of"
    r"|(?:we|i) beg to|kindly (?:retain|revert|furnish|peruse|note|submit|remit)|furnish|the provisions of|the premises|duly"
    r"|prescribed|(?:is|are) (?:hereby )?(?:requested|required) to|account holder|in accordance with|shall be)\b"
)
"""What stands in an office's letters; two of these beside a casual customer are another tone than theirs."""

TELLING = frozenset(
    "hiya heya yo wassup hun hon babe mate matey bro bruv dude buddy pal luv sweetie darling lol lmao rofl tbh omg idk ur "
    "wot gonna wanna gotta u pursuant herewith hereby hereunder aforementioned aforesaid abovementioned undersigned "
    "forthwith notwithstanding respect beg kindly furnish provisions premises duly prescribed requested required holder "
    "accordance shall".split()
)
"""The cheap question before CHUMMY and OFFICE: a turn without one of these words has neither."""

NOT_THEIRS = (
    r"\bdank\w*,? (?:für|dass) (?:deine|ihre|du|sie)\b.{0,40}\b(?:kontakt\w*|wende\w*|anfrage|nachricht|verbindung)"
    r"|\b(?:deinen|ihren) (?:vor)?namen? (?:\w+ )?(?:verraten|nennen|sagen|mitteilen)"
    r"|\b(?:спасибо|благодарим),? (?:за|что) .{0,20}обра(?:щение|тились)|\bкак (?:я могу )?(?:к вам|к тебе|вас"
    r"|тебя) (?:обращаться|зовут)|\b(?:bize|bizimle) .{0,30}için teşekkür|\badın(?:ızı)?ı? (?:öğrenebilir|alabilir)"
)
"""What a bot says that greets, in exports where it stands under the customer's name."""

WISHED = {
    "formal": {
        "en": (
            r"\b(?:it(?:'s| is)|that(?:'s| is)|i(?:'m| am)) (?:mr|mrs|ms|miss|dr|professor) [^.?!]{1,25}\b(?:to you"
            r"|if you (?:please|don'?t mind))"
            r"|\b(?:call|address) me (?:as )?(?:mr|mrs|ms|miss|dr)\b|\bi(?:'m| am) not your (?:mate|hun|love|darling|buddy|pal"
            r"|bro|dear|friend)|\bdon'?t call me (?:mate|hun|love|darling|buddy|pal|bro|dear|sweetie|by my first)"
        ),
        "de": (
            r"\b(?:beim|per|mit|bei|zum|auf|lieber|bitte|um|das) (?:einem |dem )?[„\"»]?sie[“\"«]? (?:bleiben|anreden"
            r"|ansprechen|zurück|bitte|bitten|wäre|blieb)"
            r"|\b(?:ich bin für sie (?:immer noch |noch immer )?(?:frau|herr)|siezen sie mich|(?:bitte|lieber|gern) siezen"
            r"|wir (?:sind|waren) nicht per du"
            r"|(?:nicht|nie|kein\w*|ungern) (?:\w+ ){0,3}(?:ge)?duz\w+|duzen (?:sie mich|wir uns) (?:bitte |doch "
            r"|lieber )?nicht|brüderschaft|bruderschaft|das du (?:habe ich|hab ich|möchte ich|verbitte|nicht)|per sie)\b"
        ),
        "ru": (
            r"(?:давай\w*|можно|лучше|прошу|просила? бы|просьба|обращ\w+|обратит\w+|говорит\w*"
            r"|общат\w*)[^.?!\n]{0,30}\bна [«\"]?вы\b"
            r"|\bна [«\"]?вы[»\"]?,? пожалуйста|\bне (?:надо )?(?:мне )?тык(?:а\w+|ать)|\bбрудершафт|\bмы (?:с (?:вами"
            r"|тобой) )?на [«\"]?ты[»\"]? не|\bна [«\"]?ты[»\"]? (?:мы |с вами |пока |еще )*не (?:переходили|переходил\w?|были)"
        ),
        "tr": (
            r"\b(?:siz(?:li|le)? (?:diye|konuş\w*|hitap|bizli)|sizli|siz (?:deyin|demen\w+|deseniz|derseniz)|(?:bana"
            r"|beni) sen (?:deme\w*|diye\w*)"
            r"|ben size siz diyorum|senli benli (?:ol(?:ma|duğ)|değil|konuşma)\w*|sizin \w+(?:n[ıiuü]z) değilim"
            r"|samimiyetimiz (?:\w+ )?yok|(?:o kadar )?samimi değiliz)\b"
        ),
    },
    "informal": {
        "en": (
            r"\b(?:just |please )?call me (?!mr|mrs|ms|miss|dr|back|at|on|when|if|as|asap|tomorrow|today|again|later|in|to|by"
            r"|after|before|this|any"
            r"|crazy|old|a)\w+\b|\bno need (?:to be|for) (?:so |the )?formal|\bdrop the (?:mr|mrs|ms|formalit)|\bmr \w+ (?:is"
            r"|was) my (?:dad|father)"
        ),
        "de": (
            r"\b(?:können|wollen|lass(?:en)?|sollen) (?:wir |sie )?uns (?:\w+ )?duzen|\bdu (?:reicht|passt|genügt"
            r"|ist (?:völlig |auch )?(?:ok|okay|in ordnung))"
            r"|\b(?:gern\w*|ruhig|können wir|einfach) (?:per |beim )?du\b(?! (?:mir|mich|das|den|die|es))|\b(?:du"
            r"|duzen) statt sie|\bsie(?:zen|z) (?:sie )?mich (?:bitte |doch )?nicht|\bnicht siezen"
        ),
        "ru": (
            r"(?:давай\w*|можно|лучше|перейд\w+)[^.?!\n]{0,20}\bна [«\"]?ты\b|\bбез [«\"]?(?:вы|вас|выканья)\b"
            r"|\bне (?:надо )?(?:мне )?выка\w+"
        ),
        "tr": (
            r"\b(?:sen de(?:yin|yebilir\w*|seniz|rseniz|sen)|siz deme(?:yin|nize gerek)?|siz diye konuşma"
            r"|senli benli konuş(?:alım|abilir\w*)|sen diye hitap)\b"
        ),
    },
}
"""How a customer asks for a form of address."""
