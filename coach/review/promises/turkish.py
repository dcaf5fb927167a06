"""Turkish: the future, the aorist and the present with a time, and the passive; with or without Turkish letters.

The expressions are written in plain letters, and the texts are read so.
"""

from __future__ import annotations

from types import MappingProxyType

from coach.review.promises.wording import NOBODY, SOMEONE, WE, I, Making, Wording

FINAL = r"(?=\s*(?:$|[,;:.!…)–-]|ve\b|ama\b|fakat\b|sonra\b|efendim\b))"
"""Behind a finite verb: the clause is over. (Inside a clause the same form is a participle: "arayacağım numara".)"""

CONTACT = (
    r"(?:aray|don|yaz|ulas|donus (?:yap|saglay|ver)|bilgilendirme yap|geri bildirim (?:yap|ver)|haber ver"
    r"|bilgi ver|bilgilendir|haberdar ed"
    r"|(?:iletisime|irtibata|temasa) gec|mesaj at|mail at)"
)
CONTACT_OBJECT = r"(?:(?:donus|bilgilendirme) yapiyor ol|bilgilendiriyor ol|donuyor ol)"
GIVE = r"(?:iade ed|geri od|telafi ed|tazmin ed)"
PEOPLE = (
    r"(?:ekib|ekip|birim|departman|teknisyen|kurye|usta|arkadas|uzman|temsilci|muhasebe|depo|servis|yonetici|mudur"
    r"|doktor|satici|magaza|banka|kargo|bayi"
    r"|operasyon|destek|musteri hizmet|yetkili|danisman|sofor|montaj)\w*"
)
FRONT = r" (?:[\w:.'-]+ ){0,8}$"
WHO = (
    rf"\b(?P<who>(?:biri(?:si|leri)?|bir (?:[\w]+ )?{PEOPLE}|(?:(?:teknik|ilgili|uzman|muhasebe|satis|musteri|destek"
    rf"|lojistik|saha|yetkili) )*{PEOPLE}(?: ekib\w+)?"
    rf"|(?:bir )?(?:is )?arkadas\w*|[\w]{{2,20}} (?:hanim|bey))){FRONT}"
)
COMES = (
    r"(?:gel|getir|teslim ed|incele|inceley|degistir|gonder|coz|kur|monte ed|al|yap|bak|ilgilen|tamamla|tamamlay"
    r"|onar|tamir ed|kargola|kargolay|ulastir|ilet"
    r"|hazirla|hazirlay|ugra|ugray|cagir|tak|birak|kontrol ed|baglay|sok|temizley|olc)"
)
HAPPENS = (
    r"(?:iade edil|iade yapil|geri oden|gonderil|teslim edil|teslim olun|kargoya veril|kargolan|kargolanmis ol"
    r"|yansi|yansiy|hesabiniza gec|gec|yat|yatiril|ulas|ulastiril"
    r"|elinizde ol|elinde ol|hazir ol|tamamlan|sonuclan|sonuclandiril|degistiril|cozul|onaril|tamir edil|incelen"
    r"|duzeltil|aktif ol|yapil|saglan|basla|baslay|odenec|oden|yayinlan"
    r"|gel|aktiflestiril|acil|giderilmis ol|gideril|iletil|duzenlen|hazirlan|kurul|monte edil|adresinizde ol"
    r"|sizde ol|kapinizda ol|yanit\w* veril|cevaplan|yanitlan|karsilan|yuklen|tanimlan"
    r"|veril|gecerli ol|cevrimici ol|devrede ol|devreye gir|kullanilabilir ol|kullanima acil|iptal edil|dusul)"
)
FUTURE_THEIRS = r"(?:acak|ecek)(?:lar|ler)?(?:tir|dir)?"

STEM = r"\b(?!(?:calis|iste|bekle|gerek|ol|um|yardim))(?<!rica )(?<!talep )\w+$"
"""The verb in front of its ending: none of those that wait, try, or are."""

