"""What customers have to give a second time, told by the answer: what is a repetition, and beside it what only looks like one."""

from __future__ import annotations

import pytest

from coach.config import Config
from coach.engine import Coach

from .conversing import Lines, all_told, told

AGAIN, REPEATS, WRONG = "thread/asked-again", "customer/repeats", "thread/wrong-name"


@pytest.fixture(scope="module")
def coach() -> Coach:
    return Coach(Config(channel="chat", rewrites=False))


GIVEN: list[tuple[str, Lines]] = [
    # A number, in whatever words it is asked for.
    ("en", ("C: locker 70-4418 won't open", "Maya: Which locker is it?", "C: 70-4418, as if I hadn't just written it")),
    ("de", ("C: Mein Rad steht in Box KT-90.", "Uwe: Wo genau steht es denn?", "C: KT-90. Lesen Sie das gar nicht?")),
    ("ru", ("C: Стиралка LX-40 не сливает.", "Вера: Какая у вас модель?", "C: LX-40. Вы будто не видите.")),
    ("tr", ("C: DP-33 pompam su basmıyor.", "Ece: Cihazınızın modeli nedir?", "C: DP-33. Üstteki yazıya bakmadınız galiba.")),
    # An address, written with other capitals.
    ("en", ("C: It goes to ann@example.com.", "Maya: Where shall it go?", "C: I did say. Ann@example.com")),
    ("de", ("C: Bitte an ann@example.com.", "Uwe: Wohin soll die Rechnung gehen?", "C: Na, ann@example.com. Wie eben.")),
    ("ru", ("C: Почта ann@example.com.", "Вера: Кинь почту ещё разок?", "C: ann@example.com. Третий раз не буду.")),
    ("tr", ("C: Mailim ann@example.com.", "Ece: Nereye yollayalım?", "C: ann@example.com diye yazmıştım ya.")),
    # A date, written in another way.
    ("en", ("C: Born on 3 March 1988.", "Maya: Date of birth?", "C: I just told her, 3/3/88.")),
    ("de", ("C: Es war am 14. Mai 2025.", "Uwe: Und wann war das?", "C: 14.05.2025, hab ich doch eben gesagt.")),
    ("ru", ("C: Авария была 14 мая 2025.", "Вера: Уточните дату аварии.", "C: Я же указал: 14.05.2025.")),
    ("tr", ("C: Kaza 14 Mayıs 2025'te oldu.", "Ece: Ne zaman oldu kaza?", "C: 14.05.2025, yukarıda yazıyor.")),
    # What is counted, or a version, where the customer says that it was said.
    ("en", ("C: The cat weighs 5 kilos.", "Maya: How heavy is she?", "C: 5 kilos!! I just told you")),
    ("de", ("C: Der Hund wiegt 31 Kilo.", "Uwe: Wie schwer ist er?", "C: 31 Kilo, steht doch oben.")),
    ("ru", ("C: Кот весит 6 кило.", "Вера: Сколько он весит?", "C: 6 кило, я уже говорил.")),
    ("tr", ("C: Sürüm 8.4, açılmıyor.", "Ece: Hangi sürümü kullanıyorsunuz?", "C: 8.4!! ilk mesajımda vardı")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "lines"), GIVEN)
def test_the_answer_shows_that_it_was_given(coach: Coach, lang: str, lines: Lines) -> None:
    assert all_told(coach, lang, lines, AGAIN, REPEATS) == [(REPEATS, 2), (AGAIN, 1)]


PLAIN: list[tuple[str, Lines]] = [
    ("en", ("C: Order 99-1204 has not come.", "Maya: What's the order number?", "C: 99-1204")),
    ("de", ("C: Bestellung 99-1204 fehlt.", "Uwe: Wie lautet die Bestellnummer?", "C: 99-1204")),
    ("ru", ("C: Заказ 99-1204 не пришёл.", "Вера: Назовите номер заказа.", "C: 99-1204")),
    ("tr", ("C: 99-1204 numaralı sipariş gelmedi.", "Ece: Sipariş numaranız nedir?", "C: 99-1204")),
]


