"""The invented sentences of the benchmark: harmless and faulty ones in four languages, with slots that make every text differ.

`{name}`, `{product}`, `{place}`, `{day}` and `{clause}` are drawn from the lists below; `{number}`, `{amount}`, `{time}` and
`{code}` are made up. A slot stands only where the grammar of each language allows any of its values.
"""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """What one language has to say: sentences by kind, the values of its slots, and how a macro begins and ends."""

    harmless: tuple[str, ...]
    faulty: tuple[str, ...]
    clause: tuple[str, ...]
    name: tuple[str, ...]
    product: tuple[str, ...]
    place: tuple[str, ...]
    day: tuple[str, ...]
    hello: str
    goodbye: str


def words(text: str) -> tuple[str, ...]:
    """A list written with commas between its values."""
    return tuple(part.strip() for part in text.split(","))


def lines(text: str) -> tuple[str, ...]:
    """A list written one value a line."""
    return tuple(line.strip() for line in text.strip().splitlines())


DRAFT = """Hi Martha,

Unfortunately, we can't change the delivery date of your bookshelf. You should have read the confirmation
e-mail before you paid. It's our policy that changes are only possible within an hour, and you forgot to
tell us the floor. The warehouse messed up the second parcel as well, but that is only a small delay. You need to call
our hotline to find out where it is. Someone will get back to you as soon as possible, I guarantee it. We apologise for
any inconvenience this may have caused. Your call is important to us.

Kind regards, Owen
"""
"""An English draft of 100 words with findings: what an agent pastes into the check."""

ENGLISH = Language(
    harmless=lines("""
        Thanks for the photo of the {product}, {name}, it shows exactly what happened.
        I have just refunded {amount} euros to the card you paid with.
        Your parcel {code} left {place} this morning and reaches you on {day}.
        The new {product} is packed and will be with the courier by {time}.
        I am sorry that the {product} arrived with a scratch, {name}.
        {clause}, I moved your appointment to {day} at {time}.
        Your invoice {number} is attached as a PDF.
        The {product} has a two-year guarantee, so the repair is free of charge for you.
        You can switch between the two plans whenever you like.
        Would {day} at {time} suit you for the delivery?
        I have added the gate code {number} to the order for the driver.
        {clause}, I found the booking under the number {code}.
        Press and hold the round button for {number} seconds until the light turns green.
        That was our mistake, and I have corrected the price to {amount} euros.
        My colleague {name} in {place} has all the details, so there is nothing to repeat.
        I will write to you again on {day} before {time} and tell you how it went.
        The {product} comes in three colours: grey, blue and sand.
        Great to hear that the {product} works again!
        Both keys are in the small bag inside the lid of the {product}.
        {clause}, the amount of {amount} euros shows on the statement for {day}.
        How did the {product} do after the update, {name}?
        Your seats in row {number} stay reserved until {day} evening.
    """),
    faulty=lines("""
        Unfortunately, we can't send the {product} before {day}.
        You forgot to attach the receipt for order {number}.
        You should have read the instructions for the {product} first.
        It's our policy that we don't refund more than {amount} euros.
        Please visit our website to find the answer, {name}.
        You must send us the form {code} by {day}.
        Our warehouse in {place} messed up the order again.
        Calm down, {name}, it's only a small delay.
        I guarantee that the {product} will never fail again.
        Someone will get back to you as soon as possible.
        We apologise for any inconvenience caused on {day}.
        Your RMA {code} was escalated to L2 per our SLA.
        {clause}, I don't know when the {product} will be in stock.
        As I already told you, the parcel {code} was delivered.
        Are you sure you plugged in the {product}?
        That's not my department, you need to call the office in {place}.
        Please do not hesitate to contact us about order {number}.
        Nobody else has complained about the {product}.
        The system won't let me change the date to {day}.
        {clause}, you will have to wait until {day}.
        Your call is important to us, {name}.
        Due to high ticket volume we could not answer before {time}.
    """),
    clause=lines("""
        While you were writing
        After a look at the order
        As you asked on the phone
        With the serial number from your photo
        Since the courier was early today
        Before the shop in town closes
        Thanks to your quick reply
        Going through the messages of last week
        Together with the team in the workshop
        As of this morning
        Right after your call
        Because the old one is sold out
    """),
    name=words("""
        Martha, Owen, Priya, Callum, Ines, Desmond, Freya, Kofi, Lorna, Rafael, Sunita, Gareth, Aoife, Bram, Celia,
        Dara, Edith, Farid, Greta, Hamish, Ioana, Jorge, Kirsty, Leopold, Mairi, Nadia, Otis, Paloma, Quentin, Rosalind
    """),
    product=words("""
        bookshelf, kettle, rain jacket, desk lamp, coffee grinder, router, tent, garden hose, baby monitor,
        bicycle pump, hair dryer, suitcase, cordless drill, air fryer, yoga mat, printer, rucksack, dish rack,
        picture frame, door bell, headset, wall clock, sleeping bag, food mixer, blood pressure meter, sewing machine,
        toaster, night light, tripod, water filter
    """),
    place=words("""
        Leeds, Cardiff, Galway, Dundee, Norwich, Swansea, Exeter, Perth, Derry, Lincoln, Boston, Dayton, Halifax, Cork,
        York, Portland, Bristol, Aberdeen, Wellington, Madison
    """),
    day=words("""
        Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, 3 June, 14 August, 22 March, 9 November, 30 January,
        the first of May
    """),
    hello="Hello {{customer.first_name}},",
    goodbye="Kind regards, {{agent.name}}",
)

