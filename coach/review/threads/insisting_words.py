"""What customers and agents say around a question that was left out: constructions by language, all for folded text."""

from __future__ import annotations

PASSED_OVER = {
    "en": (
        r"\b(?:that|this|it)(?:'?s| is| was) (?:not|no|hardly) (?:really )?(?:an |my |the |any |what )?(?:answer|question"
        r"|i (?:\w+ )?ask)"
        r"|\b(?:that|this|it) (?:isn'?t|wasn'?t|doesn'?t) (?:really )?(?:an |my |the |what )?(?:answer|question|i (?:\w+ )?ask)"
        r"|\b(?:haven'?t|have not|didn'?t|did not|don'?t|do not|not|never|still) (?:\w+ )?answer(?:ed|ing)? (?:my|the"
        r"|that) (?:\w+ )?question"
        r"|\b(?:please|just|kindly|(?:can|could|will|would) you) (?:\w+ )?(?:answer|address) (?:my|the) (?:\w+ )?question"
        r"|\bmy (?:\w+ )?question (?:was|remains|still)\b"
        r"|\bi(?:'m| am|'?ll| will| have to| must)? (?:\w+ )?ask(?:ed|ing)? (?:\w+ ){0,6}?(?:again|twice|once more|(?:second"
        r"|third|last) time)\b"
        r"|\byou (?:\w+ )?(?:haven'?t|have not|didn'?t|did not|don'?t|never) (?:\w+ )?(?:sa(?:y|id)|tell me|told me"
        r"|mention(?:ed)?) (?:me )?(?:whether|if|when|where|how|what|which|why|anything about|a word about)\b"
        r"|\bi (?:only |just |simply |also |had |had also |did )?(?:ask(?:ed)?|was asking) (?:you )?(?:about|whether|if|when"
        r"|where|how|what|which|who)\b"
        r"|\b(?:put|pose|raise|repeat) (?:you )?(?:the|my|this|that) (?:\w+ )?question\b"
        r"|\bnot (?:seen fit|bothered|cared|deigned|troubled) to (?:tell|say|answer|mention)\b"
    ),
    "de": (
        r"(?:^|[.!?\n] ?)(?:das (?:war|ist) )?keine antwort\b(?! (?:bekommen|erhalten|auf meine (?:mail|e-mail|nachricht)))"
        r"|\bdanach (?:habe?|hatte) ich (?:doch |gar |sie )*nicht gefragt|\bmeine (?:\w+ )?frage (?:war|lautete)\b"
        r"|\bdas war (?:gar |doch |aber )?nicht (?:meine|die) frage\b"
        r"|\bmeine (?:\w+ )?frage (?:ist|haben sie|hast du|habt ihr)\b[^.?!\n]{0,30}\bnicht beantwortet"
        r"|\bauf meine (?:\w+ )?frage (?:gehen|gehst|geht) (?:sie|du|ihr) (?:gar |überhaupt )?nicht ein"
        r"|(?<!das )(?<!damit )\bbeantworte(?:n sie)? (?:mir |bitte |doch |einfach |endlich |mal )*(?:die|meine) (?:\w+ )?frage"
        r"|\bfrage wiederhole? ich|\bwiederhole? (?:ich )?(?:hiermit |gern |einfach |noch ?mal )*(?:die|meine) (?:\w+ )?frage"
        r"|\b(?:sie haben|du hast|ihr habt|haben sie|hast du|habt ihr)\b[^.?!\n]{0,40}\b(?:nicht|kein wort"
        r"|nichts)\b[^.?!\n]{0,25}\b(?:gesagt|geschrieben|verraten|erwähnt|beantwortet)\b"
        r"|\b(?:ich frage?|frage? ich) (?:\w+ ){0,3}(?:noch ?mals?|noch einmal|erneut|wieder|zum \w+ mal|ein \w+ mal)\b"
        r"|\bich (?:hatte|habe?) (?:\w+ ){0,2}nach (?:\w+ ){1,3}gefragt\b"
        r"|\bnach (?:\w+ ){1,3}(?:hatte|habe?) ich (?:\w+ ){0,2}gefragt\b|\bbleibt (?:\w+ )?(?:ihr|euer|dein) geheimnis\b"
    ),
    "ru": (
        r"\b(?:мой )?вопрос был (?:не |про |о |об |другой|в другом)|\bэто не ответ\b|\bне отвечаете на (?:мой )?вопрос"
        r"|\bне ответили на (?:мой )?вопрос|\bя (?:вас )?не об этом спра\w+"
        r"|\bя (?:вас )?(?:спрашива\w+|спросил\w*) (?:не )?(?:о|об|про)\b"
        r"|\bвопрос (?:так и )?остался без ответа|\bответьте,? (?:же |наконец |просто |мне |пожалуйста,? )*на (?:мой )?вопрос"
        r"|\b(?:вы|ты) (?:мне |так |и |опять |снова )*не (?:сказал\w*|ответил\w*|написал\w*),? (?:когда|сколько|где|как\w*"
        r"|можно|будет|есть|почему|что|про|о|об)\b"
        r"|\bни (?:слов\w+|словечк\w+)\b[^.?!\n]{0,20}\bне (?:сказал|написал|ответил)|\b(?:про|о|об) [^.?!\n]{0,30}\b(?:вы"
        r"|ты) ни слов"
        r"|\bтак и не (?:сказали|ответили|написали|сказал[аи]?|ответила?|написала?)\b|\bповторяю (?:свой |мой )?вопрос|\b(?:ещё"
        r"|еще|второй|третий|четвёртый|четвертый|последний|сотый) раз (?:вас )?спрашиваю"
        r"|\bспрашиваю (?:вас |тебя )?(?:ещё|еще|во?|второй|третий|последний) (?:\w+ )?раз"
        r"|\b(?:про|насчет|о|об) (?:\w+ ){1,3}(?:я )?(?:вас |тебя )?(?:тоже |же |вообще-то |уже |и )*(?:спрашивала?|спросила?)\b"
    ),
    "tr": (
        r"(?:^|[.!?\n] ?)(?:yani |e |hala )?(?:cevap|yanıt) (?:yok|değil|bu değil)|\bsorum (?:bu|o) değildi"
        r"|\bsoru\w* (?:duymazdan|görmezden|anlamazdan) gel|\bsoru\w* (?:geçiştir|cevapla|yanıtla)(?:m[ae]d|m[ıi]yor)\w*"
        r"|\b(?:onu|bunu) sormadım|\bsoruma (?:hala |hâlâ )?(?:cevap|yanıt) (?:ver(?:m|il|in|ir)\w*|alamad\w*|yok)"
        r"|\b(?:onu|bunu|orasını|cevabını) (?:hala |hâlâ |hiç )?(?:söyle|yaz|belirt|de)m[ae]din(?:iz)?\b"
        r"|\b(?:tekrar|yine|gene|bir daha|yeniden|son (?:kez|defa)|(?:ikinci|üçüncü|dördüncü|kaçıncı) (?:kez|defa|kere))"
        r" sor(?:uyorum|ayım|ayim|acağım|dum)\b|\bsor\w+ (?:tekrar|yine) edi?yorum"
        r"|\b\w+ (?:de |da )?sormuştu[mk]\b|\bsorduğum (?:bu|o|şey)\b|\bm[ıiuü]\w* dedim\b"
    ),
}
"""How customers say that their question was passed over, or that they put it again."""