NOW = (
    r"(?:gonderiyor|ariyor|yolluyor|veriyor|ediyor|degistiriyor|ulastiriyor|kargoluyor|yaziyor|donuyor|getiriyor"
    r"|geliyor|yapiyor|atiyor|iletiyor|yukluyor|hazirliyor|birakiyor|tanimliyor|paylasiyor|tamamliyor)"
)
MAKINGS = (
    Making(I, rf"{CONTACT}(?:acagim|ecegim){FINAL}|{CONTACT_OBJECT}acagim{FINAL}", words=("i",)),
    Making(WE, rf"{CONTACT}(?:acagiz|ecegiz){FINAL}|{CONTACT_OBJECT}acagiz{FINAL}", words=("we",)),
    Making(I, rf"{GIVE}ecegim{FINAL}", words=("i",)),
    Making(WE, rf"{GIVE}ecegiz{FINAL}", words=("we",)),
    Making(SOMEONE, rf"{CONTACT}{FUTURE_THEIRS}{FINAL}", words=("they",), before=WHO),
    Making(
        SOMEONE,
        (
            r"(?:donus|bilgilendirme|bilgi|haber|geri bildirim) (?:yapilacak|saglanacak|verilecek"
            rf"|gerceklestirilecek)(?:tir)?{FINAL}"
        ),
        words=("they",),
    ),
    Making(SOMEONE, rf"(?:aranacak|bilgilendirilecek|haberdar edilecek)s[iu]n(?:iz)?{FINAL}", words=("they",)),
    Making(
        SOMEONE,
        rf"{CONTACT}(?:acaklar|ecekler)(?:dir)?{FINAL}",
        words=("they",),
        before=rf"\b(?:siz(?:i|inle|e)|seni|sana){FRONT}",
    ),
    Making(SOMEONE, rf"{COMES}{FUTURE_THEIRS}{FINAL}", timed=True, words=("they",), before=WHO),
    Making(
        NOBODY,
        rf"iade edilecek(?:tir)?{FINAL}",
        deed=False,
        words=("they",),
        before=rf"\b(?:ucret|tutar|para|odeme|bedel)\w*{FRONT}",
    ),
    Making(NOBODY, rf"{HAPPENS}{FUTURE_THEIRS}{FINAL}", timed=True, deed=False, words=("they",)),
    Making(NOBODY, rf"(?:alacak|ulasacak|gorecek|teslim alacak)(?:siniz|sin){FINAL}", timed=True, deed=False, words=("they",)),
    Making(
        NOBODY,
        rf"(?:elinizde|elinde|kapinizda|kapinda|hesabinizda|hesabinda|adresinizde|adresinde) olur{FINAL}",
        timed=True,
        deed=False,
        words=("there",),
    ),
    Making(I, rf"(?:acagim|ecegim){FINAL}", timed=True, words=("i",), before=STEM),
    Making(WE, rf"(?:acagiz|ecegiz){FINAL}", timed=True, words=("we",), before=STEM),
    Making(I, rf"{NOW}um{FINAL}", timed=True, words=("now",)),
    Making(WE, rf"{NOW}uz{FINAL}", timed=True, words=("now",)),
    Making(
        I,
        (
            r"(?:ararim|yazarim|donerim|gonderirim|yollarim|(?:haber|bilgi) veririm|iade ederim|getiririm|iletirim"
            rf"|hallederim){FINAL}"
        ),
        timed=True,
        words=("always",),
    ),
    Making(
        WE,
        (
            r"(?:arariz|yazariz|doneriz|gondeririz|yollariz|(?:haber|bilgi) veririz|iade ederiz|getiririz|iletiriz"
            rf"|hallederiz){FINAL}"
        ),
        timed=True,
        words=("always",),
    ),
)

NUMBERS = MappingProxyType(
    {
        "bir": 1, "iki": 2, "uc": 3, "dort": 4, "bes": 5, "alti": 6, "yedi": 7, "sekiz": 8, "dokuz": 9, "on": 10,
        "yarim": 0.5, "bir kac": 0,
        "birkac": 0, "bir iki": 0,
    }
)  # fmt: skip
NUMBER = r"(?:\d{1,3}|bir ?kac|yarim|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on)"
UNIT = r"(?:(?P<minute>dakika|dk)|(?P<hour>saat)|(?P<business>is ?gunu|mesai gunu)|(?P<day>gun)|(?P<week>hafta)|(?P<month>ay))"
TIME = (
    rf"\b(?P<span>(?:en gec |yaklasik |ortalama |en fazla |onumuzdeki )*(?P<n>{NUMBER})(?: ?(?:-|–|ila|ile|veya"
    rf"|ya da) ?(?P<m>{NUMBER}))? {UNIT}"
    r" (?:icinde|icerisinde|sonra|zarfinda|suresinde|sonrasinda))\b"
    r"|\b(?P<unknown>(?:bir )?sonraki (?:fatura|ekstre)\w*|bir gun once(?:si|den)\w*)\b"
    r"|\b(?P<aftertomorrow>obur gun|ertesi gun degil)\b|\b(?P<tomorrow>yarin(?:ki|a|dan)?)\b|\b(?P<today>bugun(?:ku|e)?)\b"
    r"|\b(?P<endday>gun(?:un)? (?:sonu\w*|bitimi\w*|icinde|icerisinde)|mesai (?:bitimi|sonu|saati)\w*)"
    r"|\b(?P<endweek>hafta(?:nin)? sonu\w*|hafta icinde|bu hafta(?: icinde| sonu\w*)?)\b|\b(?P<workweek>is haftasi sonu\w*)\b"
    r"|\b(?P<nextweek>(?:gelecek|onumuzdeki|haftaya) hafta(?: sonu\w*| basi\w*| icinde)?|haftaya(?! (?:pazar|sali"
    r"|cars|pers|cuma)))\b"
    r"|\b(?P<endmonth>ay(?:in)? sonu\w*|bu ay(?: icinde| sonu\w*)?)\b|\b(?P<nextmonth>(?:gelecek"
    r"|onumuzdeki) ay(?: icinde| sonu\w*)?)\b"
    r"|\b(?P<next>(?:gelecek|haftaya) )?(?:onumuzdeki |bu )?(?:(?P<d0>pazartesi)|(?P<d1>sali)|(?P<d2>carsamba)"
    r"|(?P<d3>persembe)|(?P<d5>cumartesi)|(?P<d4>cuma)"
    r"|(?<!iginiz )(?P<d6>pazar))(?:'?(?:y?[ae]|s?[iu]|s[iu]n[ae]|n[iu]n|d[ae]n?))?(?: gunu(?:ne|nde)?)?\b"
    r"|\b(?P<afternoon>ogleden sonra\w*|ikindi\w*)\b|\b(?P<morning>sabah(?:a|tan|leyin)?|ogleden once)\b"
    r"|\b(?P<noon>ogle(?:n|ne|ye|yin|n saatlerinde)?)\b"
    r"|\b(?P<midnight>gece yarisi\w*)\b|\b(?P<evening>aksam(?:a|uzeri|leyin)?|gece)\b"
    r"|(?<![\d.,/:])(?:\d\d?(?:[:.]\d\d)? ?(?:-|–|ile|ve"
    r"|ila) ?)?(?:saat )?(?P<h2>\d\d?)[:.](?P<min2>\d\d)(?![\d:.])(?:'?(?:[dt][ae]n?|y?[ae]))?\b"
    r"|\bsaat (?:\d\d? ?(?:-|–|ile|ve) ?)?(?P<h>\d\d?)(?:'?(?:[dt][ae]n?|y?[ae]))?\b(?! (?:icinde|icerisinde|sonra|surer))"
    r"|(?<![\d.,/:])(?P<h3>\d\d?)'(?:[dt][ae]n?|y?[ae])\b(?= |$|,)(?! (?:yakin|ekle|indir))"
)