GERMAN = Language(
    harmless=lines("""
        Danke für das Foto, {name}, darauf ist der Schaden gut zu sehen.
        Ich habe Ihnen soeben {amount} Euro auf Ihre Karte erstattet.
        Ihr Paket {code} hat {place} heute früh verlassen und ist am {day} bei Ihnen.
        Die neue Lieferung ({product}) ist gepackt und geht bis {time} Uhr an den Boten.
        Es tut mir leid, dass Ihre Bestellung ({product}) mit einem Kratzer angekommen ist.
        {clause} habe ich Ihren Termin auf {day}, {time} Uhr gelegt.
        Ihre Rechnung {number} liegt als PDF bei.
        Auf Ihren Kauf ({product}) haben Sie zwei Jahre Garantie, die Reparatur kostet Sie nichts.
        Sie können jederzeit zwischen beiden Tarifen wechseln.
        Passt Ihnen {day} um {time} Uhr für die Lieferung?
        Den Türcode {number} habe ich für den Fahrer notiert.
        {clause} habe ich die Buchung {code} gefunden.
        Halten Sie die runde Taste {number} Sekunden gedrückt, bis das Licht grün wird.
        Das war unser Fehler, ich habe den Preis auf {amount} Euro berichtigt.
        {name} in {place} kennt alle Einzelheiten, Sie fangen also nicht von vorn an.
        Ich schreibe Ihnen am {day} vor {time} Uhr, wie es ausgegangen ist.
        Es gibt drei Farben: Grau, Blau und Sand.
        Schön, dass nach dem Update alles wieder läuft!
        Beide Schlüssel liegen in der kleinen Tüte im Deckel.
        {clause} steht der Betrag von {amount} Euro auf dem Auszug vom {day}.
        Wie läuft es seit gestern mit dem neuen Gerät, {name}?
        Ihre Plätze in Reihe {number} bleiben bis {day} reserviert.
    """),
    faulty=lines("""
        Leider können wir Ihre Bestellung ({product}) vor {day} nicht liefern.
        Sie haben vergessen, den Beleg zur Bestellung {number} beizulegen.
        Sie hätten die Anleitung vorher lesen müssen.
        Das ist bei uns grundsätzlich so geregelt, mehr als {amount} Euro erstatten wir nicht.
        Die Antwort finden Sie auf unserer Website, {name}.
        Sie müssen uns das Formular {code} bis {day} zusenden.
        Unser Lager in {place} hat die Bestellung schon wieder vertauscht.
        Jetzt beruhigen Sie sich erst einmal, {name}, es ist doch nur eine kleine Verzögerung.
        Ich garantiere Ihnen, dass das nie wieder vorkommt.
        Es wird sich so schnell wie möglich jemand bei Ihnen melden.
        Wir bitten die entstandenen Unannehmlichkeiten vom {day} zu entschuldigen.
        Ihr Ticket {code} wurde gemäß SLA an den Second Level eskaliert.
        {clause} weiß ich nicht, wann die Ware ({product}) wieder lieferbar ist.
        Wie ich Ihnen bereits gesagt habe, wurde das Paket {code} zugestellt.
        Sind Sie sicher, dass Sie den Stecker eingesteckt haben?
        Dafür bin ich nicht zuständig, rufen Sie bitte in {place} an.
        Bei Rückfragen zur Bestellung {number} stehen wir Ihnen gerne zur Verfügung.
        Bisher hat sich noch niemand darüber beschwert.
        Das System lässt eine Änderung auf {day} nicht zu.
        {clause} müssen Sie leider bis {day} warten.
        Wir bitten um Ihr Verständnis, {name}.
        Aufgrund der hohen Anzahl an Anfragen kam die Antwort erst um {time} Uhr.
    """),
    clause=lines("""
        Nach einem Blick in die Bestellung
        Wie am Telefon besprochen
        Mit der Seriennummer von Ihrem Foto
        Während Sie geschrieben haben
        Dank Ihrer schnellen Antwort
        Gemeinsam mit der Werkstatt
        Seit heute früh
        Direkt nach Ihrem Anruf
        Bei der Durchsicht der letzten Nachrichten
        Noch vor Ladenschluss
        Wegen des frühen Boten
        Auf Ihren Wunsch hin
    """),
    name=words("""
        Frau Lindner, Herr Okafor, Frau Brückner, Herr Zeller, Frau Aydın, Herr Möllmann, Frau Strobl, Herr Nägeli,
        Frau Petrović, Herr Wittig, Frau Kranz, Herr Sailer, Frau Huber, Herr Tönnies, Frau Völker, Herr Gashi,
        Frau Reinke, Herr Lübbers, Frau Ott, Herr Yıldız, Frau Baur, Herr Schütte, Frau Mertens, Herr Jahnke
    """),
    product=words("""
        Bücherregal, Wasserkocher, Regenjacke, Schreibtischlampe, Kaffeemühle, Router, Zelt, Gartenschlauch, Babyfon,
        Luftpumpe, Föhn, Koffer, Akkuschrauber, Heißluftfritteuse, Yogamatte, Drucker, Rucksack, Abtropfgestell,
        Bilderrahmen, Türklingel, Kopfhörer, Wanduhr, Schlafsack, Küchenmaschine, Blutdruckmesser, Nähmaschine, Toaster,
        Nachtlicht, Stativ, Wasserfilter
    """),
    place=words("""
        Kassel, Linz, Winterthur, Görlitz, Husum, Villach, Thun, Passau, Erfurt, Münster, Graz, Chur, Bremen, Jena, Ulm,
        Köln, Rostock, Wels, Zug, Trier
    """),
    day=words("""
        Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, 3. Juni, 14. August, 22. März, 9. November,
        30. Jänner, 1. Mai
    """),
    hello="Guten Tag {{customer.name}},",
    goodbye="Freundliche Grüße, {{agent.name}}",
)

