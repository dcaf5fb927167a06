"""What customers show by the conversation around a turn, and by how it is said. (What shows nothing: test_mood_silent.py.)"""

from __future__ import annotations

import pytest

from coach.engine import Coach
from coach.model import LANGUAGES
from coach.review.record import Event
from coach.review.threads.mood import REPEATS, THANKS, UPSET, moods

from .mood_talks import Talk, heard, shown


@pytest.fixture(scope="module")
def coach() -> Coach:
    return Coach()


SHOWN: dict[str, dict[Talk, str]] = {
    "en": {
        ("my sofa came", "A: Great!", "IT IS THE WRONG COLOUR AGAIN AND YOUR MEN LEFT"): "upset",
        ("hello", "A: Hi", "WHY IS NOBODY ANSWERING ME"): "upset",
        ("the door is stuck", "A: We have sent a locksmith.", "Forty minutes. No locksmith, no call."): "upset",
        ("where is the cab", "A: It will be there by 18:10.", "18:55. Nobody here."): "upset",
        ("The boiler is out.", "A: What is the model?", "Do any of you lot talk to each other?"): "upset",
        ("Bravo. The replacement doesn't turn on either.",): "upset",
        ("there's water coming through the ceiling!! nobody picks up!!",): "upset",
        ("The app logged me out.", "A: Try again.", "it's not working!!! i have an exam in ten minutes"): "upset",
        ("My account is empty and I can't stop trembling.",): "upset",
        ("I'm terrified, somebody is in my account",): "upset",
        ("my bag is lost", "A: which flight?", "you can't even tell me which city it is in"): "upset",
        ("Three hours and not a word from the plumber.",): "upset",
        ("I would have expected better from a hotel of your class.",): "upset",
        ("We find your reply frankly insulting.",): "upset",
        ("Is anybody even reading this chat?",): "upset",
        (
            "My fridge came dented, I'm fuming.",
            "A: We can repair it in three weeks.",
            "No. Just cancel it and give me my money back.",
        ): "patience-lost",
        (
            "The hotel lost our booking, this is a disgrace",
            "A: Let me see.",
            "Forget it, we'll book somewhere else.",
        ): "patience-lost",
        ("still no internet", "A: Sorry", "I'm moving to another provider tomorrow."): "patience-lost",
        ("no refund after 6 weeks", "A: It takes time", "You can stick your voucher."): "patience-lost",
        ("hello?", "A: hi", "I'm done talking to bots, get me your supervisor"): "patience-lost",
        (
            "ticket 88",
            "A: Which station?",
            "I put the station in the form, in the mail and in my first line. Does anyone there ever look?",
        ): "upset",
        ("The nurse never came and mum is alone on the floor, please, please hurry",): "upset",
        (
            "Card stolen",
            "A: Please hold",
            "Half an hour. Still nothing. They are emptying my account while you play music.",
        ): "upset",
        ("so the painter painted the WRONG HOUSE. how does that even happen",): "upset",
        ("I have to say I find your tone rather offensive.",): "upset",
        ("it's my daughters birthday and theres no cake and NOBODY PICKS UP THE PHONE",): "upset",
        ("Are you kidding me? You sent the same broken one.",): "upset",
        ("This is now my sixth email about one lightbulb.",): "upset",
        ("locked out", "A: one moment please", "A moment?! I've been standing in the rain since five"): "upset",
        ("We paid for a sea view and got a car park, what an absolute joke",): "upset",
        (
            "no water since monday, I'm at my wits' end",
            "A: Engineer on Friday.",
            "Friday! Don't bother. I've called the ombudsman.",
        ): "patience-lost",
        (
            "parcel lost again, fuming",
            "A: we can resend in a week",
            "No thanks, refund me and close my account.",
        ): "patience-lost",
        (
            "wrong meal, my son is allergic, this is appalling",
            "A: We can offer a dessert.",
            "A dessert. I'm taking this to the press.",
        ): "patience-lost",
        ("I'm sorry but your receptionist laughed at my accent. I have never felt so small.",): "upset",
        ("The heating engineer left us with no heat and a newborn. I'm at the end of my rope.",): "upset",
        ("Honestly, what do I pay you for?",): "upset",
        ("Why do I even bother writing to you",): "upset",
        ("Oh great. Another apology and still no bike.",): "upset",
        ("gate code?", "A: Which gate?", "THE ONE I WROTE TWO MINUTES AGO"): "upset",
        (
            "Suite has cockroaches, this is vile",
            "A: We can offer a voucher.",
            "Keep the voucher. We are checking out and disputing the charge.",
        ): "patience-lost",
        (
            "third broken kettle, I've had it with you lot",
            "A: We can send a fourth",
            "Absolutely not. Refund. Now.",
        ): "patience-lost",
        ("You will be hearing from consumer protection.",): "patience-lost",
        ("Put me through to whoever runs this place.",): "patience-lost",
        ("That's it, I'm taking my account to another bank.",): "patience-lost",
    },
    "de": {
        ("Sofa ist da", "A: Schön!", "SCHON WIEDER DIE FALSCHE FARBE UND IHR FAHRER IST WEG"): "upset",
        ("hallo", "A: Hallo", "WARUM ANTWORTET MIR KEINER"): "upset",
        (
            "Die Tür klemmt",
            "A: Der Schlüsseldienst ist unterwegs.",
            "Vierzig Minuten. Kein Schlüsseldienst, kein Anruf.",
        ): "upset",
        ("wo bleibt das Taxi", "A: Es ist um 18:10 da.", "18:55 Uhr. Niemand hier."): "upset",
        ("Die Heizung ist kalt.", "A: Welches Modell?", "Redet bei euch eigentlich keiner miteinander?"): "upset",
        ("Bravo. Das Ersatzgerät geht auch nicht an.",): "upset",
        ("hier läuft Wasser durch die Decke und keiner geht ran!!",): "upset",
        (
            "Die App wirft mich raus.",
            "A: Versuchen Sie es noch einmal.",
            "es geht nicht!!! ich hab in zehn minuten prüfung",
        ): "upset",
        ("Mein Konto ist leer, ich zittere am ganzen Körper.",): "upset",
        ("ich hab richtig panik, jemand ist in meinem konto",): "upset",
        ("koffer ist weg", "A: Welcher Flug?", "Sie können mir nicht einmal sagen, in welcher Stadt er ist"): "upset",
        ("Seit drei Stunden keine Antwort vom Installateur.",): "upset",
        ("Von einem Haus Ihrer Klasse hätte ich mehr erwartet.",): "upset",
        ("Liest das hier überhaupt jemand?",): "upset",
        (
            "Der Kühlschrank hat eine Delle, ich bin stinksauer.",
            "A: Wir reparieren ihn in drei Wochen.",
            "Nein. Stornieren Sie das und ich will mein Geld zurück.",
        ): "patience-lost",
        (
            "Das Hotel hat unsere Buchung verloren, eine Frechheit",
            "A: Ich schaue.",
            "Vergessen Sie's, wir gehen woanders hin.",
        ): "patience-lost",
        ("immer noch kein Netz", "A: Das tut uns leid", "Ich wechsle morgen zu einem anderen Anbieter."): "patience-lost",
        ("hallo?", "A: hallo", "mit euch rede ich nicht mehr, holt euren chef"): "patience-lost",
        (
            "Wo bleibt mein Schrank? Ich bin echt wütend.",
            "A: Er kommt im Mai.",
            "Dann kündige ich den Montageauftrag, fertig.",
        ): "patience-lost",
        (
            "Ticket 88",
            "A: Welcher Bahnhof?",
            "Der Bahnhof steht im Formular, in der Mail und hier ganz oben. Schaut da eigentlich mal jemand rein?",
        ): "upset",
        ("Die Pflegerin kam nicht und Mutter liegt am Boden, bitte, bitte schnell",): "upset",
        (
            "Karte geklaut",
            "A: Bitte warten",
            "Eine halbe Stunde. Immer noch nichts. Die räumen mein Konto leer, während Sie Musik spielen.",
        ): "upset",
        ("der maler hat das FALSCHE HAUS gestrichen. wie geht sowas",): "upset",
        ("Ich finde Ihren Ton, offen gesagt, unverschämt.",): "upset",
        ("meine tochter hat geburtstag, keine torte da und NIEMAND GEHT ANS TELEFON",): "upset",
        ("Wollen Sie mich veräppeln? Das ist dasselbe kaputte Teil.",): "upset",
        ("Das ist jetzt meine sechste Mail wegen einer Glühbirne.",): "upset",
        ("ausgesperrt", "A: einen Moment bitte", "Einen Moment?! Ich steh seit fünf im Regen und keiner kommt"): "upset",
        (
            "seit Montag kein Wasser, ich bin mit den Nerven am Ende",
            "A: Freitag kommt einer.",
            "Freitag! Sparen Sie sich das. Ich rufe jetzt einen anderen.",
        ): "patience-lost",
        (
            "Paket schon wieder weg, ich koche",
            "A: wir schicken neu in einer Woche",
            "Nein. Geld zurück und mein Konto löschen, sofort, ich bin stinksauer.",
        ): "patience-lost",
        (
            "falsches Essen, mein Sohn ist allergisch, ungeheuerlich",
            "A: Wir bieten ein Dessert.",
            "Ein Dessert. Damit gehe ich an die Presse.",
        ): "patience-lost",
        ("Ihre Empfangsdame hat über meinen Akzent gelacht. So klein hab ich mich noch nie gefühlt.",): "upset",
        ("Der Monteur hat uns ohne Heizung mit Baby sitzen lassen, ich kann nicht mehr.",): "upset",
        ("Ehrlich, wofür bezahle ich euch eigentlich?",): "upset",
        ("Warum schreibe ich Ihnen überhaupt noch",): "upset",
        ("Na super. Noch eine Entschuldigung und immer noch kein Rad.",): "upset",
        ("torcode?", "A: Welches Tor?", "DAS ICH VOR ZWEI MINUTEN GESCHRIEBEN HABE"): "upset",
        (
            "Kakerlaken im Zimmer, widerlich, ich bin entsetzt",
            "A: Wir bieten einen Gutschein.",
            "Behalten Sie Ihren Gutschein. Wir reisen ab und holen uns das Geld über die Bank zurück.",
        ): "patience-lost",
        (
            "dritter kaputter wasserkocher, mir reicht's",
            "A: Wir schicken einen vierten",
            "Sicher nicht. Geld zurück. Sofort.",
        ): "patience-lost",
        ("Sie hören von meiner Rechtsschutzversicherung.",): "patience-lost",
        ("Das war's, mein Konto zieht zu einer anderen Bank um.",): "patience-lost",
    },
    "ru": {
        ("диван приехал", "A: Отлично!", "ОПЯТЬ НЕ ТОТ ЦВЕТ И ВАШ ВОДИТЕЛЬ УЕХАЛ"): "upset",
        ("алло", "A: Здравствуйте", "ПОЧЕМУ МНЕ НИКТО НЕ ОТВЕЧАЕТ"): "upset",
        ("дверь заклинило", "A: Мастер выехал.", "Сорок минут. Ни мастера, ни звонка."): "upset",
        ("где такси", "A: Будет к 18:10.", "18:55. Никого."): "upset",
        ("Котёл не греет.", "A: Какая модель?", "Вы там вообще друг друга слышите?"): "upset",
        ("Браво. Новый тоже не включается.",): "upset",
        ("с потолка течёт и никто не берёт трубку!!",): "upset",
        ("Приложение выкидывает.", "A: Попробуйте ещё раз.", "не работает!!! у меня экзамен через десять минут"): "upset",
        ("На счёте пусто, меня всю трясёт.",): "upset",
        ("чемодан пропал", "A: Какой рейс?", "вы даже не можете сказать, в каком он городе"): "upset",
        ("Три часа, и ни слова от сантехника.",): "upset",
        ("От отеля такого уровня мы ожидали большего.",): "upset",
        ("Кто-нибудь вообще читает этот чат?",): "upset",
        (
            "Холодильник с вмятиной, я в бешенстве.",
            "A: Починим за три недели.",
            "Нет. Отменяйте, верните деньги.",
        ): "patience-lost",
        ("Отель потерял бронь, безобразие", "A: Смотрю.", "Всё, закажем в другом месте, у других."): "patience-lost",
        ("интернета всё нет", "A: Ждите", "Завтра перехожу к другому провайдеру."): "patience-lost",
        ("алло?", "A: да", "разговаривать с вами не о чем, позовите старшего"): "patience-lost",
        (
            "тикет 88",
            "A: Какой вокзал?",
            "Вокзал указан в форме, в письме и в первой строке. Туда хоть кто-нибудь заглядывает?",
        ): "upset",
        ("Сиделка не пришла, мама лежит на полу, умоляю, скорее",): "upset",
        ("карту украли", "A: Ожидайте", "Полчаса. Ничего. Они снимают мои деньги, пока вы музыку крутите."): "upset",
        ("маляр покрасил НЕ ТОТ ДОМ. как так можно",): "upset",
        ("Ваш тон, честно говоря, меня оскорбляет.",): "upset",
        ("у дочки день рождения, торта нет и НИКТО НЕ БЕРЕТ ТРУБКУ",): "upset",
        ("Вы смеётесь? Прислали ту же сломанную деталь.",): "upset",
        ("Это уже шестое моё письмо из-за одной лампочки.",): "upset",
        ("дверь захлопнулась", "A: одну минуту", "Минуту?! Я с пяти часов под дождём, и никто не едет"): "upset",
        (
            "с понедельника нет воды, нервы на пределе",
            "A: Мастер в пятницу.",
            "Пятница! Не надо. Звоню в прокуратуру.",
        ): "patience-lost",
        (
            "посылка опять пропала, я в ярости",
            "A: отправим через неделю",
            "Нет. Верните деньги и закройте мой кабинет.",
        ): "patience-lost",
        (
            "не то блюдо, у сына аллергия, безобразие",
            "A: Предлагаем десерт.",
            "Десерт. Иду с этим к журналистам.",
        ): "patience-lost",
        ("Ваша администратор посмеялась над моим акцентом. Никогда меня так не унижали.",): "upset",
        ("Мастер оставил нас без отопления с младенцем, я больше не могу.",): "upset",
        ("За что я вам вообще плачу?",): "upset",
        ("Зачем я вам вообще пишу",): "upset",
        ("Ну супер. Опять извинения, а велосипеда нет.",): "upset",
        ("код ворот?", "A: Каких ворот?", "ТЕХ О КОТОРЫХ Я ПИСАЛА ДВЕ МИНУТЫ НАЗАД"): "upset",
        (
            "Тараканы в номере, мерзость, я в ужасе",
            "A: Предлагаем ваучер.",
            "Оставьте ваучер себе. Мы съезжаем и оспариваем платёж.",
        ): "patience-lost",
        ("третий сломанный чайник, надоели", "A: Вышлем четвёртый", "Ни за что. Деньги назад. Сейчас же."): "patience-lost",
        ("Ждите проверку из Роспотребнадзора.",): "patience-lost",
        ("Дайте того, кто у вас там главный.",): "patience-lost",
        ("Всё, перевожу счёт в другой банк.",): "patience-lost",
    },
    "tr": {
        ("koltuk geldi", "A: Harika!", "YİNE YANLIŞ RENK VE ŞOFÖRÜNÜZ GİTTİ"): "upset",
        ("alo", "A: Merhaba", "NEDEN KİMSE CEVAP VERMİYOR"): "upset",
        ("kapı sıkıştı", "A: Çilingir yolda.", "Kırk dakika. Ne çilingir var ne arayan, kimse yok."): "upset",
        ("taksi nerede", "A: 18:10'da orada.", "18:55. Kimse gelmedi."): "upset",
        ("Kombi çalışmıyor.", "A: Modeli nedir?", "Siz hiç birbirinizi dinliyor musunuz?"): "upset",
        ("Bravo. Yenisi de çalışmıyor.",): "upset",
        ("tavandan su akıyor kimse açmıyor!!",): "upset",
        ("Uygulama atıyor.", "A: Tekrar deneyin.", "olmuyor!!! on dakika sonra sınavım var"): "upset",
        ("Hesabım boş, ellerim titriyor.",): "upset",
        ("bavulum kayıp", "A: Hangi uçuş?", "hangi şehirde olduğunu bile söyleyemiyorsunuz"): "upset",
        ("Üç saattir ne arayan var ne soran, kimse yok.",): "upset",
        ("Sizin gibi bir otelden daha iyisini beklerdim.",): "upset",
        ("Bu mesajları okuyan var mı gerçekten, hiç okuyan var mı?",): "upset",
        (
            "Buzdolabı ezik geldi, çok sinirliyim.",
            "A: Üç haftada onarırız.",
            "Hayır. İptal edin, paramı geri verin.",
        ): "patience-lost",
        ("Otel rezervasyonumuzu kaybetmiş, rezalet", "A: Bakıyorum.", "Zahmet etmeyin, başka otelle anlaştık."): "patience-lost",
        ("internet hâlâ yok", "A: Bekleyin", "Yarın başka operatöre geçiyorum."): "patience-lost",
        ("alo?", "A: buyurun", "sizinle konuşmam, müdürünüzü bağlayın"): "patience-lost",
        ("bilet 88", "A: Hangi gar?", "Gar formda da var, mailde de, ilk satırda da. Hiç açıp bakan oluyor mu oraya?"): "upset",
        ("Bakıcı gelmedi, annem yerde yatıyor, ne olur çabuk, yalvarırım",): "upset",
        (
            "kartım çalındı",
            "A: Lütfen bekleyin",
            "Yarım saat. Hâlâ bir şey yok. Siz müzik çalarken hesabımı boşaltıyorlar.",
        ): "upset",
        ("boyacı YANLIŞ EVİ BOYAMIŞ. böyle şey olur mu",): "upset",
        ("Üslubunuz açıkçası çok saygısız.",): "upset",
        ("kızımın doğum günü, pasta yok ve KİMSE TELEFONU AÇMIYOR",): "upset",
        ("Dalga mı geçiyorsunuz? Aynı bozuk parçayı yollamışsınız.",): "upset",
        ("Bir ampul için altıncı mailim bu.",): "upset",
        ("kapıda kaldım", "A: bir dakika lütfen", "Bir dakika mı?! Beşten beri yağmurdayım kimse gelmedi"): "upset",
        (
            "pazartesiden beri su yok, sinirlerim bozuldu",
            "A: Usta cuma gelecek.",
            "Cuma mı! Zahmet etmeyin, başka usta tuttum.",
        ): "patience-lost",
        (
            "paket yine kayıp, çıldıracağım",
            "A: bir haftaya yollarız",
            "Hayır. Paramı iade edin, hesabımı da kapatın.",
        ): "patience-lost",
        (
            "yanlış yemek, oğlum alerjik, rezalet",
            "A: Tatlı ikram edelim.",
            "Tatlı mı. Tüketici hakem heyetine gidiyorum.",
        ): "patience-lost",
        ("Resepsiyonunuz aksanımla alay etti. Hiç bu kadar küçük düşmemiştim.",): "upset",
        (
            "lenslerim nerede",
            "A: Pazartesi gelir.",
            "Pazartesi iki gün önceydi. Yarı kör araba kullanıyorum, kimse umursamıyor!!",
        ): "upset",
        ("Usta bizi bebekle kaloriferi bozuk bırakıp gitti, artık dayanamıyorum.",): "upset",
        ("Size ne için para veriyorum ben?",): "upset",
        ("Size niye yazıyorum ki hâlâ",): "upset",
        ("Aman ne güzel. Bir özür daha, bisiklet hâlâ yok.",): "upset",
        ("kapı kodu?", "A: Hangi kapı?", "İKİ DAKİKA ÖNCE SİZE YAZDIĞIM KAPI"): "upset",
        (
            "Odada hamam böceği var, iğrenç, rezalet",
            "A: Kupon verelim.",
            "Kuponunuz sizde kalsın. Otelden ayrılıyoruz, bankaya da itiraz ediyoruz.",
        ): "patience-lost",
        ("üçüncü bozuk ketıl, bıktım", "A: Dördüncüyü yollarız", "Asla. Paramı iade edin, hemen."): "patience-lost",
        ("Tüketici hakem heyetinden haber alırsınız.",): "patience-lost",
        ("Orada sözü geçen kimse onu bağlayın bana, müdürünüz kimse.",): "patience-lost",
        ("Tamam, hesabımı başka bankaya taşıyorum.",): "patience-lost",
    },
}
"""Talks, and what their last turn shows: shouting, marks, a bare time, disbelief, begging, mock praise, leaving."""


