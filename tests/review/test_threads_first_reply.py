"""The first reply to an upset customer: what opens with a request, a solution or a stock phrase has acknowledged nothing."""

from __future__ import annotations

import pytest

from coach.config import Config
from coach.engine import Coach

from .conversing import told

RULE = "reply/no-acknowledgement"


@pytest.fixture(scope="module")
def coach() -> Coach:
    return Coach(Config(channel="chat", rewrites=False))


ANGRY = {
    "en": "C: This is outrageous, the oven is broken again!",
    "de": "C: Das ist eine Frechheit, der Ofen ist schon wieder kaputt!",
    "ru": "C: Это возмутительно, духовка опять сломалась!",
    "tr": "C: Bu ne rezalet, fırın yine bozuldu!",
}

BARE = [
    ("en", "Which model is it?"),  # a request for data
    ("de", "Seriennummer?"),
    ("ru", "Назовите модель."),
    ("tr", "Hangi model?"),
    ("en", "Thank you for contacting us. May I have your postcode?"),  # thanks that everybody gets
    ("de", "Danke für Ihre Nachricht. Wie lautet die Postleitzahl?"),
    ("ru", "Спасибо за обращение. Какой у вас индекс?"),
    ("tr", "Bize ulaştığınız için teşekkür ederiz. Posta kodunuz nedir?"),
    ("en", "Our ovens are made in Italy."),  # something else altogether
    ("de", "Unsere Herde werden in Italien gebaut."),
    ("ru", "Наши плиты делают в Италии."),
    ("tr", "Cihazlarımız İtalya'da üretilmektedir."),
]

KIND = [
    ("en", "Twice in a row, I'm so sorry. Which model is it?"),
    ("de", "Guten Tag, das tut mir wirklich leid. Welches Modell ist es?"),  # behind a greeting
    ("ru", "Мне очень жаль, что она снова подвела. Какая модель?"),
    ("tr", "Çok haklısınız, özür dilerim. Hangi model?"),
    ("en", "Good morning Ms Hall, I apologise for the trouble. Which model is it?"),
    ("ru", "Добрый день, простите нас за эту поломку. Какая модель?"),
    ("de", "Ich verstehe Ihren Ärger.\nWelches Modell ist es?"),
]


@pytest.mark.parametrize(("lang", "reply"), BARE)
def test_a_first_reply_without_a_word_about_the_trouble(coach: Coach, lang: str, reply: str) -> None:
    assert told(coach, lang, (ANGRY[lang], f"A: {reply}"), RULE) == [1]
    assert told(coach, lang, (ANGRY[lang], f"A: {reply}"), "thread/not-acknowledged") == [1]


@pytest.mark.parametrize(("lang", "reply"), KIND)
def test_a_first_reply_that_takes_up_the_trouble(coach: Coach, lang: str, reply: str) -> None:
    assert told(coach, lang, (ANGRY[lang], f"A: {reply}"), RULE) == []
    assert told(coach, lang, (ANGRY[lang], f"A: {reply}"), "thread/acknowledged") == [1]


@pytest.mark.parametrize(
    ("lang", "moment", "sorry", "solves"),
    [
        ("en", "One moment please.", "I'm so sorry about this.", "A fitter will come on Monday at nine."),
        ("de", "Einen Moment bitte.", "Das tut mir wirklich sehr leid.", "Ein Monteur kommt am Montag um neun."),
        ("ru", "Одну минуту, пожалуйста.", "Мне очень жаль, простите нас.", "Мастер приедет в понедельник в девять."),
        ("tr", "Bir dakika lütfen.", "Çok üzgünüm, özür dilerim.", "Usta pazartesi saat dokuzda gelecek."),
    ],
)
def test_who_holds_the_line_may_still_say_it_and_is_told_of_it_there(
    coach: Coach, lang: str, moment: str, sorry: str, solves: str
) -> None:
    kind = (ANGRY[lang], f"A: {moment}", "C: ok", f"A: {sorry}")
    assert told(coach, lang, kind, RULE) == []
    assert told(coach, lang, (ANGRY[lang], f"A: {moment}"), RULE) == []  # nothing has begun
    assert told(coach, lang, (ANGRY[lang], f"A: {moment}", "C: ok", f"A: {solves}"), RULE) == [1]


def test_turns_without_a_full_stop_are_sentences_of_their_own(coach: Coach) -> None:
    said = ("A: i understand your anger, please send the number of the broken oven to us here", "A: Thank you for contacting us.")
    assert told(coach, "en", (ANGRY["en"], *said), RULE) == []