@pytest.mark.parametrize(("lang", "lines"), PLAIN)
def test_who_just_answers_complains_of_nothing(coach: Coach, lang: str, lines: Lines) -> None:
    assert all_told(coach, lang, lines, AGAIN, REPEATS) == [(AGAIN, 1)]


OTHERWISE: list[tuple[str, Lines]] = [
    # The agent names it, to be sure.
    ("en", ("C: Order 99-1204.", "Maya: 99-1204, is that right?", "C: 99-1204, yes.")),
    ("de", ("C: Bestellung 99-1204.", "Uwe: Also die 99-1204?", "C: 99-1204, genau.")),
    ("ru", ("C: Заказ 99-1204.", "Вера: Заказ 99-1204, верно?", "C: 99-1204, да.")),
    ("tr", ("C: Siparişim 99-1204.", "Ece: 99-1204, değil mi?", "C: 99-1204, evet.")),
    # It is to be confirmed, or was not found.
    ("en", ("C: Order 99-1204.", "Maya: Could you confirm the order number?", "C: 99-1204")),
    ("de", ("C: Bestellung 99-1204.", "Uwe: Ich finde nichts unter der Nummer. Wie lautet sie genau?", "C: 99-1204")),
    ("ru", ("C: Заказ 99-1204.", "Вера: По этому номеру ничего не найдено. Какой номер?", "C: 99-1204")),
    ("tr", ("C: Siparişim 99-1204.", "Ece: Bu numarayla kayıt bulamadım. Numara nedir?", "C: 99-1204")),
    # One of several.
    ("en", ("C: Orders 99-1204 and 99-1377.", "Maya: Which one is late?", "C: 99-1377")),
    ("de", ("C: Bestellungen 99-1204 und 99-1377.", "Uwe: Um welche geht es?", "C: 99-1377")),
    ("ru", ("C: Заказы 99-1204 и 99-1377.", "Вера: Какой из них не пришёл?", "C: 99-1377")),
    ("tr", ("C: 99-1204 ve 99-1377 siparişlerim.", "Ece: Hangisi gelmedi?", "C: 99-1377")),
    # Something else is asked for; the number only says what the talk is of.
    ("en", ("C: Order 99-1204 is late.", "Maya: What is your e-mail?", "C: For order 99-1204 it is ann@example.com")),
    ("de", ("C: Bestellung 99-1204 fehlt.", "Uwe: Ihre Telefonnummer, bitte?", "C: Bestellung 99-1204, Telefon 0151 2223344")),
    ("ru", ("C: Заказ 99-1204 опаздывает.", "Вера: Чем ещё помочь?", "C: Заказ 99-1204, поменяйте в нём адрес доставки.")),
    ("tr", ("C: 99-1204 gecikti.", "Ece: Başka bir isteğiniz var mı?", "C: 99-1204 için fatura da istiyorum.")),
    # A day may be wanted again for something else.
    ("en", ("C: Nobody came on 3 March.", "Maya: What day would suit you?", "C: 3 March next year, ha")),
    ("de", ("C: Am 3. März kam niemand.", "Uwe: Welcher Tag passt Ihnen?", "C: der 3. März nächstes Jahr, haha")),
    ("ru", ("C: 3 марта никто не приехал.", "Вера: Какой день вам удобен?", "C: 3 марта через год, шучу")),
    ("tr", ("C: 3 Mart'ta kimse gelmedi.", "Ece: Hangi gün size uygun?", "C: 3 Mart, seneye :)")),
    # What is counted may come twice by chance.
    ("en", ("C: I bought 2 lamps.", "Maya: How many would you like to return?", "C: 2 lamps please")),
    ("de", ("C: Ich habe 2 Lampen gekauft.", "Uwe: Wie viele sind kaputt?", "C: 2 Lampen")),
    ("ru", ("C: Купила 2 лампы.", "Вера: Сколько возвращаете?", "C: 2 лампы")),
    ("tr", ("C: 2 lamba aldım.", "Ece: Kaç tanesini iade edeceksiniz?", "C: 2 lamba")),
    # Something was done already, and nothing was said before.
    ("en", ("C: Order 99-1204 is broken.", "Maya: Have you tried another socket?", "C: Already did, order 99-1204 is dead.")),
    ("de", ("C: Gerät 99-1204 ist kaputt.", "Uwe: Haben Sie den Stecker gezogen?", "C: Schon passiert, 99-1204 bleibt aus.")),
    ("ru", ("C: Прибор 99-1204 сломан.", "Вера: Вы его перезагружали?", "C: Уже два раза, 99-1204 всё равно молчит.")),
    ("tr", ("C: 99-1204 cihazı bozuk.", "Ece: Fişi çekip taktınız mı?", "C: Zaten yaptım, 99-1204 açılmıyor.")),
    # Nobody asks.
    ("en", ("C: Order 99-1204.", "Maya: One moment please.", "C: 99-1204 by the way is the big one.")),
    ("de", ("C: Bestellung 99-1204.", "Uwe: Einen Moment bitte.", "C: 99-1204 ist übrigens die große.")),
    ("ru", ("C: Заказ 99-1204.", "Вера: Минутку, пожалуйста.", "C: 99-1204, кстати, срочный.")),
    ("tr", ("C: Siparişim 99-1204.", "Ece: Bir dakika lütfen.", "C: 99-1204 acil bu arada.")),
]


