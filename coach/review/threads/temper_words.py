"""Words by which the tone of a customer's turn is told, for `temper` and `leaving`: regular expressions over folded text."""

from __future__ import annotations

SAYS = {
    "en": (
        r"\b(?:say(?:s|ing)?|said|shows?|showing|reads|displays?|displayed|message|messages|error|status|button|label|labelled"
        r"|menu|option|code|called|titled|marked|entitled|named|tab|field|subject|click|press|select|selected|choose)\b"
    ),
    "de": (
        r"\b(?:steht|stand|zeigt|heißt|meldung|nachricht|fehler\w*|status|knopf|taste|button|menü\w*|option|anzeige|display"
        r"|titel|aufschrift|code|feld|betreff|namens|auswahl|klicke?n?|drücke?n?)\b"
    ),
    "ru": (
        r"\b(?:пишет|написано|показывает|высвечивается|горит|надпись|сообщение|ошибк\w*|статус\w*|кнопк\w*|меню|код\w*|название"
        r"|называется|экран\w*|поле|строк\w*|нажима\w*|выдает)\b"
    ),
    "tr": (
        r"\b(?:yazıyor|yazısı|yazan|diyor|gösteriyor|çıkıyor|hatası|hata|uyarı\w*|durum\w*|düğme\w*|buton\w*|menü\w*|seçeneğ\w*"
        r"|kod\w*|adlı|isimli|ekran\w*|başlık\w*|bas\w*)\b"
    ),
}
"""Words of what stands on a screen, a button or a paper; folded."""

JOY = {
    "en": (
        r"\b(?:ya+y|woo\w*|hoo?ra+y|yess+|wow|love|loved|excited|awesome|amazing|brilliant|fantastic|perfect|congrat\w*|happy"
        r"|can(?:'?t|not) wait|so (?:good|well|happy|nice|fast)|nearly|almost missed|no (?:worries|problem|rush|hurry)|not "
        r"(?:bad|a problem)|lol|lmao|haha\w*|legend|gorgeous)\b"
    ),
    "de": (
        r"\b(?:juhu+|hurra+|yay|jaa+|wow|yeah+|freu\w*|super|toll|genial|klasse|perfekt|prima|spitze|liebe|endlich wieder|lol"
        r"|haha\w*|so (?:gut|schön|lecker|schnell|nett|toll)|fast (?:hätte|verpasst)|beinahe|kaum erwarten|keine? (?:sorge"
        r"|problem|eile|stress|ding)|nicht schlecht|hammer|geil\w*|knaller|glückwunsch)\b"
    ),
    "ru": (
        r"\b(?:ура+|вау|супер|класс\w*|круто|обожа\w*|люблю|отлично|прекрасно|замечательно|рад\w*|поздравля\w*|не за что"
        r"|ха(?:ха)+|так (?:хорошо|вкусно|быстро|приятно|красиво)|чуть (?:было )?не|без проблем|не дождусь|не терпится"
        r"|ничего страшного|шикарн\w*|красот\w*|молодц\w*)\b"
    ),
    "tr": (
        r"\b(?:yaşasın|yuppi+|oley+|süper\w*|harika\w*|mükemmel\w*|bayıl\w*|sevin\w*|çok güzel|vay be|helal|aferin|tebrik\w*"
        r"|heyecan\w*|bu kadar (?:iyi|güzel|hızlı|rahat)|az kalsın|sabırsızlan\w*|sorun (?:değil|yok)|acele\w* yok|haha\w*"
        r"|şükür)\b"
    ),
}
"""What somebody writes who is glad, or jokes; folded."""

