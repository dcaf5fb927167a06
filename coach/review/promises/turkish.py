"""Turkish: the future, the aorist and the present with a time, and the passive; with or without Turkish letters.

The expressions are written in plain letters, and the texts are read so.
"""

from __future__ import annotations

from coach.library import dates
from coach.review.promises.turkish_times import BEFORE, BEGINS, BEHIND, GLUE, NUMBERS, TIME, TIMES
from coach.review.promises.wording import NOBODY, SOMEONE, WE, I, Making, Wording, lists
from coach.review.stems import any_of

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

NOT_WITH = "".join(
    rf"(?<!{word} )"
    for word in (
        "rica tesekkur tavsiye temenni takdir kontrol kabul merak devam fark ozur memnun mutlu yardimci talep arz umit"
        " hatirlatmak"
        " temin garanti takip kapali acik musait uygun"
    ).split()
)
"""Words that make another matter of the verb behind them: thanks, pleas, opening hours."""

NO_DEED = (
    r"(?!\w*(?:abili|ebili))(?!(?:isti|iste|dinl|bekli|bekle|bili|bilir|dusun|umu|uma|umar|goru|gorur|anli|anla|calis|dili"
    r"|dile|sani|sana|inan|hatirl|yasi|oner"
    r"|soyl|belirt|incel|bak|sunu|sunar|sunuyo|duyu|hisse|tani|cali|oluyo|kal|yas|gerek|konus|okuy|inceli|ilgilen|bulunu|hizmet"
    r"|kapa|ulasami|bulami|iletisim))"
)
DOES_NOW = rf"\b{NOT_WITH}{NO_DEED}\w{{2,}}(?<!m[iu])$"
DOES = rf"\b{NOT_WITH}{NO_DEED}\w+[aeiu]$"
UNDER_WAY = (
    r"(?:gonderiyor|ariyor|yolluyor|veriyor|ediyor|degistiriyor|ulastiriyor|kargoluyor|yaziyor|donuyor|getiriyor"
    r"|geliyor|yapiyor|atiyor|iletiyor|yukluyor|hazirliyor|birakiyor|tanimliyor|paylasiyor|tamamliyor)"
)
HAPPENS_NOW = (
    r"(?:veril|gonderil|iade edil|kargolan|teslim edil|yatiril|yola cik|geri oden|ulas|getir|kuryeye veril|yapil|degistiril|kurul"
    r"|gel|yat|gec|cik|hazirlan|aktaril)[iu]yor(?:lar)?"
)
SHOPS = (
    r"(?:kampanya|magaza|sube|ofis|fuar|etkinlik|indirim|uyelig|uyelik|abonelig|abonelik|sozlesme|fiyat|sinav|konser|film|ders"
    r"|mac\b|zam\b|tatil|okul|pazarimiz|festival|mesai|restoran|sergi|ucag|ucus|otobus|tren|vapur|bayram|seans)"
)
NOT_OURS = (
    r"(?!(?:kapan|bit|dol|sur|kal|gerek|iste|bekle|yenilen|cekil|faturalan|ol$|bulun|basla|degis|art|yuksel|azal|ertelen|iptal"
    r"|sonlan|son er|er$|kutlan|oyna|yayinlan|gosteril|acil|tahsil|kullan|anla|gor|alin|uzat|sat|hatirl|sev|duy|cal|ac$|git|gid"
    r"|uygulan|odemek|yagm|yag|in$|bil|ihtiyac|olus))"
)
AT_YOURS = (
    r"(?:sizde|sende|kapini[zn]da|kapinda|adresini[zn]de|adresinde|evini[zn]de|evinde|elini[zn]de|elinde|yanini[zn]da|yaninda"
    r"|hesabini[zn]da|hesabinda|kartini[zn]da|kartinda)"
)
STILL = r"\b(?:zaten|hala|dunden|beri|simdilik)\b"
MAKINGS = (
    Making(I, rf"{CONTACT}(?:acagim|ecegim){FINAL}|{CONTACT_OBJECT}acagim{FINAL}", words=("i",)),
    Making(WE, rf"{CONTACT}(?:acagiz|ecegiz){FINAL}|{CONTACT_OBJECT}acagiz{FINAL}", words=("we",)),
    Making(I, rf"{GIVE}ecegim{FINAL}", words=("i",)),
    Making(WE, rf"{GIVE}ecegiz{FINAL}", words=("we",)),
    Making(SOMEONE, rf"{CONTACT}{FUTURE_THEIRS}{FINAL}", words=("they", "who"), before=WHO),
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
        rf"{CONTACT}(?:acak|ecek)(?:lar|ler)?(?:dir)?{FINAL}",
        words=("they",),
        before=rf"\b(?:siz(?:i|inle|e)|seni|sana){FRONT}",
    ),
    Making(SOMEONE, rf"{COMES}{FUTURE_THEIRS}{FINAL}", timed=True, words=("they", "who"), before=WHO),
    Making(
        NOBODY,
        rf"iade edilecek(?:tir)?{FINAL}",
        deed=False,
        words=("they",),
        before=rf"\b(?:ucret|tutar|para|odeme|bedel)\w*{FRONT}",
    ),
    Making(NOBODY, rf"{HAPPENS}{FUTURE_THEIRS}{FINAL}", timed=True, deed=False, words=("they",), unless=rf"\b{SHOPS}"),
    Making(NOBODY, rf"(?:alacak|ulasacak|gorecek|teslim alacak)(?:siniz|sin){FINAL}", timed=True, deed=False, words=("they",)),
    Making(NOBODY, rf"{AT_YOURS} olur{FINAL}", timed=True, deed=False, words=("yours",)),
    Making(I, rf"{AT_YOURS}y[iu]m{FINAL}", timed=True, words=("yours",)),
    Making(WE, rf"{AT_YOURS}y[iu]z{FINAL}", timed=True, words=("yours",)),
    Making(NOBODY, rf"{AT_YOURS}(?:dir|lar)?{FINAL}", timed=True, deed=False, words=("yours",), unless=STILL),
    Making(
        SOMEONE,
        rf"(?:da|de|ta|te) olacak(?:lar)?{FINAL}",
        timed=True,
        words=("there", "who"),
        before=rf"{WHO[:-1]}(?!tatil|izin)\w+$",
    ),
    Making(I, rf"(?:acagim|ecegim){FINAL}", timed=True, words=("i",), before=STEM),
    Making(WE, rf"(?:acagiz|ecegiz){FINAL}", timed=True, words=("we",), before=STEM),
    Making(I, rf"yorum{FINAL}", timed=True, close=True, words=("now_i",), before=DOES_NOW),
    Making(
        WE,
        rf"yoruz{FINAL}",
        timed=True,
        dated=True,
        close=True,
        words=("now_we",),
        before=DOES_NOW.replace("(?!(?:", "(?!(?:aci|kapat|"),
    ),
    Making(WE, rf"{UNDER_WAY}uz{FINAL}", timed=True, words=("now_we",), before=rf"{NOT_WITH}$"),
    Making(I, rf"r[iu]m{FINAL}", timed=True, close=True, words=("always_i",), before=DOES),
    Making(
        WE, rf"r[iu]z{FINAL}", timed=True, dated=True, words=("always_we",), before=DOES.replace("(?!(?:", "(?!(?:aca|kapat|")
    ),
    Making(
        WE,
        (
            r"(?:arariz|yazariz|doneriz|gondeririz|yollariz|(?:haber|bilgi) veririz|iade ederiz|getiririz|iletiriz"
            rf"|hallederiz){FINAL}"
        ),
        timed=True,
        words=("always_we",),
    ),
    Making(NOBODY, rf"{HAPPENS_NOW}{FINAL}", timed=True, dated=True, deed=False, words=("now",), unless=rf"\b{SHOPS}"),
    Making(
        SOMEONE,
        rf"(?:ir|er|ur|ar){FINAL}",
        timed=True,
        dated=True,
        words=("comes", "who"),
        before=rf"{WHO[:-1]}(?:gel|getir|ara|yaz|don|tak|kur|ugra|bak|teslim ed|birak)$",
    ),
    Making(SOMEONE, rf"{FUTURE_THEIRS}{FINAL}", timed=True, words=("they", "who"), before=rf"{WHO[:-1]}{NOT_OURS}\w{{2,}}$"),
    Making(
        NOBODY,
        rf"{FUTURE_THEIRS}{FINAL}",
        timed=True,
        deed=False,
        words=("they",),
        before=rf"\b{NOT_OURS}\w{{2,}}$",
        unless=rf"\b{SHOPS}",
    ),
)