AGAIN = {
    "en": (
        r"\b(?:ask(?:ed|ing)? (?:\w+ ){0,6}?(?:again|twice|once more)|as (?:i )?(?:\w+ )?asked|i(?:'ve| have|'d"
        r"| had)? (?:\w+ )?asked (?:you|about|if|whether|when|where|how|what|which|for)|(?:second|third|fourth|last) time"
        r"|repeat\w*|yes or no|or not|same question|skipped|left out|overlooked|dodged|ignored|never ?mind|what about)\b"
    ),
    "de": (
        r"\b(?:(?:frag\w*|schreib\w*|nochmals?|noch (?:ein)?mal|erneut)\b.{0,20}\bfrag\w*|frag\w*\b.{0,20}\b(?:noch ?mals?"
        r"|erneut)|(?:sie|dich|euch|wie|schon|bereits|oben|danach|gestern)\b.{0,20}\bgefragt|gefragt (?:hatte|habe) ich"
        r"|ich (?:hatte|habe?|hab) (?:sie |dich |euch |doch |ja )*gefragt"
        r"|(?:zweite[rsn]?|dritte[rsn]?|vierte[rsn]?) (?:mal|anlauf|versuch)|ja oder nein|oder nicht|offen geblieben|erledigt)\b"
    ),
    "ru": (
        r"\b(?:(?:втор|трет|четвёрт|четверт|последн)\w+ раз|спрашива\w+|спросил\w*|вопрос\w*|всё-таки|все-таки|да или нет"
        r"|или нет|или как|повтор\w*)\b"
    ),
    "tr": (
        r"\b(?:(?:tekrar|yine|gene|bir daha|yeniden|(?:ikinci|üçüncü|kaçıncı|son) (?:kez|defa|kere)) \w+|sor(?:du|uyor|ay|muş)\w*"
        r"|diyorum|evet mi hayır mı|(?P<stem>\w{3})\w* m[ıiuü] (?P=stem)\w* m[ıiuü])\b"
    ),
}
"""Words with which a customer comes back to a question, or gives up on it."""