TURKISH = Wording(
    code="tr",
    hint=r"[aâe][cç](?:[aâ][gğk]|e[gğk])|y[oö]r[uüû][mz]|r[iıîuüû][mz]\b|d[ae] olur\b",
    words=MappingProxyType(
        {
            "i": ("acagim", "ecegim"),
            "we": ("acagiz", "ecegiz"),
            "they": ("acak", "ecek"),
            "now": ("yorum", "yoruz"),
            "there": ("da olur", "de olur"),
            "always": ("rim", "riz", "rum", "ruz"),
        }
    ),
    makings=MAKINGS,
    never=(
        r"\b\w*m[ae]y[ae]c[ae][gk]|"
        r"\b(?:genellikle|genelde|normalde|umarim|umuyor\w*|belki|muhtemelen|galiba|herhalde|insallah|sanirim"
        r"|her zaman|her seferinde)\b"
        r"|\b(?:soyledi|dedi|belirtti|soylendi|soylemis|demis|bildirmis|soz verdi)\w*"
    ),
    condition=(
        r"\b(?:eger|takdirde|durumunda|halinde|sartiyla|kosuluyla)\b|\b\w{2,}(?:[aeiu]r|m[ae]z|yor|acak|ecek"
        r"|[dt][iu])s[ae](?:niz|n|k|m)?\b|\b(?:varsa|olsa|yoksa|gerekirse)\b"
    ),
    here=(
        r"\b(?:(?:bir|iki|birkac|bi) (?:dakika|dk|saniye|an|sn)\w*|birazdan|hemen|simdi|su an\w*|hatta kal\w*|bekle\w+"
        r"|beklemede|lutfen ayrilmayin|memnuniyetle|seve seve|derhal|az sonra)\b"
    ),
    event=(
        r"[dt][iu]kt[ae]n sonra|\b\w{3,}[iu]nc[ae]\b|\b\w+[aeiu]r \w+m[ae]z\b|\b(?:takiben|itibaren|sonrasinda"
        r"|ardindan|teslim alindiktan|ulastiginda)\b"
        r"|[dt][iu]g[iu](?:n|niz|miz)?d[ae]\b|\w+m[ae]s[iu]n[iu]n ardindan"
    ),
    away=r"\baray|\bara[rn]|\bariyor",
    somebody=r"(?:biri|birisi|birileri|bir) ?",
    time=TIME,
    clue=(
        r"\d|gun|saat|hafta|\bay\b|dakika|yarin|bugun|sabah|ogle|aksam|gece|pazar|sali|carsamba|persembe|cuma|mesai"
        r"|ay sonu|ay icinde|sonraki"
    ),
    glue=r"(?:saat|ile|ve|gunu|en gec|arasinda|'?(?:[dt][ae]n?|y?[ae])\b|,|-|–|\s)*",
    before=r"(?:\b(?:en gec|saat|bu|onumuzdeki|ayni) )+$",
    behind=(
        r"(?:'\w+)?(?: (?:gunu(?:ne|nde)?|tarih\w+|saatleri\w*|saatinde|icinde|icerisinde))?(?: (?:kadar|dek|degin"
        r"|arasinda|arasi|gibi|civari\w*|sularinda|itibariyla|en gec))?"
    ),
    opens=r"\b(?:ve|veya|ya da|ama|fakat|cunku|icin|hakkinda|eger|ki|biz|bizim|olan|ile)\b",
    numbers=NUMBERS,
    plain=tuple(zip("ğışçöüâîû", "giscouaiu", strict=True)),
)
