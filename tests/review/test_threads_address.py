"""The form of address against the customer's own: with and without the words, after a wish for one, and in English."""

from __future__ import annotations

import pytest

from coach.config import Config
from coach.engine import Coach

from .conversing import told

EVENT = "thread/register"


@pytest.fixture(scope="module")
def coach() -> Coach:
    return Coach(Config(channel="chat", rewrites=False))


OTHER = [
    ("de", "hey, hast du die Lampe auch in Grün?", "Die Lampe führen wir leider nur in Weiß, ich kann Ihnen Blau bestellen."),
    ("de", "Guten Tag, könnten Sie mir die Rechnung schicken?", "Klar, check mal deinen Posteingang!"),
    ("de", "Sehr geehrte Damen und Herren, ich bitte Sie um Rückruf. Dr. Helga Thoma", "Hi Helga, wann passt es dir?"),
    ("de", "moin, kannst du meinen Termin verschieben? gruß jan", "Gern, welcher Tag wäre Ihnen lieb?"),
    ("de", "Mein Name ist Kern. Wann sind Sie erreichbar?", "Moin! Ruf einfach an, ich bin für dich da."),
    ("de", "sag mal, wo steckt denn mein paket", "Bitte teilen Sie uns die Nummer mit, damit wir Ihnen helfen."),
    ("de", "Würden Sie mir bitte die Maße nennen?", "Na klar, schick mir kurz die Artikelnummer."),
    ("ru", "привет, подскажи где мой заказ", "Здравствуйте! Назовите, пожалуйста, номер."),
    ("ru", "Добрый день! Не могли бы вы уточнить адрес?", "Привет! Ща гляну, ты на какой улице?"),
    ("ru", "слушай, а ты можешь сделать скидку?))", "Уважаемый клиент, Вам доступна скидка 5 %."),
    ("ru", "Здравствуйте, подскажите, есть ли места на субботу?", "Хай! Есть, придёшь один?"),
    ("ru", "здаров, верни деньги за скин", "Добрый день. Ваша заявка принята."),
    ("ru", "Уважаемая редакция, прошу вас исправить фамилию.", "Окей, скинь правильную."),
    ("ru", "Скажите, пожалуйста, когда приедет мастер?", "Завтра, солнышко, жди с десяти."),
    ("tr", "selam, siparişime bi baksana", "Merhaba, sipariş numaranızı paylaşır mısınız?"),
    ("tr", "İyi günler, faturamı gönderir misiniz?", "Selam! Mailini yazsana, hemen atayım."),
    ("tr", "abi sen bunu hallet ya", "Talebiniz ilgili birime iletilmiştir."),
    ("tr", "Merhabalar, randevumu değiştirebilir misiniz? Saygılarımla, Nermin Aksu", "Tabii canım, hangi güne alayım?"),
    ("tr", "Sayın yetkili, sizden bilgi rica ediyorum.", "Hoş geldin, buyur anlat."),
    ("tr", "kanka ne zaman geliyosun", "Kuryemiz saat 15.00'te adresinizde olacaktır."),
    (
        "en",
        "Dear Sir, I am writing about my pension. Yours faithfully, E. Hall",
        "heyyy Ellie, lol sorry bout that, wots ur number?",
    ),
    ("en", "yo can u check my order lol", "The aforementioned order shall be dispatched in due course."),
    (
        "en",
        "Good afternoon,\nMy name is Dr Osei and I should be grateful for the quotation.\nKind regards,\nDr A. Osei",
        "No probs mate, u want it by mail?",
    ),
    ("en", "hey!! my bike thingy wont unlock :(", "Pursuant to clause 4, lessees are required to furnish the vehicle number."),
    ("en", "Hi, it's Mrs Farrow. Could you tell me when the piano tuner comes?", "Hiya Jan! He'll pop in on Tuesday."),
]