ASKED_BEFORE = {
    "en": r"\b(?:ask(?:ed|ing)?|questions?|(?:second|third|fourth|last) time)\b",
    "de": r"\b(?:gefragt|frage?|(?:zweite|dritte|vierte|letzte)[nrs]? mal)\b",
    "ru": r"\b(?:спрашива\w*|спросил\w*|вопрос\w*|(?:втор|трет|последн)\w+ раз)\b",
    "tr": r"\b(?:sor(?:du|uyor|muş)\w*|soru\w*|(?:ikinci|üçüncü|son) (?:kez|defa|kere))\b",
}
"""What says outright that something was asked before, so that not even a yes or no can have answered it."""

EITHER = {
    "en": r"\b(?:yes or no|or not)\b",
    "de": r"\b(?:ja oder nein|oder nicht|oder nein)\b",
    "ru": r"\b(?:да или нет|или нет)\b",
    "tr": r"\b(?:evet mi hayır mı|m[ıiuü] değil m[ıiuü])\b",
}
"""How a question is put that wants nothing but yes or no."""

PUT_AGAIN = {
    "en": r"\?|^\W*(?:(?:so|and|but|ok)\W+)*(?:when|how (?:much|long|many)) (?:is|are|do|does|will|can|did)\b",
    "de": r"\?|\boder (?:nicht|nein)\b|^\W*(?:(?:und|also|ja|aber)\W+)*(?:wann|wie (?:lang|viel|oft))\b",
    "ru": r"\?|\bили (?:нет|как)\b|^\W*(?:(?:так|и|а|ну)\W+)*(?:когда|сколько)\b",
    "tr": r"\?|\bm[ıiuü](?:y[ıiuü]m|y[ıiuü]z)?\b|\b(?:kaç|ne zaman)\b",
}
"""What makes the customer's next words a question for sure."""