DENIES = {
    "en": (
        r"\b(?:no|not|never|nobody|no-?one|nothing|none|nowhere|neither|cannot|(?:are|is|do|does|did|ca|could|wo|would|have|has"
        r"|was|were|ai)n'?t|without)\b"
    ),
    "de": r"\b(?:nicht|nichts|nix|kein\w*|nie|niemals|niemand\w*|nirgend\w*|weder|ohne|nee?)\b",
    "ru": r"\b(?:не|нет|ни|никто|никак\w*|никого|никому|ничего|нигде|никуда|никогда|нету|без)\b",
    "tr": (
        r"\b(?:yok\w*|değil\w*|hiç\w*|kimse\w*|asla|\w{2,}m[ae]d[ıi]\w{0,6}|\w{2,}m[ıiuü]yo(?:r\w{0,6}|\w{1,3})"
        r"|\w{2,}m[ae]m[ıi]ş\w*|\w{2,}m[ae]z)\b"
    ),
}
"""Words by which something is not there or not done; folded."""

AMISS = {
    "en": r"\b(?:wrong|again|still|late|broken|missing|twice|ruined|lost|stolen)\b",
    "de": r"\b(?:falsch\w*|wieder|immer noch|noch immer|zu spät|kaputt\w*|doppelt|verloren|weg|ruiniert|gestohlen)\b",
    "ru": r"\b(?:опять|снова|до сих пор|сломан\w*|разбит\w*|потерял\w*|дважды|испорт\w*|украл\w*|поздно)\b",
    "tr": r"\b(?:yanlış\w*|yine|gene|hala|hâlâ|bozuk\w*|kırık\w*|kayıp|kaybol\w*|geç kald\w*|mahv\w*|çalın\w*)\b",
}
"""Words by which something is not as it should be; folded."""

CALLS = {
    "en": r"\b(?:i|we|you|your|yours|u|ur|why|when|where|who|how (?:long|many|much|often|come))\b",
    "de": (
        r"\b(?:ich|wir|sie|ihr|ihre\w*|euch|euer\w*|eure\w*|du|dein\w*|warum|wieso|weshalb|wann|wo|wie (?:lange|oft|viel\w*))\b"
    ),
    "ru": (r"\b(?:я|мы|вы|вас|вам|вами|ваш\w*|ты|тебе|тебя|твой|твоя|почему|зачем|когда|где|куда|сколько|какого|\w{3,}[еи]те)\b"),
    "tr": (
        r"\b(?:ben|biz|siz\w*|sen|seni|sana|senin|niye|neden|niçin|nerede|nerde\w*|ne zaman|kaç\w*|kim|hani"
        r"|\w{2,}(?:[ıiuü]n[ıiuü]z\w{0,3}|s[ıiuü]n[ıiuü]z)|\w{2,}ed[ıi]n|\w{2,}ver[iı]n)\b"
    ),
}
"""Words by which a sentence in capitals speaks to somebody, or asks; folded."""