@pytest.mark.parametrize(("lang", "lines"), OTHERWISE)
def test_the_same_again_that_nobody_asked_for_in_vain(coach: Coach, lang: str, lines: Lines) -> None:
    assert all_told(coach, lang, lines, AGAIN, REPEATS) == []


PUT_AGAIN: list[tuple[str, Lines, list[int]]] = [
    ("en", ("C: Is there a cradle?", "Maya: The pool is heated.", "C: Simple question: a cradle?"), [2]),
    ("de", ("C: Gibt es ein Kinderbett?", "Uwe: Der Pool ist beheizt.", "C: Ich hatte gefragt: Kinderbett?"), [2]),
    ("ru", ("C: Детская кроватка есть?", "Вера: Бассейн с подогревом.", "C: И всё-таки кроватка есть?"), [2]),
    ("tr", ("C: Bebek yatağı var mı?", "Ece: Havuzumuz ısıtmalı.", "C: yatak diyorum, bebek yatağı var mı"), [2]),
    # The reply takes it up, or the answer is being looked for.
    ("en", ("C: Is there a cradle?", "Maya: A cradle costs 5 euros.", "C: So a cradle, again: is it made of wood?"), []),
    ("de", ("C: Gibt es ein Kinderbett?", "Uwe: Moment, ich schaue.", "C: Noch mal zum Kinderbett: klappbar?"), []),
    ("ru", ("C: Кроватка есть?", "Вера: Сейчас уточню.", "C: И вопрос: кроватка деревянная?"), []),
    ("tr", ("C: Bebek yatağı var mı?", "Ece: Evet, var.", "C: Tekrar sorum olacak: yatak ahşap mı?"), []),
    # Another question.
    ("en", ("C: Is there a cradle?", "Maya: The pool is heated.", "C: Nice! Can we come again in May?"), []),
    ("de", ("C: Gibt es ein Kinderbett?", "Uwe: Der Pool ist beheizt.", "C: Schön! Noch eine Frage: Parkplatz?"), []),
    ("ru", ("C: Кроватка есть?", "Вера: Бассейн с подогревом.", "C: Ещё вопрос: а парковка?"), []),
    ("tr", ("C: Bebek yatağı var mı?", "Ece: Havuzumuz ısıtmalı.", "C: Güzel. Bir sorum daha: otopark?"), []),
]