SAYS = {
    "en": (
        r"\b(?:yes|yep|yeah|no|nope|not|cannot|\w+n't|cant|dont|wont|isnt|doesnt|sure|of course|certainly|absolutely"
        r"|unfortunately|afraid|possible|impossible"
        r"|if|unless|once|only|depends|free|included|sold out|out of stock|expired|too late|correct|exactly|sorry)\b"
    ),
    "de": (
        r"\b(?:ja|nein|doch|leider|nicht|kein\w*|klar|natürlich|selbstverständlich|möglich|sobald|erst|wenn|falls|sofern"
        r"|nur|abgelaufen|vorbei|ausverkauft|vergriffen|ausgeschlossen|zu spät|kostenlos|gratis|inklusive)\b"
    ),
    "ru": (
        r"\b(?:да|нет|не|нельзя|можно|конечно|возможно|увы|если|когда|как только|после|только"
        r"|ист[её]к\w*|закончил\w*|поздно|распродан\w*|бесплатн\w*|входит|включен\w*)\b"
    ),
    "tr": (
        r"\b(?:evet|hayır|yok|var|olur|olmaz|tabii|tabi|elbette|maalesef|mümkün|değil|sonra|eğer|ancak|sadece|yalnızca"
        r"|doldu|bitti|tükendi|geçti|ücretsiz|dahil|\w+(?:m[ae]z|m[ıiuü]yor\w*|am[ıi]yor\w*|em[ıi]yor\w*))\b"
    ),
}
"""What a reply has that says yes, no, or on what it depends."""

LOOKS = {
    "en": (
        r"\b(?:moment|(?:a|one|few) seconds?|secs?\b|minutes?|hold on|bear with|hang on|let me|let's|i(?:'ll| will|'m"
        r"| am) (?:\w+ )?(?:check|look|find|ask|see"
        r"|investigat)\w*|(?:checking|looking|finding|investigating|escalat\w+|forward\w+|pass(?:ed|ing)|contact(?:ed|ing))\b)"
    ),
    "de": (
        r"\b(?:moment\w*|augenblick\w*|sekunde\w*|minütchen|prüfe\w*|schaue|schau ich|ich schau|sehe|kläre|frage|erkundige"
        r"|recherchiere|nachfrage\w*|nachschauen|weitergeleitet|weitergegeben|leite|gebe)\b"
    ),
    "ru": (
        r"\b(?:минут(?:к?[уа]|очк\w+)|секунд\w*|момент\w*|уточн\w+|провер\w+|узна\w+|(?:по)?смотрю|передал\w*|передам|запрос\w*"
        r"|подожд\w+)\b"
    ),
    "tr": (
        r"\b(?:(?:bir|iki|birkaç|\d+) (?:dakika|saniye)\w*|bakıyorum|bakayım|bakalım|bakarım|kontrol|soruyorum|sorayım|öğren\w+"
        r"|araştır\w+|ilet(?:tim|iyorum|eceğim|ildi)|aktar\w+|bekle\w*)\b"
    ),
}
"""What a reply has that holds the line, looks for the answer or passes the question on."""

ASKS_FOR = {
    "en": (
        r"\b(?:please|kindly|could you|can you|would you|need you to) (?:\w+ )?(?:send|provide|share|give|confirm|tell|dm"
        r"|message|forward|supply|state|specify|let me know|let us know|reply with|attach|describe)\b"
    ),
    "de": (
        r"\b(?:nennen|übermitteln|senden|schicken|geben|teilen|bestätigen|mailen|verraten|beschreiben|schildern) sie\b"
        r"|\b(?:nenn|schick|gib|teil|sag|verrat|bestätige?) (?:mir|uns)\b"
    ),
    "ru": (
        r"\b(?:укаж|напиш|назов|сообщ|пришл|подскаж|уточн|продиктуй|отправь|скинь|прилож|опиш|предостав|введ)(?:ите|те|и"
        r"|ите-ка)?\b(?! вам)"
    ),
    "tr": (
        r"\b(?:belirt|ilet|paylaş|gönder|yaz|bildir|söyle|ver|gir|atar mı|açıkla|anlat)"
        r"(?:iniz|ınız|yiniz|yınız|in|ın|[ae]bilir misin\w*|[ae]r mısın\w*|[ıi]r m[ıi]s[ıi]n\w*|sene|sana)\b"
    ),
}
"""What a reply has that asks for something before it can answer."""