WISHED = [
    ("de", "Wo ist mein Paket?", "Das hast du gestern schon bekommen.", "Wir sind nicht per Du, bitte."),
    ("de", "Haben Sie noch Karten?", "Ja, für dich immer.", "Ich möchte gern gesiezt werden."),
    ("de", "Wann ist Einlass?", "Um sieben, bring deinen Ausweis mit.", "Wir haben nie Brüderschaft getrunken."),
    ("ru", "Где посылка?", "Твоя посылка на складе.", "Давайте на вы."),
    ("ru", "Где посылка?", "Твоя посылка на складе.", "Мы с вами на брудершафт не пили."),
    ("ru", "Где посылка?", "Твоя посылка на складе.", "Простите, на «ты» мы не переходили."),
    ("tr", "Paketim nerede?", "Paketin yolda, merak etme.", "Lütfen, samimiyetimiz yok."),
    ("tr", "Paketim nerede?", "Paketin yolda, merak etme.", "Bana siz diye hitap edin lütfen."),
    ("tr", "Paketim nerede?", "Paketin yolda, merak etme.", "Sizinle senli benli olmadık."),
    ("en", "Where is my parcel?", "On the van, hun.", "I'm not your hun."),
    ("en", "Where is my parcel?", "On the van, mate.", "It's Mrs Doyle to you, young man."),
]

SAME = [
    ("de", "hey, habt ihr die Lampe in Grün?", "Ja, ich zeige sie Ihnen."),
    ("de", "Kannst du mal schauen?", "Ich schicke Ihnen den Link."),
    ("de", "Können Sie mir helfen?", "Ich schau mal nach, einen Moment."),
    ("de", "Ich finde, Sie haben recht.", "Freut mich. Ihnen einen schönen Tag."),
    ("de", "Vielen Dank für deine Kontaktaufnahme. Magst du mir deinen Namen verraten?", "Ich hoffe, es geht Ihnen gut."),
    ("ru", "К вам не дозвонишься, безобразие))", "Приносим извинения, Вам перезвонят."),
    ("ru", "Привет! Где заказ?", "Здравствуйте, Ваш заказ на складе."),
    ("ru", "Вы откроете в субботу?", "Да. Знаешь поговорку? Шучу. Вас ждём."),
    ("tr", "selam, kargom nerede", "Merhaba, kargonuz yolda."),
    ("tr", "İyi günler, ilacım ne zaman gelir?", "Amacım yarına yetiştirmek, size haber veririm."),
    ("tr", "İnsana saygınız olsun, lütfen bakın.", "Haklısınız, hemen bakıyorum."),
    ("en", "hi, where's my order?", "Dear customer, your order is on its way."),
    ("en", "Dear team, when do you open? Kind regards, Ann Lee", "Hi Ann, we open at nine. No worries!"),
    ("en", "hey, is the pool open lol", "Guests are required to shower first."),
    ("en", "Good morning, Yours sincerely, P. Hall", "Good morning, we will be in touch."),
]
"""Said to a company, once and perhaps by mistake, of everybody, of a noun that ends so; and an agent who is merely polite."""


@pytest.mark.parametrize(("lang", "customer", "agent"), OTHER)
def test_another_form_than_the_customers(coach: Coach, lang: str, customer: str, agent: str) -> None:
    assert told(coach, lang, (f"C: {customer}", f"Uwe: {agent}"), EVENT) == [1]


@pytest.mark.parametrize(("lang", "customer", "agent", "wish"), WISHED)
def test_the_form_that_made_the_customer_ask_for_the_other(coach: Coach, lang: str, customer: str, agent: str, wish: str) -> None:
    assert told(coach, lang, (f"C: {customer}", f"Uwe: {agent}", f"C: {wish}"), EVENT) == [1]


@pytest.mark.parametrize(("lang", "customer", "agent"), SAME)
def test_what_is_no_other_form(coach: Coach, lang: str, customer: str, agent: str) -> None:
    assert told(coach, lang, (f"C: {customer}", f"Uwe: {agent}"), EVENT) == []


def test_who_keeps_to_the_wish_and_slips_later(coach: Coach) -> None:
    lines = ("C: Wo ist mein Paket?", "Uwe: Auf dem Weg.", "C: Bitte bleiben wir beim Sie.", "Uwe: Gern.", "Uwe: Deine Nummer?")
    assert told(coach, "de", lines, EVENT) == [4]
    assert told(coach, "de", lines[:4], EVENT) == []