VISITS = ("gelir", "getirir", "arar", "yazar", "doner", "takar", "kurar", "ugrar", "bakar", "birakir", "eder")
NOW = tuple(
    f"{verb}yor"
    for verb in (
        "verili", "gonderili", "edili", "kargolani", "yatirili", "ciki", "odeni", "ulasi", "getirili", "yapili", "degistirili",
        "kurulu",
        "geli", "geci", "hazirlani", "aktarili",
    )
)  # fmt: skip
WORDS = {
    "i": "acagim ecegim gececegim",
    "we": "acagiz ecegiz gececegiz",
    "they": "acak ecek gececek olacak",
    "now": " ".join(NOW),
    "now_i": " ".join(("yorum", *(f"{verb}um" for verb in NOW))),
    "now_we": " ".join(("yoruz", *(f"{verb}uz" for verb in NOW))),
    "always_i": " ".join(("rim", "rum", "olurum", *(f"{verb}im" for verb in VISITS))),
    "always_we": " ".join(("riz", "ruz", "oluruz", *(f"{verb}iz" for verb in VISITS))),
    "yours": "sizde sende kapinizda kapinda adresinizde adresinde evinizde evinde elinizde elinde yaninizda yaninda hesabinizda"
    " hesabinda kartinizda kartinda",
    "there": "olacak olur",
    "comes": " ".join(VISITS),
    "who": "biri ekib ekip departman teknisyen kurye usta arkadas uzman temsilci muhasebe depo servis yonetici mudur doktor"
    " satici magaza banka kargo bayi operasyon destek musteri hizmet yetkili danisman sofor montaj hanim bey",
    "time": TIMES,
}
"""Endings, and words without theirs. They are found one behind the other: a word that has two in common letters stands whole."""