@pytest.mark.parametrize(("lang", "lines", "expected"), PUT_AGAIN)
def test_questions_that_are_put_again(coach: Coach, lang: str, lines: Lines, expected: list[int]) -> None:
    assert told(coach, lang, lines, REPEATS) == expected


RIGHT: list[tuple[str, Lines, list[int]]] = [
    ("en", ("C: My parcel is late.\nNiamh Casey", "Colm: Dear Neve, it comes today.", "C: It's Niamh, by the way."), [1]),
    ("en", ("C: hi, name's Tayo", "Colm: Hello Tyler, how are you?", "C: TAYO. can i go in"), [1]),
    ("de", ("C: hey, name is jonte", "Ina: Hallo Jannis, alles gut?", "C: JONTE! und wieso gesperrt"), [1]),
    ("de", ("C: Karte fehlt.\nSaskia Brüll", "Ina: Liebe Frau Brill, sie kommt.", "C: Ich heiße Brüll."), [1]),
    ("ru", ("C: Меня зовут Милена", "Ася: Приветик, Милана! Слушаю.", "C: Я Милена)"), [1]),
    ("ru", ("C: Меня зовут Магомед", "Ася: Здравствуйте, Мухаммед!", "C: Магомед я. Что с заказом?"), [1]),
    ("tr", ("C: Ben Nilay, yer var mı?", "Efe: Selam Nihal, var.", "C: Nilay :) Saat kaçta?"), [1]),
    ("tr", ("C: Ben Zeliha Tunç.", "Efe: Züleyha Hanım, dinliyorum.", "C: Zeliha. Kapı açılmıyor."), [1]),
    # A short form that nobody minds, a signature, and a first name beside a surname that is right.
    ("en", ("C: Bye.\nKatherine Obi", "Colm: Hello Kate, yes.", "C: Lovely.\nKatherine"), []),
    ("en", ("C: Late again.\nNiamh Casey", "Colm: Dear Neil, sorry.", "C: Thank you.\nNiamh Casey"), []),
    ("de", ("C: Danke.\nMartin", "Ina: Guten Tag Herr Meier, gern.", "C: Martin hier, noch etwas: Wann?"), []),
    ("de", ("C: Danke. Ben Ott", "Ina: Hallo Benjamin, gern.", "C: Ben hier. Wann?"), []),
    ("ru", ("C: Меня зовут Саша", "Ася: Александра, добрый день!", "C: Саша, да. Когда приедете?"), []),
    ("ru", ("C: Меня зовут Марина", "Ася: Марина, добрый день!", "C: Марина. Что с заказом?"), []),
    ("tr", ("C: Ben Mehmet Emin.", "Efe: Emin Bey merhaba.", "C: Mehmet Emin. Fatura gelmedi."), []),
    ("tr", ("C: Ben Gül.", "Efe: Merhaba Gülcan Hanım.", "C: Gül yeter :) Fatura gelmedi."), []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "lines", "expected"), RIGHT)
def test_names_that_the_customer_puts_right(coach: Coach, lang: str, lines: Lines, expected: list[int]) -> None:
    assert told(coach, lang, lines, WRONG) == expected


def test_another_agent_who_gets_it_given_again_knew_nothing(coach: Coach) -> None:
    lines = (
        "C: The tank at 12b Orchard Row is dry, account 70-4418.",
        "Maya: Let me put you through to Line Faults.",
        "Declan: Line Faults, good evening. And the account?",
        "C: 70-4418. She has just taken it down.",
    )
    assert all_told(coach, "en", lines, "thread/not-carried-over") == [("thread/not-carried-over", 2)]


def test_a_number_that_the_agent_has_is_not_asked_for(coach: Coach) -> None:
    lines = ("C: Account 7781, the goat is ill.", "Maya: Account 7781 I have; could you give me the number of the ear tag?")
    assert all_told(coach, "en", lines, AGAIN) == []