LONE_TIME = {
    "en": (
        r"(?:it'?s|its|that'?s|that is|is|now|already|over|nearly|almost|about|just|a full|another|by now|still|past|gone"
        r"| )*(?:\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?|\d{1,2}\.\d\d ?[ap]\.?m\.?|(?:\d+|an?|one|two|three|four|five|six|seven|eight"
        r"|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|half an?)(?:[ -](?:five|and a half"
        r"|and a quarter))? (?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?)(?:,? (?:and )?[\w-]+ (?:minutes?|mins?|hours?"
        r"|days?))?)(?: now| already| later| late| gone| so far| and counting| on hold| here| of waiting)*"
    ),
    "de": (
        r"(?:es ist|ist|jetzt|nun|schon|bereits|über|fast|knapp|gut|geschlagene|ganze|volle|weitere|noch|mittlerweile"
        r"|inzwischen| )*(?:\d{1,2}:\d\d(?: uhr)?|\d{1,2}\.\d\d uhr|\d{1,2} uhr(?: \d+)?|(?:\d+|eine?|zwei|drei|vier|fünf|sechs"
        r"|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|vierzig|fünfzig|anderthalb|eineinhalb|eine halbe"
        r"|eine dreiviertel) ?(?:stunden?|std|minuten?|min|tagen?|tage|wochen?|monaten?|monate)(?:,? "
        r"(?:und )?\w+ minuten)?)(?: jetzt| schon| später| vorbei| um| verspätung| in der leitung| warteschleife| gewartet)*"
    ),
    "ru": (
        r"(?:уже|прошло|прошел|прошла|почти|больше|более|ровно|сейчас|на часах|целый|целая|целых|битый|еще| )*(?:\d{1,2}:\d\d"
        r"|(?:\d+|один|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|пятнадцать|двадцать|тридцать|сорок|пятьдесят"
        r"|полтора|полторы|второй|вторая|третий|третья|четвертый)? ?(?:полчаса|час|часа|часов|минут\w?|день|дня|дней|сутки"
        r"|суток|недел[яюи]|недель|месяц\w*)(?:,? (?:и )?(?:\w+ минут\w?|с половиной|сорок|тридцать|двадцать|пятнадцать"
        r"|десять))?)(?: уже| прошло| прошел| опоздани\w+| ожидания| спустя)*"
    ),
    "tr": (
        r"(?:saat|tam|neredeyse|yaklaşık|şu an|şimdi|artık|oldu|koskoca|dolu dolu| )*(?:\d{1,2}:\d\d|(?:\d+|yarım|bir|iki|üç"
        r"|dört|beş|altı|yedi|sekiz|dokuz|on|on beş|yirmi|otuz|kırk|elli)(?: buçuk)? (?:saat|dakika|dk|gün|hafta|ay)(?:t[ıiuü]r"
        r"|d[ıiuü]r)?(?: [\w ]{1,8} (?:dakika|dk|gün)(?:d[ıiuü]r)?)?)(?: oldu| geçti| bitti| sonra| doldu| gecikme\w*)*"
    ),
}
"""A sentence that is a time, or how long something takes, and nothing else; folded."""

PRAISE = {
    "en": (
        r"(?:well,? |oh,? |how |so |very |really |simply |just |truly |absolutely |a |big |round of )*(?:charming|delightful"
        r"|priceless|bravo|congratulations|congrats|well done|(?:good|great|nice|top|brilliant|fantastic|excellent|stellar) "
        r"(?:job|work|going|effort)|nice one|top marks|slow clap|applause|impressive|hats off|reassuring|how (?:convenient"
        r"|thoughtful|reassuring|touching))(?: of you| to (?:you|your team)| guys| everyone| indeed| really)*"
    ),
    "de": (
        r"(?:na |ja |ach |oh |wie |so |sehr |ganz |echt |wirklich |einfach |also |das ist |herzlichen )*(?:entzückend|reizend"
        r"|bezaubernd|bravo|glückwunsch|gratuliere|gratulation|respekt|glanzleistung|meisterleistung|chapeau|saubere? (?:arbeit"
        r"|leistung)|starke leistung|tolle leistung|hut ab|beeindruckend|applaus|beruhigend|wie praktisch)(?: von (?:ihnen"
        r"|euch)| an alle| wirklich)*"
    ),
    "ru": (
        r"(?:ну |какая |какой |как |просто |очень |вот |так |прям |прямо )*(?:браво|молодцы|поздравляю|гениально|аплодирую"
        r"|аплодисменты|снимаю шляпу|бесподобно|прелесть|прелестно|очаровательно|восхитительно|(?:отличная|прекрасная"
        r"|хорошая) работа|так держать|впечатляет|успокоили|как удобно)(?: вам| просто| у вас| ребята)*"
    ),
    "tr": (
        r"(?:e |eh |oh |ne |çok |gerçekten |pek |doğrusu |valla |vallahi )*(?:bravo|aferin|tebrikler|tebrik ederim|helal olsun"
        r"|alkış|ne zarif|ne ince|takdire şayan|maşallah|iyi iş|etkileyici|içim rahatladı)(?: doğrusu| yani| size| vallahi"
        r"| valla)*"
    ),
}
"""A clause that only praises, for what firms seldom are praised; folded."""