TOKENS = any_of("|".join({*" ".join(WORDS.values()).split(), *"0123456789", *dates.months("tr")}))

TURKISH = Wording(
    code="tr",
    words=lists(**WORDS),
    tokens=TOKENS,
    makings=MAKINGS,
    never=(
        r"m[ae]y[ae]c[ae][gk]|bilmiyor|emin degil|"
        r"\b(?:genellikle|genelde|normalde|umarim|umuyor\w*|belki|muhtemelen|galiba|herhalde|insallah|sanirim"
        r"|her zaman|her seferinde|gunleri|her (?:gun|hafta|ay|sabah|aksam|yil))\b"
        r"|\b(?:soyledi|dedi|belirtti|soylendi|soylemis|demis|bildirmis|soz verdi)\w*"
    ),
    condition=(
        r"\b(?:eger|takdirde|durumunda|halinde|sartiyla|kosuluyla)\b|(?<=\w\w)(?:[aeiu]r|m[ae]z|yor|acak|ecek"
        r"|[dt][iu])s[ae](?:niz|n|k|m)?\b|\b(?:varsa|olsa|yoksa|gerekirse)\b"
    ),
    otherwise=r"[,;:–—] (?=[^,;:]*\b\w{2,}(?:[aeiu]r|m[ae]z|yor|[dt][iu])s[ae](?:niz|n|k|m)?\b[^.]*\w)",
    parts=r"(?:[,;:–—]| (?=ve |ama |fakat ))(?: ?(?:ve|ama|fakat)\b)? ?",
    here=(
        r"\b(?:(?:bir|iki|birkac|bi) (?:dakika|dk|saniye|an|sn)\w*|birazdan|hemen|simdi|su an\w*|hatta kal\w*|bekle\w+"
        r"|beklemede|lutfen ayrilmayin|memnuniyetle|seve seve|derhal|az sonra)\b"
    ),
    event=(
        r"[dt][iu]kt[ae]n sonra|[iu]nc[ae]\b|[aeiu]r \w+m[ae]z\b|\b(?:takiben|itibaren|sonrasinda"
        r"|ardindan|teslim alindiktan|ulastiginda)\b"
        r"|[dt][iu]g[iu](?:n|niz|miz)?(?:d[ae]| anda| zaman)\b|m[ae]s[iu]n[iu]n ardindan"
    ),
    away=r"\baray|\bara[rn]|\bariyor",
    somebody=r"(?:biri|birisi|birileri|bir) ?",
    time=TIME,
    begins=BEGINS,
    glue=GLUE,
    before=BEFORE,
    behind=BEHIND,
    opens=r"\b(?:ve|veya|ya da|ama|fakat|cunku|icin|hakkinda|eger|ki|biz|bizim|olan|ile)\b",
    numbers=NUMBERS,
    late=7,
    plain=tuple(zip("ğışçöüâîû", "giscouaiu", strict=True)),
)