RUSSIAN = Language(
    harmless=lines("""
        Спасибо за фотографию, {name}, на ней всё хорошо видно.
        Сейчас вернула вам {amount} рублей на карту, с которой прошла оплата.
        Посылка {code} уехала из пункта {place} сегодня утром и будет у вас {day}.
        Новый заказ ({product}) собран, курьер заберёт его до {time}.
        Простите, что заказ ({product}) приехал с царапиной.
        {clause} я перенесла вашу запись: {day}, {time}.
        Счёт {number} приложила к письму в формате PDF.
        На покупку ({product}) действует гарантия два года, ремонт для вас бесплатный.
        Вы можете менять тариф в любой момент.
        Вам удобно принять доставку {day} в {time}?
        Код домофона {number} записала для курьера.
        {clause} я нашла бронь {code}.
        Удерживайте круглую кнопку {number} секунд, пока не загорится зелёный огонёк.
        Это наша ошибка, я уже исправила цену на {amount} рублей.
        {name} из отделения {place} знает все подробности, повторять ничего не придётся.
        Напишу вам {day} до {time} и расскажу, чем всё закончилось.
        Есть три цвета: серый, синий и песочный.
        Рада, что после обновления всё снова работает!
        Оба ключа лежат в маленьком пакете под крышкой.
        {clause} сумма {amount} рублей уже видна в выписке, проверила её {day}.
        Как работает прибор после настройки, {name}?
        Места в ряду {number} остаются за вами, ждём вас {day}.
    """),
    faulty=lines("""
        К сожалению, мы не можем доставить заказ ({product}) {day}.
        Вы забыли приложить чек к заказу {number}.
        Вам следовало сначала прочитать инструкцию.
        Таковы правила компании, больше {amount} рублей мы не возвращаем.
        Ответ вы найдёте на нашем сайте, {name}.
        Вы должны отправить нам форму {code} до {time}, {day}.
        Наш склад ({place}) опять перепутал заказ.
        Успокойтесь, {name}, это всего лишь небольшая задержка.
        Гарантирую, что такое больше никогда не повторится.
        С вами свяжутся в ближайшее время.
        Приносим извинения за доставленные неудобства, {day} было много заказов.
        Ваш тикет {code} эскалирован на вторую линию согласно SLA.
        {clause} я не знаю, когда товар ({product}) появится в наличии.
        Как я уже говорила, посылка {code} доставлена.
        Вы уверены, что включили прибор в розетку?
        Это не наш отдел, звоните в офис ({place}).
        Если у вас возникнут вопросы по заказу {number}, обращайтесь, мы всегда рады помочь.
        Больше никто не жаловался на это.
        Система не позволяет изменить дату, заказ приедет {day}.
        {clause} вам придётся ждать, {day} станет понятнее.
        Ваш звонок очень важен для нас, {name}.
        В связи с большим количеством обращений ответили только в {time}.
    """),
    clause=lines("""
        Посмотрев на заказ,
        Как договорились по телефону,
        По серийному номеру с фотографии
        Пока вы писали,
        Благодаря вашему быстрому ответу
        Вместе с мастерской
        Сегодня утром
        Сразу после вашего звонка
        Прочитав прошлые сообщения,
        Ещё до закрытия магазина
        По вашей просьбе
        Пока курьер ехал,
    """),
    name=words("""
        Марина, Олег, Гульнара, Степан, Ирина Павловна, Тимур, Зоя, Артём, Лариса, Рустам, Ева, Глеб, Антонина, Давид,
        Полина, Фёдор, Нина Сергеевна, Матвей, Алсу, Кирилл, Вера, Пётр Ильич, Юлия, Назар
    """),
    product=words("""
        стеллаж, чайник, дождевик, настольная лампа, кофемолка, роутер, палатка, садовый шланг, радионяня, насос, фен,
        чемодан, шуруповёрт, аэрогриль, коврик для йоги, принтер, рюкзак, сушилка, рамка для фото, дверной звонок,
        наушники, настенные часы, спальный мешок, миксер, тонометр, швейная машина, тостер, ночник, штатив,
        фильтр для воды
    """),
    place=words("""
        Тверь, Казань, Пермь, Тула, Омск, Рязань, Псков, Выборг, Самара, Ижевск, Томск, Вологда, Сызрань, Калуга, Уфа,
        Воронеж, Орёл, Мурманск, Елец, Чита
    """),
    day=words("""
        в понедельник, во вторник, в среду, в четверг, в пятницу, в субботу, 3 июня, 14 августа, 22 марта, 9 ноября,
        30 января, 1 мая
    """),
    hello="Здравствуйте, {{customer.name}}!",
    goodbye="С уважением, {{agent.name}}",
)