@pytest.mark.parametrize(("lang", "talk"), [(lang, talk) for lang in LANGUAGES for talk in SHOWN[lang]])
def test_what_the_last_turn_shows(coach: Coach, lang: str, talk: Talk) -> None:
    assert f"customer/{SHOWN[lang][talk]}" in shown(coach, lang, talk)


AGAIN: dict[str, tuple[Talk, Talk, Talk]] = {
    "en": (
        ("My order 5512 is missing.", "A: Your order number?", "5512"),
        ("Your driver was so rude to me. Order 5512.", "A: Your order number?", "5512"),
        ("My order 5512 is missing.", "A: Your order number?", "5512", "A: Ben here. Your order number?", "5512"),
    ),
    "de": (
        ("Meine Bestellung 5512 fehlt.", "A: Ihre Nummer?", "5512"),
        ("Ihr Fahrer war so pampig zu mir. Bestellung 5512.", "A: Ihre Nummer?", "5512"),
        ("Meine Bestellung 5512 fehlt.", "A: Ihre Nummer?", "5512", "A: Hier Ben. Ihre Nummer?", "5512"),
    ),
    "ru": (
        ("Заказ 5512 не пришёл.", "A: Номер заказа?", "5512"),
        ("Ваш курьер мне нахамил. Заказ 5512.", "A: Номер заказа?", "5512"),
        ("Заказ 5512 не пришёл.", "A: Номер заказа?", "5512", "A: Это Вера. Номер заказа?", "5512"),
    ),
    "tr": (
        ("5512 numaralı siparişim gelmedi.", "A: Sipariş numaranız?", "5512"),
        ("Kuryeniz bana çok kaba davrandı. Sipariş 5512.", "A: Sipariş numaranız?", "5512"),
        ("5512 numaralı siparişim gelmedi.", "A: Sipariş numaranız?", "5512", "A: Ben Ece. Sipariş numaranız?", "5512"),
    ),
}
"""Who gives a thing again for the first time, calm so far; who was upset before; who does so for a second time."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_having_to_say_it_again_wears_customers_out(coach: Coach, lang: str) -> None:
    calm, upset, twice = AGAIN[lang]
    assert shown(coach, lang, calm, (Event(REPEATS, 2),)) == {REPEATS}
    assert shown(coach, lang, upset, (Event(REPEATS, 2),)) == {REPEATS, UPSET}
    assert shown(coach, lang, twice, (Event(REPEATS, 2), Event(REPEATS, 4))) == {REPEATS, UPSET}


@pytest.mark.parametrize(
    ("lang", "sharp", "mild"),
    [
        ("en", "5512!!", "As I said, 5512"),
        ("de", "5512, steht doch SCHON da", "wie gesagt 5512"),
        ("ru", "5512!!", "как я уже писала, 5512"),
        ("tr", "5512!!", "dediğim gibi 5512"),
    ],
)
def test_it_is_said_again_sharply_or_in_passing(coach: Coach, lang: str, sharp: str, mild: str) -> None:
    calm, upset, _ = AGAIN[lang]
    assert UPSET in shown(coach, lang, (*calm[:2], sharp), (Event(REPEATS, 2, 0, 4),))
    assert UPSET not in shown(coach, lang, (*upset[:2], mild), (Event(REPEATS, 2, 0, len(mild)),))


def test_thanks_with_something_missing_are_no_thanks(coach: Coach) -> None:
    late = ("Where is the cab?", "A: It will be there by 18:10.", "18:55. No cab. Thank you very much.")
    assert shown(coach, "en", late) == {UPSET}
    assert shown(coach, "en", (*late[:2], "It is here, thank you very much.")) == {THANKS}


def test_a_word_that_somebody_always_writes_in_capitals_is_a_name(coach: Coach) -> None:
    talk = ("Our firm is NEVER LATE Ltd.", "A: What is it about?", "You have NEVER LATE in your list twice.")
    assert shown(coach, "en", talk) == set()


def test_a_customer_of_few_words_without_an_answer_shows_nothing(coach: Coach) -> None:
    assert moods(heard(coach, "en", ("?", "hello", "18:30. No later."))) == []