SCORN = {
    "en": (
        r"(?:oh |well |wow |well, |just |yeah |ah )+(?:great|brilliant|lovely|wonderful|fantastic|perfect|super|nice"
        r"|marvellous)(?= ?[.!,…])"
    ),
    "de": (
        r"(?:ach |oh |ja |tja )?na (?:super|toll|prima|klasse|bravo|herrlich|wunderbar|spitze|schön|großartig"
        r"|dann prost)(?= ?[.!,…])"
    ),
    "ru": r"ну (?:супер|отлично|прекрасно|замечательно|здорово|класс|шикарно|чудесно|спасибо)(?= ?[.!,…])",
    "tr": r"(?:aman |oh |eh |e )+(?:ne güzel|ne âlâ|harika|süper|mükemmel|iyi|ne hoş)(?= ?[.!,…])",
}
"""Praise that opens a turn as nobody opens it who means it, where something is amiss; folded."""

PROTEST = {
    "en": (
        r"(?:\A|[.!?\n] ?)(?:seriously|are you (?:serious|kidding(?: me)?|joking)|(?:you'?re|you are|you must be|are you) "
        r"(?:kidding|joking)(?: me)?|give me (?:a|one) break|oh,? come on|not again|here we go again)(?= ?[.!?…,\n]|\Z)"
    ),
    "de": (
        r"(?:\A|[.!?\n] ?)(?:im ernst|ist das (?:jetzt )?(?:ihr|euer|dein) ernst|(?:ihr|euer|dein) ernst|ach komm(?:en sie|t)?"
        r"|geht'?s noch|nicht schon wieder|wollen sie mich auf den arm nehmen|das meinen sie nicht ernst)(?= ?[.!?…,\n]|\Z)"
    ),
    "ru": (
        r"(?:\A|[.!?\n] ?)(?:(?:вы )?серьезно|вы шутите|шутите|ну сколько можно|ну вот опять|опять двадцать пять|да что ж такое"
        r"|да вы что|вы в своем уме|начинается)(?= ?[.!?…,\n]|\Z)"
    ),
    "tr": (
        r"(?:\A|[.!?\n] ?)(?:ciddi mi(?:siniz|sin|yiz)|gerçekten mi|yine mi|gene mi|hadi ama|yapmayın ya|olacak iş mi"
        r"|yok daha neler)(?= ?[.!?…,\n]|\Z)"
    ),
}
"""A sentence that only says one cannot believe it; folded."""

PLEADS = {
    "en": r"\b(please|pls|plz)[ ,!.]+(?:\1\b)|\bi(?:'m| am)? beg(?:ging)?\b",
    "de": r"\b(bitte)[ ,!.]+(?:\1\b)|\b(?:ich )?flehe\b",
    "ru": r"\b(пожалуйста|прошу)[ ,!.]+(?:вас )?(?:\1\b)|\bумоляю\b|\bочень-очень прошу\b",
    "tr": r"\b(lütfen)[ ,!.]+(?:\1\b)|\byalvar\w*|\bne ?olur(?:sunuz)?\b",
}
"""Begging; folded."""

MILD = {
    "en": (
        r"\b(?:as|like)(?: i(?:'ve| have)?)?(?: already| just| previously| earlier| before)? (?:said|mentioned|stated|explained"
        r"|noted|wrote|written|told)\b"
    ),
    "de": (
        r"\bwie (?:ich |bereits |schon |oben |vorhin |eben |zuvor )*(?:gesagt|erwähnt|geschrieben|beschrieben|mitgeteilt"
        r"|erklärt|sagte|schrieb)\b"
    ),
    "ru": (
        r"\bкак (?:я |уже |и |выше |ранее |раньше )*(?:говорил|писал|сказал|упоминал|указывал|указал|написал|сообщал"
        r"|упомянул)\w*"
    ),
    "tr": r"\b(?:dediğim|belirttiğim|yazdığım|söylediğim|bahsettiğim|ilettiğim|anlattığım) gibi\b",
}
"""Words by which one comes back to something without reproach; folded."""

