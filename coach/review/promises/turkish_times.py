"""Turkish: the words of times, see `deadlines`; groups told apart by their names, see `reckoning`."""

from __future__ import annotations

from types import MappingProxyType

NUMBERS = MappingProxyType(
    {
        "bir": 1, "iki": 2, "uc": 3, "dort": 4, "dord": 4, "on bir": 11, "on iki": 12,
        "bes": 5, "alti": 6, "yedi": 7, "sekiz": 8, "dokuz": 9, "on": 10,
        "yarim": 0.5, "bir kac": 0,
        "birkac": 0, "bir iki": 0,
    }
)  # fmt: skip
NUMBER = r"(?:\d{1,3}|bir ?kac|yarim|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on)"
UNIT = r"(?:(?P<minute>dakika|dk)|(?P<hour>saat)|(?P<business>is ?gunu|mesai gunu)|(?P<day>gun)|(?P<week>hafta)|(?P<month>ay))"
TIME = (
    rf"\b(?P<span>(?:en gec |yaklasik |ortalama |en fazla |onumuzdeki )*(?P<n>{NUMBER})(?: ?(?:-|–|ila|ile|veya"
    rf"|ya da) ?(?P<m>{NUMBER}))? {UNIT}"
    r"(?: (?:icinde|icerisinde|sonra|zarfinda|suresinde|sonrasinda)|y?[ae]|d[ae]))\b"
    r"|\b(?P<unknown>(?:bir )?sonraki (?:fatura|ekstre)\w*|bir gun once(?:si|den)\w*)\b"
    r"|\b(?P<aftertomorrow>obur gun|ertesi gun degil)\b|\b(?P<tomorrow>yarin(?:ki|a|dan)?)\b|\b(?P<today>bugun(?:ku|e)?)\b"
    r"|\b(?P<endday>gun(?:un)? (?:sonu\w*|bitimi\w*|icinde|icerisinde)|(?:mesai|gun) (?:bitimi|sonu|saati|bitmeden|bitene)\w*"
    r"|kapanis\w*)"
    r"|\b(?P<endweek>hafta(?:nin)? sonu\w*|hafta icinde|bu hafta(?: icinde| sonu\w*)?)\b|\b(?P<workweek>is haftasi sonu\w*)\b"
    r"|\b(?P<nextweek>(?:gelecek|onumuzdeki|haftaya) hafta(?: sonu\w*| basi\w*| icinde)?|haftaya(?! (?:pazar|sali"
    r"|cars|pers|cuma)))\b"
    r"|\b(?P<endmonth>ay(?:in)? sonu\w*|bu ay(?: icinde| sonu\w*)?)\b|\b(?P<nextmonth>(?:gelecek"
    r"|onumuzdeki) ay(?: icinde| sonu\w*)?)\b"
    r"|\b(?P<next>(?:gelecek|haftaya) )?(?:onumuzdeki |bu )?(?:(?P<d0>pazartesi)|(?P<d1>sali)|(?P<d2>carsamba)"
    r"|(?P<d3>persembe)|(?P<d5>cumartesi)|(?P<d4>cuma)"
    r"|(?<!iginiz )(?P<d6>pazar))(?:'?(?:y?[ae]|s?[iu]|s[iu]n[ae]|n[iu]n|d[ae]n?))?(?: gunu(?:ne|nde)?)?\b(?! gunleri)"
    r"|\b(?P<afternoon>ogleden sonra\w*|ikindi\w*)\b|\b(?P<morning>sabah(?:a|tan|leyin)?|ogleden once)\b"
    r"|\b(?P<noon>ogle(?:n|ne|ye|yin|n saatlerinde)?)\b"
    r"|\b(?P<midnight>gece yarisi\w*)\b|\b(?P<evening>aksam(?:a|uzeri|leyin)?|gece)\b"
    r"|(?<![\d.,/:])(?:\d\d?(?:[:.]\d\d)? ?(?:-|–|ile|ve"
    r"|ila) ?)?(?:saat )?(?P<h2>\d\d?)[:.](?P<min2>\d\d)(?![\d:.])(?:'?(?:[dt][ae]n?|y?[ae]))?\b"
    r"|\bsaat (?:\d\d? ?(?:-|–|ile|ve) ?)?(?P<h>\d\d?)(?:'?(?:[dt][ae]n?|y?[ae]))?\b(?! (?:icinde|icerisinde|sonra|surer))"
    r"|\b(?P<h6>\d\d?|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on bir|on iki|on) (?P<half>bucu[kg])\w*"
    r"|\b(?:saat )?(?P<h4>iki|uc|dor[td]|bes|alti|yedi|sekiz|dokuz)(?:(?:y?[ae])(?= kadar| dek| dogru)|(?:[dt][ae])(?=$|[,;.)]"
    r"| (?!bir)))"
    r"|\bayin (?P<monthday>\d\d?)'?\w{1,5}\b"
    r"|(?<![\d.,/:])(?P<h3>\d\d?)'(?:[dt][ae]n?|y?[ae])\b(?= |$|,)(?! (?:yakin|ekle|indir))"
)

BEGINS = (
    "en gec|yaklasik|ortalama|en fazla|onumuzdeki|yarim|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|sonraki|obur|ertesi|yarin|"
    "bugun|gun|mesai|hafta|bu |is hafta|gelecek|ay|pazar|sali|cars|pers|cuma|ogle|ikindi|sabah|gece|aksam|saat|kapanis"
)
"""How the words of a time may begin, where they begin with no figure: what `TIME` is tried at."""

GLUE = r"(?:saat|ile|ve|gunu|en gec|arasinda|'?(?:[dt][ae]n?|y?[ae])\b|,|-|–|\s)*"

BEFORE = r"(?:\b(?:en gec|saat|bu|onumuzdeki|ayni) )+$"

BEHIND = (
    r"(?:'\w+)?(?: (?:gunu(?:ne|nde)?|tarih\w+|saatleri\w*|saatinde|icinde|icerisinde))?(?: (?:kadar|dek|degin"
    r"|arasinda|arasi|gibi|civari\w*|sularinda|itibariyla|en gec|olmadan|gelmeden|dogru))?"
)

TIMES = (
    "gun saat hafta dakika dk yarin bugun sabah ogle aksam gece pazar sali carsamba persembe cuma mesai sonraki ikindi yarim"
    " kapanis"
    " ayin ikide ucte dortte beste altida yedide sekizde dokuzda ikiye uce dorde bese altiya yediye sekize dokuza bucu"
)
"""What the words of a time have one of, beside figures and months."""
