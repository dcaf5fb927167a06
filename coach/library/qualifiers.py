"""What tells two sentences about the same thing apart, and what does not, in four languages. All is written for folded text."""

from __future__ import annotations

NEUTRAL: dict[str, str] = {
    "en": (
        "now currently can may will would could should within item items product products order orders goods article "
        "articles customer customers simply please easily days day hours hour week weeks month months year years business "
        "working time take takes taking took need needs usually normally generally typically always also only still just "
        "about around approximately maximum minimum least most latest unused unworn original packaging condition everything "
        "anything something purchase purchases purchased bought buy receive received get make made have let know question "
        "questions request requests message contact team service support help happy period policy deadline standard offer "
        "money amount account bank card full faq information info general macro answer template text old new copy final "
        "draft times duration long how reply short version default our your gladly directly per each via from until till "
        "between reach us there here back it them possible start starting date receipt delivery statutory monday tuesday "
        "wednesday thursday friday saturday sunday weekday weekdays today phone"
    ),
    "de": (
        "jetzt aktuell heute kann können faq betrag innerhalb binnen artikel ware waren produkt produkte bestellung "
        "bestellungen kunde kunden einfach bitte gerne jederzeit tag tage tagen stunden wochen monate jahre werktage "
        "werktagen arbeitstage dauert dauer zeit frist beträgt benötigt brauchen normalerweise in der regel üblicherweise "
        "meist immer auch nur noch etwa circa rund maximal spätestens mindestens ungetragen unbenutzt original "
        "originalverpackung zustand alles etwas gekauft kaufen kauf erhalten erhalt bekommen haben machen wissen frage "
        "fragen anfrage anfragen nachricht kontakt team service support hilfe informationen info allgemein makro vorlage "
        "text alt neu kopie entwurf wie lange standard geld konto bank karte voll direkt pro jeweils über per uhr von bis "
        "zwischen montag dienstag mittwoch donnerstag freitag samstag sonntag werktags unsere ihre deine uns zum zur "
        "natürlich selbstverständlich gesetzlich möglich ohne angabe gründen datum ab unter sie du erfolgt erfolgen werden "
        "wird"
    ),
    "ru": (
        "сейчас можете можно возможен возможно нужно вопрос сможете течение товар товары товара заказ заказы заказа клиент "
        "клиенты просто пожалуйста день дня дней часов часа недель месяцев рабочих рабочие календарных занимает составляет "
        "срок сроки обычно всегда также только еще около примерно максимум минимум позднее оригинальной упаковке упаковка "
        "все что-то покупки покупка получения получить сделать вопросы запрос обращение сообщение связь поддержка поддержки "
        "служба помощь информация общая макрос шаблон текст старый новый копия черновик как долго стандарт деньги средства "
        "сумма счет банк карта карту полностью наш наша наши ваш ваша ваше через для момента даты нам ежедневно будням "
        "понедельника пятницу понедельник пятница"
    ),
    "tr": (
        "şimdi içinde sss ürün ürünü ürünleri ürünler sipariş siparişi siparişler siparişinizi müşteri müşteriler lütfen "
        "gün günü günde saat hafta ay yıl iş sürer süre süresi sürede genellikle normalde her zaman ayrıca sadece yalnızca "
        "yaklaşık en fazla az geç kullanılmamış orijinal ambalaj ambalajında şey satın alma aldığınız alın olarak "
        "edebilirsiniz edebilirsin yapabilirsiniz eder ederiz edilir yapılır yapılmaktadır olur soru sorular talep talebi "
        "mesaj iletişim ekip ekibimiz destek hizmet yardım bilgi genel makro şablon metin eski yeni kopya taslak nasıl "
        "kadar standart para tutar hesap hesabınıza banka kart tam bizim sizin bize size itibaren tarihinden arası arasında "
        "içi pazartesi cuma numaralı hattımız hattı"
    ),
}
"""Words that say nothing which would tell two cases apart; a word that is not here does."""

SPECIAL: dict[str, str] = {
    "en": (
        r"express|priority|overnight|same-?day|next-?day|premium|vip|business (?:customer|account|plan)|enterprise|gold"
        r"|platinum|plus\b|pro\b|student|member|international|abroad|overseas|outside|europe|\beu\b|\buk\b|switzerland"
        r"|germany|turkey|russia|island|sale\b|outlet|clearance|reduced|used|refurbished|second-?hand|personali[sz]ed|custom"
        r"|made to|digital|download|gift|christmas|holiday|black friday|easter|seasonal|damaged|defect|faulty|broken|wrong"
        r"|bulky|furniture|oversized|credit card|paypal|klarna|bank transfer|peak|weekend|large|partner|marketplace"
        r"|pre-?order|exception|lost|stolen"
    ),
    "de": (
        r"express|eil|priorit|premium|vip|geschäftskund|firmenkund|enterprise|gold\b|platin|student|mitglied|international"
        r"|ausland|europa|\beu\b|schweiz|österreich|deutschland|türkei|insel|sale\b|outlet|reduziert|gebraucht|b-ware"
        r"|personalisiert|individuell|maßanfertig|digital|download|geschenk|weihnacht|feiertag|black friday|oster|saison"
        r"|beschädigt|defekt|falsch|sperrgut|möbel|spedition|kreditkart|paypal|klarna|vorkasse|lastschrift|wochenend|partner"
        r"|marktplatz|vorbestell|ausnahm|verloren|gestohlen"
    ),
    "ru": (
        r"экспресс|срочн|премиум|vip|бизнес|корпоратив|юридическ|голд|платин|студент|участник|международн|за рубеж|за границ"
        r"|страны|европ|снг|росси|москв|петербург|регион|распродаж|уцен|б/у|персонал|индивидуальн|цифров|подарочн|новогод"
        r"|праздни|черная пятниц|повре|дефект|брак|неисправ|ошибочн|крупногабарит|мебел|кредитн|paypal|наложенн|выходн"
        r"|партнер|маркетплейс|предзаказ|исключ|утер|украд"
    ),
    "tr": (
        r"ekspres|express|acil|öncelik|premium|vip|kurumsal|gold|platin|öğrenci|üye|uluslararası|yurt ?dışı|avrupa|kıbrıs"
        r"|almanya|rusya|ada\b|outlet|indirimli|ikinci el|kişiselleştir|kişiye özel|özel üretim|dijital|hediye|yılbaşı|bayram"
        r"|tatil|sezon|hasarlı|kusurlu|arızalı|ayıplı|yanlış|hatalı|mobilya|büyük|kredi kart|paypal|havale|kapıda|hafta sonu"
        r"|pazaryeri|ön sipariş|istisna|kayıp|çalıntı"
    ),
}
"""In a title or near a number, as beginnings of words: a case that may well have a number of its own."""
