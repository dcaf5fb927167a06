"""What a sentence with a number in it is about, in four languages: returns, refunds, delivery, opening hours.

Two sentences contradict each other only when they are about the same thing. CONCEPTS says which words name the same thing,
REFERENCE from when a deadline counts. All is written for folded text.
"""

from __future__ import annotations

CONCEPTS: dict[str, dict[str, str]] = {
    "en": {
        "refund": r"refund\w*|money back|money-back|reimburs\w*|money (?:is|will be)(?: back)? (?:in|on) your account",
        "return": r"return(?:s|ed|ing|able)?|(?:send|sent|sending|ship|give|bring)(?: \S+){0,3} back|(?:right of )?withdrawal",
        "delivery": (
            r"deliver\w*|shipping|shipment\w*"
            r"|(?:order|parcel|package)s?(?: usually| normally| will| should)* (?:arrives?|reach\w*)"
        ),
        "dispatch": r"dispatch\w*|ships?|shipped|leaves? (?:our|the) warehouse",
        "exchange": r"exchang\w*|replac\w*|swap\w*",
        "warranty": r"warrant\w*|guarantee\w*",
        "cancel": r"cancel\w*",
        "reply": r"reply|replies|replied|replying|respon\w+|answer\w*|get back to|hear (?:back )?from|be in touch",
        "process": r"process\w*|handl\w+|review\w*|investigat\w*|look into",
        "trial": r"trial",
        "payment": r"pay\w*|paid|invoices?|transfers?",
        "fee": r"fees?|costs?|charg\w+|price[sd]?|surcharge",
        "free": r"free(?: of charge)?|no charge",
        "discount": r"discount\w*|vouchers?|coupons?|off|gift cards?|goodwill|credit",
        "repair": r"repair\w*",
        "pickup": r"pick(?:ed)? ?up|collect\w*",
        "keep": r"(?:kept|keep|hold|held|store[sd]?)(?: \S+){0,3} for",
        "notice": r"notice(?: period)?",
        "activate": r"activat\w+",
        "valid": r"valid\w*|expir\w+",
        "deposit": r"deposits?",
        "booking": r"book\w*|reserv\w+",
        "subscription": r"subscri\w+|renew\w*",
        "report": r"report(?:ed|ing)?|claims?|complaints?",
        "phone": r"phones?|call\w*|telephone|hotline|ring",
        "chat": r"(?:live )?chat",
        "shop": r"shops?|stores?|branch\w*|showroom",
        "e-mail": r"e-?mails?|mailbox|write",
        "hours": r"open(?:ing hours| hours)?|closed|available|reach\w*|business hours",
    },
    "de": {
        "refund": r"erstatt\w*|rückerstatt\w*|rückzahl\w*|zurückerstatt\w*|geld zurück|gutschr\w+|zurücküberw\w+",
        "return": (
            r"rückgabe\w*|zurück(?:zu)?geben|zurück(?:zu)?(?:senden|schicken)|retour\w*|rücksend\w*|rückversand|widerr\w+"
            r"|zurückgegeben|(?:send|schick|geb)\w*(?: \S+){0,8} zurück"
        ),
        "delivery": r"liefer\w*|zustell\w*|zugestellt|geliefert|versandkosten|versanddauer|versandzeit",
        "dispatch": r"versand|versend\w*|verschick\w*|versandt",
        "exchange": r"umtausch\w*|umgetauscht|austausch\w*|ersatz\w*",
        "warranty": r"garanti\w*|gewährleist\w*",
        "cancel": r"stornier\w*|kündig\w*|kündb\w*|storno\w*",
        "reply": r"antwort\w*|beantwort\w*|meld\w+|rückmeld\w*",
        "process": r"bearbeit\w*|prüf\w*|klär\w+",
        "trial": r"test(?:phase|zeitraum|zugang|version)|probe\w*",
        "payment": r"zahl(?:en|ung\w*|bar\w*|ungsziel)|bezahl\w*|überweis\w*|rechnung\w*",
        "fee": r"gebühr\w*|kost(?:en|et)|\w+kosten|pauschale|preis\w*|\w+gebühr\w*",
        "free": r"kostenlos\w*|kostenfrei\w*|gratis|gebührenfrei|versandkostenfrei",
        "discount": r"rabatt\w*|gutschein\w*|nachlass|kulanz\w*",
        "repair": r"repar\w*",
        "pickup": r"abhol\w*|abgeholt",
        "keep": r"aufbewahr\w*|gelagert|lager\w*",
        "notice": r"kündigungsfrist",
        "activate": r"freischalt\w*|freigeschaltet|aktivier\w*",
        "valid": r"gültig\w*|läuft ab|gilt",
        "deposit": r"anzahlung|kaution",
        "booking": r"buch\w*|reservier\w*",
        "subscription": r"abo\w*|verlänger\w*",
        "report": r"reklam\w*|beanstand\w*|schadensmeld\w*",
        "phone": r"telefon\w*|anruf\w*|ruf\w*|hotline|rufnummer",
        "chat": r"(?:live-?)?chat\w*",
        "shop": r"filiale\w*|geschäft|laden|shop",
        "e-mail": r"e-?mail\w*|schreib\w*|mail",
        "hours": r"geöffnet|geschlossen|öffnungszeit\w*|erreich\w*|servicezeit\w*|sprechzeit\w*",
    },
    "ru": {
        "refund": (
            r"возврат\w* (?:денег|средств|денежных|стоимости)"
            r"|(?:деньги|средства|сумм[ау]) (?:\w+ ){0,2}(?:верн|возвр|поступ)\w+|возмещ\w+"
        ),
        "return": r"возвра[тщ]\w*|вернут\w*|верните|вернете",
        "delivery": r"достав\w*",
        "dispatch": r"отправ\w*|отгру\w*",
        "exchange": r"обмен\w*|замен\w*",
        "warranty": r"гарант\w*",
        "cancel": r"отмен\w*|расторг\w*",
        "reply": r"ответ\w*|отвеч\w*|свяж\w+|перезвон\w*",
        "process": r"обработ\w*|рассм\w*|провер\w*",
        "trial": r"пробн\w*|тестов\w*",
        "payment": r"оплат\w*|платеж\w*|плат\w*|счет\w*",
        "fee": r"стои\w*|комисси\w*|сбор\w*|цен\w*|тариф\w*",
        "free": r"бесплатн\w*",
        "discount": r"скидк\w*|промокод\w*|сертификат\w*|купон\w*|бонус\w*",
        "repair": r"ремонт\w*|почин\w*",
        "pickup": r"самовывоз\w*|забрать|заберите",
        "keep": r"хран\w*",
        "activate": r"актив\w*|подключ\w*",
        "valid": r"действу\w*|действит\w*|истека\w*",
        "deposit": r"предоплат\w*|залог\w*|депозит\w*",
        "booking": r"брон\w*|запис\w*",
        "subscription": r"подписк\w*|продл\w*",
        "report": r"претензи\w*|жалоб\w*|рекламаци\w*",
        "phone": r"телефон\w*|позвон\w*|звон\w*|горяч\w+ лини\w+",
        "chat": r"чат\w*",
        "shop": r"магазин\w*|салон\w*",
        "e-mail": r"почт\w*|пишит\w*|напишит\w*|e-?mail",
        "hours": r"открыт\w*|закрыт\w*|работа\w*|часы работы|режим\w*|график\w*",
    },
    "tr": {
        "refund": r"(?:para|ücret|tutar)\w* iade\w*|iade (?:tutar|bedel)\w*|geri öde\w*",
        "return": r"iade\w*|geri gönder\w*|cayma\w*",
        "delivery": r"teslim\w*|ulaş\w*",
        "dispatch": r"kargoya\w*|gönderil\w*|sevk\w*|yola çık\w*",
        "exchange": r"değişim\w*|değiştir\w*",
        "warranty": r"garanti\w*",
        "cancel": r"iptal\w*",
        "reply": r"yanıt\w*|cevap\w*|dönüş\w*|cevab\w*",
        "process": r"incele\w*|işlem\w*|işleme\w*|değerlendir\w*",
        "trial": r"deneme\w*",
        "payment": r"ödeme\w*|ödem\w*|fatura\w*|havale\w*",
        "fee": r"ücret(?!siz)\w*|bedel\w*|fiyat\w*|komisyon\w*|tutar\w*",
        "free": r"ücretsiz\w*|bedava",
        "discount": r"indirim\w*|kupon\w*|hediye\w*|puan\w*",
        "repair": r"tamir\w*|onarım\w*|onar\w*",
        "pickup": r"teslim al\w*",
        "keep": r"sakla\w*|bekletil\w*",
        "activate": r"etkin\w*|aktif\w*",
        "valid": r"geçerli\w*",
        "deposit": r"depozito\w*|kapora\w*|ön ödeme\w*",
        "booking": r"rezerv\w*|randevu\w*",
        "subscription": r"abone\w*|yenile\w*",
        "report": r"şikayet\w*|şikâyet\w*|bildir\w*",
        "phone": r"telefon\w*|ara(?:yın|yabilir\w*|yarak)|çağrı\w*",
        "chat": r"sohbet\w*|chat\w*",
        "shop": r"mağaza\w*|şube\w*",
        "e-mail": r"e-?posta\w*|mail\w*|yaz(?:ın|abilir\w*)",
        "hours": r"açık\w*|kapalı\w*|ulaşabilir\w*|hizmet ver\w*|çalışma saat\w*|mesai\w*",
    },
}
"""A refund is looked for first: in it, "return" is none."""