TURKISH = Language(
    harmless=lines("""
        Fotoğraf için teşekkürler {name}, sorun çok net görünüyor.
        Az önce kartınıza {amount} lira iade ettim.
        {code} numaralı paketiniz bu sabah yola çıktı, {day} elinizde olacak.
        Yeni siparişiniz ({product}) hazır, saat {time} gibi kuryeye veriyorum.
        Siparişinizin ({product}) çizik gelmesine üzüldüm, özür dilerim.
        {clause} randevunuzu {day} saat {time} olarak güncelledim.
        {number} numaralı faturanızı PDF olarak ekledim.
        Ürününüz ({product}) iki yıl garantili, onarım sizin için ücretsiz.
        İki tarife arasında dilediğiniz zaman geçiş yapabilirsiniz.
        Teslimat için {day} saat {time} size uyar mı?
        Kapı kodunu ({number}) kurye için not ettim.
        {clause} {code} numaralı rezervasyonu buldum.
        Yuvarlak düğmeye {number} saniye basılı tutun, ışık yeşile dönsün.
        Bu bizim hatamızdı, fiyatı {amount} lira olarak düzelttim.
        {place} mağazasından {name} bütün ayrıntıları biliyor, baştan anlatmanıza gerek yok.
        Size {day} saat {time} olmadan yazıp sonucu anlatacağım.
        Üç renk var: gri, mavi ve kum rengi.
        Güncellemeden sonra her şeyin çalıştığına sevindim!
        İki anahtar da kapağın içindeki küçük poşette.
        {clause} {amount} liralık tutar {day} tarihli ekstrede görünüyor.
        Cihaz dünden beri nasıl çalışıyor {name}?
        {number}. sıradaki yerleriniz {day} akşamına kadar sizin adınıza ayrıldı.
    """),
    faulty=lines("""
        Maalesef siparişinizi ({product}) {day} gününden önce gönderemiyoruz.
        {number} numaralı siparişin fişini eklemeyi unutmuşsunuz.
        Önce kullanım kılavuzunu okumalıydınız.
        Şirket politikamız gereği {amount} liradan fazlasını iade edemiyoruz.
        Cevabı internet sitemizde bulabilirsiniz {name}.
        {code} numaralı formu {day} gününe kadar göndermeniz gerekiyor.
        {place} depomuz siparişi yine karıştırmış.
        Sakin olun {name}, sadece küçük bir gecikme.
        Bir daha asla yaşanmayacağını garanti ediyorum.
        En kısa sürede size dönüş yapılacaktır.
        {day} yaşanan aksaklık için anlayışınıza teşekkür ederiz.
        {code} numaralı kaydınız SLA kapsamında ikinci seviyeye eskale edildi.
        {clause} ürünün ({product}) ne zaman geleceğini bilmiyorum.
        Daha önce de söylediğim gibi {code} numaralı paket teslim edildi.
        Cihazın fişini taktığınıza emin misiniz?
        Bu bizim bölümümüzün işi değil, {place} ofisini aramanız lazım.
        {number} numaralı siparişle ilgili bizimle iletişime geçmekten çekinmeyin.
        Şimdiye kadar kimse şikâyet etmedi.
        Sistem tarihi {day} olarak değiştirmemize izin vermiyor.
        {clause} {day} gününe kadar beklemek zorundasınız.
        Görüşleriniz bizim için çok değerli {name}.
        Yoğunluk nedeniyle ancak saat {time} gibi cevap verebildik.
    """),
    clause=lines("""
        Siparişe baktıktan sonra
        Telefonda konuştuğumuz gibi
        Fotoğraftaki seri numarasıyla
        Siz yazarken
        Hızlı cevabınız sayesinde
        Servisteki arkadaşlarla birlikte
        Bu sabah itibarıyla
        Aramanızdan hemen sonra
        Geçen haftaki mesajları okuyunca
        Mağaza kapanmadan
        İsteğiniz üzerine
        Kurye erken geldiği için
    """),
    name=words("""
        Elif Hanım, Deniz Bey, Şule Hanım, İlker Bey, Çiğdem Hanım, Işık Bey, Gönül Hanım, Barış Bey, Zehra Hanım,
        Ümit Bey, Nazlı Hanım, Kerem Bey, Özge Hanım, Tuncay Bey, Ayten Hanım, Rıza Bey, Selin Hanım, Yiğit Bey,
        Füsun Hanım, Cem Bey, İpek Hanım, Oğuz Bey
    """),
    product=words("""
        kitaplık, su ısıtıcısı, yağmurluk, masa lambası, kahve değirmeni, modem, çadır, bahçe hortumu, bebek telsizi,
        bisiklet pompası, saç kurutma makinesi, bavul, şarjlı matkap, fritöz, yoga matı, yazıcı, sırt çantası,
        bulaşıklık, resim çerçevesi, kapı zili, kulaklık, duvar saati, uyku tulumu, mikser, tansiyon aleti,
        dikiş makinesi, tost makinesi, gece lambası, üçayak, su filtresi
    """),
    place=words("""
        Bursa, İzmir, Çorum, Muğla, Sivas, Kayseri, Ordu, Ağrı, Edirne, Uşak, Mersin, Iğdır, Rize, Düzce, Şırnak, Tokat,
        Konya, Van, Niğde, Kars
    """),
    day=words("""
        pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, 3 Haziran, 14 Ağustos, 22 Mart, 9 Kasım, 30 Ocak, 1 Mayıs
    """),
    hello="Merhaba {{customer.name}},",
    goodbye="Sevgiler, {{agent.name}}",
)

LANGUAGES = {"en": ENGLISH, "de": GERMAN, "ru": RUSSIAN, "tr": TURKISH}