CANCELS = {
    "en": (
        r"\b(?<!can't )(?<!cannot )(?<!not )(?<!how to )(?<!how do i )(?<!able to )(?:cancel(?:ling|ing)? (?:it|this|that"
        r"|everything|the|my|our|all|both)|(?:just|then|kindly|please) cancel\b|call it off|refund me|refund[.!,] (?:now|today"
        r"|immediately|please)|(?:my|our|the) money back|want (?:a|my|the) (?:full )?refund|forget (?:it|the|about)"
        r"|don'?t bother|take (?:it|me|us) off|(?:delet|uninstall)ing (?:the|this|your|my)|(?:closing|close) (?:my|our"
        r"|the) account)"
    ),
    "de": (
        r"\b(?:(?:ich|wir) (?:storniere|kündige|widerrufe|trete)n?\b|(?:storniere|kündige|widerrufe|lösche|deinstalliere)n? "
        r"(?:ich|wir)\b|(?:storniere|storniert|stornieren sie|kündigt|löscht|löschen sie) (?:mir |bitte |dann |sofort "
        r"|jetzt )*(?:alles|das|den|die|meine?n?|es|alle)\b|(?:mein|das) geld (?:zurück|wieder)|geld zurück|vergessen sie(?: es"
        r"|'s| das)|vergiss es|vergesst (?:es|das)|(?:ich|wir) (?:lösche|deinstalliere)n?\b|sparen sie sich|lassen sie(?: es"
        r"|'s) (?:gut sein|bleiben))"
    ),
    "ru": (
        r"\b(?:отмен(?:яйте|яй|ите|яю|яем|им|и)\b|аннулиру\w+|расторга\w+|разрыва(?:ю|ем)\b|(?:верните|верни|возвращайте"
        r"|гоните) (?:мне |мои |нам |все )*деньги|деньги (?:назад|обратно|верните)|отказыва(?:юсь|емся)\b|(?:удаля|снош)у\b|не "
        r"(?:держите|надо уже|нужно уже|утруждайтесь|трудитесь)|забудьте|закрыва(?:ю|йте) (?:счет|карту|аккаунт|договор))"
    ),
    "tr": (
        r"\b(?:iptal ed(?:in|iyor\w*|elim|iver\w*)\b|iptal et\b|iptal\b(?= ?[.!])|param[ıi]z?[ıi]? (?:geri|iade|hemen|hesabıma)"
        r"|(?:para|ücret)\w* iade ed(?:in|iniz)|zahmet etmeyin|vazgeçti[mk]\b|istemiyoru[mz]? artık|artık istemiyor\w*"
        r"|siliyoru[mz]|siliyom|kapatıyoru[mz]|boş ?ver\w*|fesh\w*)"
    ),
}
"""Words of who takes back an order, a contract or the money, or leaves an app or a game; folded."""

OFFERED = {
    "en": r"\b(?:cancel\w*|refund\w*|money back|delet\w*|uninstall\w*|reinstall\w*|clos(?:e|ing) (?:your|the) account)",
    "de": (
        r"\b(?:stornier\w*|kündig\w*|widerruf\w*|erstatt\w*|gutschrift|rückerstatt\w*|geld zurück|lösch\w*|deinstall\w*"
        r"|rücktritt\w*)"
    ),
    "ru": (
        r"\b(?:отмен\w*|аннулир\w*|расторг\w*|вер(?:нем|нуть|ну) (?:вам )?(?:деньги|стоимость)|возврат\w*|удал\w*"
        r"|переустанов\w*|отказ\w*)"
    ),
    "tr": r"(?:\biptal|iade\w*|\bsil(?:ip|in|mek|me|er)\b|kaldır\w*|\bvazgeç\w*|fesih|feshet\w*|hesabını\w* kapat)",
}
"""Words of an agent, or of a customer before, by which the talk is of that already; folded."""