BARE = frozenset({"discount", "deposit"})
"""Concepts whose numbers are set case by case, so that a library has no one number for them."""

REFERENCE = {
    "en": (
        r"\b(?:of|after|from|following|since|upon|once|when) (?:the |your )?(?:date of |day of )?(?:the |your )?"
        r"(?:(?:delivery|purchase|receipt|receiving|order|ordering|arrival|request)\b"
        r"(?: date)?(?: of (?:the|your) \w+| (?:it|your \w+|the \w+))?"
        r"|(?:you|we)(?: have|'ve)? (?:receive|received|get|got) (?:it|them|your \w+|the \w+))"
    ),
    "de": (
        r"\b(?:nach|ab|seit) (?:dem )?(?:(?:waren)?erhalt|empfang|lieferung|lieferdatum|zustellung|kauf|kaufdatum|bestellung"
        r"|bestelldatum|eingang)\b(?: (?:der|ihrer|deiner|des|ihres|deines) \w+)?"
    ),
    "ru": (
        r"\b(?:с|со|после|от) (?:момента |даты |дня )?(?:получени|покупк|доставк|заказ|поступлени|обращени)\w+"
        r"(?: (?:товара|заказа|посылки|покупки))?"
    ),
    "tr": (
        r"\b(?:teslimat|teslim|satın alma|satın alım|sipariş|fatura|ürünü teslim al)\w*(?: tarih\w*)?"
        r" (?:itibaren|sonra|başlayarak|izleyen)"
    ),
}
"""What a deadline counts from: "of delivery", "nach Erhalt", «с момента получения»; the sentence is not about that."""
