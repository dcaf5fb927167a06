"""What happens in a whole conversation: half of these conversations must stay silent, each for a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.config import Config
from coach.engine import Coach
from coach.review.record import AGENT, CUSTOMER, EVENTS, UNKNOWN, Turn
from coach.review.threads import Said, Seen, events
from coach.texts import passages, prepare

Talk = Callable[..., Seen]


@pytest.fixture(scope="module")
def coach() -> Coach:
    return Coach(Config(channel="chat", rewrites=False))


@pytest.fixture(scope="module")
def talk(coach: Coach) -> Talk:
    """Judge lines such as "C: Hello" (customer), "A: Hi" or "Dana: Hi" (agents), "?: hm" (somebody unknown)."""

    def judge(lang: str, *lines: str, judging: Coach | None = None, customer: str = "") -> Seen:
        turns = []
        for line in lines:
            who, _, text = line.partition(": ")
            role = {"C": CUSTOMER, "?": UNKNOWN}.get(who, AGENT)
            turns.append(Turn(role, text, {"C": customer, "A": "", "?": ""}.get(who, who)))
        made = list(passages([prepare(turn.text) for turn in turns], coach.matcher(lang), "chat"))
        said = [
            Said(n, turn, None if turn.role == UNKNOWN else one) for n, (turn, one) in enumerate(zip(turns, made, strict=True))
        ]
        return events(said, judging or coach)

    return judge


def names(seen: Seen) -> list[tuple[str, int]]:
    return [(event.name, event.turn) for event in seen.events]


def rules(seen: Seen) -> list[tuple[str, int]]:
    return [(finding.rule, number) for number, finding in seen.findings]


# --- what customers show ------------------------------------------------------------------------------------------------------


def test_thanks_before_anybody_has_answered_are_for_what_is_still_to_be_done(talk: Talk) -> None:
    assert names(talk("en", "C: I need a copy of my bill. Thank you!")) == []


def test_thanks_behind_a_question_end_a_request(talk: Talk) -> None:
    assert names(talk("en", "A: Hello.", "C: Could you send it to my office? Thanks!")) == []


def test_thanks_of_somebody_who_is_upset_praise_nothing(talk: Talk) -> None:
    seen = talk("en", "A: It will take another week.", "C: Thank you for telling me. This is ridiculous.")
    assert "customer/thanks" not in [event.name for event in seen.events]


def test_the_words_are_shown_where_they_stand(talk: Talk) -> None:
    text = "Well 😀 I'm really disappointed with the room."
    event = talk("en", f"C: {text}").events[0]
    assert (event.name, text[event.start : event.end]) == ("customer/upset", "I'm really disappointed")


# --- acknowledging ------------------------------------------------------------------------------------------------------------

UPSET = {
    "en": "C: I'm really disappointed, the sofa came with a hole in it.",
    "de": "C: Ich bin sehr enttäuscht, das Sofa kam mit einem Loch.",
    "ru": "C: Я очень разочарована, диван пришёл с дырой.",
    "tr": "C: Büyük hayal kırıklığı yaşadım, koltuk delik geldi.",
}
KIND = {
    "en": "A: I'm so sorry the sofa reached you damaged.",
    "de": "A: Es tut mir sehr leid, dass das Sofa beschädigt bei Ihnen ankam.",
    "ru": "A: Мне очень жаль, что диван пришёл к вам испорченным.",
    "tr": "A: Koltuğun size hasarlı ulaşmasına çok üzüldüm.",
}
SOLVES = {
    "en": "A: A new one will be delivered on Friday at ten.",
    "de": "A: Ein neues wird am Freitag um zehn Uhr geliefert.",
    "ru": "A: Новый привезут в пятницу в десять.",
    "tr": "A: Yenisi cuma günü saat onda teslim edilecek.",
}


@pytest.mark.parametrize("lang", UPSET)
def test_the_trouble_is_taken_up_before_the_solution(talk: Talk, lang: str) -> None:
    seen = talk(lang, UPSET[lang], KIND[lang], SOLVES[lang])
    assert names(seen) == [("customer/upset", 0), ("thread/acknowledged", 1)]
    assert rules(seen) == []


@pytest.mark.parametrize("lang", UPSET)
def test_the_trouble_is_taken_up_by_nobody(talk: Talk, lang: str) -> None:
    seen = talk(lang, UPSET[lang], SOLVES[lang])
    assert names(seen) == [("customer/upset", 0), ("thread/not-acknowledged", 1)]
    assert rules(seen) == [("reply/no-acknowledgement", 1)]


def test_a_reply_is_all_that_the_agent_says_before_the_customer_speaks_again(talk: Talk) -> None:
    seen = talk("en", UPSET["en"], "A: Hello Ann.", "A: Let me see.", KIND["en"], SOLVES["en"])
    assert ("thread/not-acknowledged", 1) not in names(seen)
    assert rules(seen) in ([], [("reply/order", 2)])


def test_one_moment_please_is_no_answer_yet(talk: Talk) -> None:
    seen = talk("en", UPSET["en"], "A: One moment please.", "C: ok", KIND["en"], SOLVES["en"])
    assert ("thread/acknowledged", 3) in names(seen)


def test_a_late_word_of_regret_comes_late(talk: Talk) -> None:
    seen = talk("en", UPSET["en"], f"{SOLVES['en']} The driver will call you before.", "C: Fine.", KIND["en"])
    assert ("thread/acknowledged-late", 3) in names(seen)
    assert rules(seen) == [("reply/no-acknowledgement", 1)]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "C: The sofa came with a hole in it, can you send another?"),  # told without feeling
        ("de", "C: Das Sofa kam mit einem Loch, können Sie ein neues schicken?"),
        ("ru", "C: Диван пришёл с дырой, пришлёте другой?"),
        ("tr", "C: Koltuk delik geldi, yenisini gönderir misiniz?"),
    ],
)
def test_nothing_is_asked_of_a_reply_to_a_calm_customer(talk: Talk, lang: str, said: str) -> None:
    seen = talk(lang, said, SOLVES[lang])
    assert (names(seen), rules(seen)) == ([], [])


def test_nobody_has_answered_yet(talk: Talk) -> None:
    assert names(talk("en", "A: How can I help?", UPSET["en"])) == [("customer/upset", 1)]


def test_a_rule_that_is_not_wanted_is_not_told(talk: Talk, coach: Coach) -> None:
    other = coach.with_config(coach.config._replace(ignore=("reply",)))
    seen = talk("en", UPSET["en"], SOLVES["en"], judging=other)
    assert rules(seen) == []
    assert ("thread/not-acknowledged", 1) in names(seen)


# --- asked again --------------------------------------------------------------------------------------------------------------

AGAIN = [
    ("en", "C: My order number is 4711223.", "A: Thanks, I'll look.", "C: ok", "A: Could you tell me your order number, please?"),
    ("de", "C: Meine Bestellnummer ist 4711223.", "A: Ich schaue nach.", "C: ok", "A: Nennen Sie mir bitte Ihre Bestellnummer."),
    ("ru", "C: Номер заказа 4711223.", "A: Сейчас посмотрю.", "C: ок", "A: Пришлите, пожалуйста, номер заказа."),
    ("tr", "C: Sipariş numaram 4711223.", "A: Hemen bakıyorum.", "C: tamam", "A: Sipariş numaranızı alabilir miyim?"),
]


@pytest.mark.parametrize("conversation", AGAIN)
def test_asking_for_what_any_earlier_turn_gave(talk: Talk, conversation: tuple[str, ...]) -> None:
    assert rules(talk(*conversation)) == [("thread/asked-again", 3)]


def test_what_was_asked_for_and_given_has_its_name_from_the_question(talk: Talk) -> None:
    seen = talk(
        "en", "A: What's your booking reference?", "C: 48 22 11", "A: Thanks.", "C: ok", "A: What is your booking number?"
    )
    assert rules(seen) == [("thread/asked-again", 4)]


@pytest.mark.parametrize(
    "conversation",
    [
        ("en", "C: My order number is 4711223.", "A: And what's the serial number of the lamp?"),  # another number
        ("en", "C: My order number is 4711223.", "A: Could you confirm that your order number is correct?"),  # checks it
        ("en", "C: I'm at ann@example.com", "A: Could you send me another email address?"),
        ("en", "C: @LampShop where is it?", "A: Could you tell me your email address?"),  # an @name is no address
        ("de", "C: Die Rechnung 2024-118 stimmt nicht.", "A: Wie lautet Ihre Kundennummer?"),
        ("ru", "C: Номер заказа 4711223.", "A: Назовите, пожалуйста, номер договора."),
        ("tr", "C: Sipariş numaram 4711223.", "A: Müşteri numaranız nedir?"),
        ("en", "A: What's your order number?", "A: And what's your order number at the shop?", "C: 4711223"),  # not given yet
    ],
)
def test_asking_for_something_else_or_before_it_is_given(talk: Talk, conversation: tuple[str, ...]) -> None:
    assert rules(talk(*conversation)) == []


# --- names --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "said", "greeting", "wrong"),
    [
        ("en", "Hi, this is Kathryn.", "A: Hi Katherine, it's on its way.", "Katherine"),
        ("de", "Hallo, hier ist Katharina.", "A: Hallo Katarina, es ist unterwegs.", "Katarina"),
        ("ru", "Меня зовут Наталия.", "A: Здравствуйте, Наталья, всё готово.", "Наталья"),
        ("tr", "Benim adım Tuğçe", "A: Merhaba Tuğba, yolda.", ""),  # another name altogether, or a second person
        ("en", "Hi, this is Alexander.", "A: Hi Alex, it's on its way.", ""),  # a short form
        ("en", "Hi, this is Kathryn.", "A: Hi, I'm Katherine and I'll help you.", ""),  # the agent's own name
        ("en", "Hi, this is Kathryn, Katherine is my mother.", "A: Hi Katherine, it's on its way.", ""),
    ],
)
def test_another_spelling_of_the_name_said_before(talk: Talk, lang: str, said: str, greeting: str, wrong: str) -> None:
    seen = talk(lang, f"C: {said}", "A: One moment.", "C: ok", greeting)
    assert [(finding.rule, finding.text) for _, finding in seen.findings] == ([("thread/wrong-name", wrong)] if wrong else [])


def test_the_name_that_the_export_has(talk: Talk) -> None:
    assert rules(talk("en", "C: Where is it?", "A: Hello Katherine, on its way.", customer="Kathryn Doyle")) == [
        ("thread/wrong-name", 1)
    ]
    assert rules(talk("en", "C: Where is it?", "A: Hello Katherine, on its way.", customer="kathryn_77")) == []


# --- questions ----------------------------------------------------------------------------------------------------------------

TWO = "C: Does the lamp come with a bulb? And how long does a repair usually take?"


def test_of_two_questions_one_is_never_picked_up(talk: Talk) -> None:
    seen = talk("en", TWO, "A: Yes, the lamp comes with a bulb in the box.", "C: ok")
    assert rules(seen) == [("thread/question-unanswered", 1)]


@pytest.mark.parametrize(
    "answers",
    [
        ("A: Yes, the lamp comes with a bulb.", "C: and?", "A: Repairs take about two weeks."),  # in a later reply
        ("A: Yes, the lamp comes with a bulb, and about ten days.",),  # in other words
        ("A: I'll find out for you.",),  # nothing is picked up: nothing can be told
        ("C: never mind",),  # nobody answered at all
    ],
)
def test_questions_that_may_have_been_answered(talk: Talk, answers: tuple[str, ...]) -> None:
    assert rules(talk("en", TWO, *answers)) == []


# --- transfers ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "I'll transfer you to our billing team."),
        ("de", "Ich verbinde Sie mit der Buchhaltung."),
        ("ru", "Соединяю вас с бухгалтерией."),
        ("tr", "Sizi muhasebe birimine aktarıyorum."),
    ],
)
def test_words_of_transfer_and_the_other_agent_are_one_transfer(talk: Talk, lang: str, words: str) -> None:
    assert names(talk(lang, f"Dana: {words}", "Ben: 👋")) == [("thread/transfer", 0)]


def test_another_agent_goes_on_without_a_word(talk: Talk) -> None:
    assert names(talk("en", "Dana: Let me look.", "C: ok", "Ben: It's in the van.")) == [("thread/transfer", 2)]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Would you like me to transfer you?"),  # an offer
        ("de", "Ihr Lob gebe ich gern an die Küche weiter."),  # praise is passed on, nobody is
        ("de", "Guten Tag, Sie sind mit Dana verbunden."),
        ("ru", "Переведу деньги сегодня."),
        ("tr", "Paketiniz şubeye yönlendirildi."),
    ],
)
def test_what_is_no_transfer(talk: Talk, lang: str, words: str) -> None:
    assert names(talk(lang, f"Dana: {words}", "Dana W.: 👋")) == []


GIVEN = "C: My order number is 4711223 and the lamp is dark."


def test_what_was_said_is_carried_over(talk: Talk) -> None:
    seen = talk("en", GIVEN, "Dana: I'll pass you on to Ben.", "Ben: Hi, I've read through your conversation with Dana.")
    assert ("thread/carried-over", 2) in names(seen)


def test_who_takes_over_asks_again(talk: Talk) -> None:
    seen = talk("en", GIVEN, "Dana: I'll transfer you to a colleague.", "Ben: Hello! Could you tell me your order number?")
    assert ("thread/not-carried-over", 2) in names(seen)
    assert rules(seen) == [("thread/asked-again", 2)]


def test_the_customer_has_to_say_it_again(talk: Talk) -> None:
    seen = talk(
        "de", "Dana: Ich verbinde Sie mit der Technik.", "Ben: Was ist los?", "C: Das habe ich Ihrer Kollegin schon erklärt."
    )
    assert ("thread/not-carried-over", 1) in names(seen)
    assert ("customer/repeats", 2) in names(seen)


def test_a_greeting_shows_neither(talk: Talk) -> None:
    assert names(talk("en", GIVEN, "Dana: I'll transfer you to a colleague.", "Ben: Hello!")) == [("thread/transfer", 1)]


# --- register -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "lines", "expected"),
    [
        ("de", ("C: Kannst du mal schauen?", "A: Gern.", "C: Hast du es?", "A: Ich schicke Ihnen den Link."), 3),
        ("de", ("C: Ich bitte Sie um eine Rechnung.", "A: Die schicke ich dir gleich."), 1),
        ("ru", ("C: Вы можете проверить?", "A: Сейчас посмотрю для тебя."), 1),
        ("tr", ("C: Bana sen yardım et.", "A: Tabii.", "C: Sana numarayı yazdım.", "A: Size hemen dönüyorum."), 3),
        ("de", ("C: Kannst du mal schauen?", "A: Ich schicke Ihnen den Link."), None),  # a du may slip out once
        ("de", ("C: Sie sind kaputt, die Lampen.", "A: Ich schicke dir neue."), None),  # they, not you
        ("de", ("C: Habt ihr das auch in Blau?", "A: Ja, ich zeige es Ihnen gern."), None),  # said to a company
        ("ru", ("C: Можете проверить?", "A: Да, отправлю вам ссылку."), None),  # the same form
        ("en", ("C: Can you look?", "A: I'll send you the link."), None),  # English has one form
        ("de", ("C: Ich bitte Sie.", "A: Das mache ich dir fertig.", "C: Danke", "A: Ich danke Ihnen."), None),  # not clear
    ],
)
def test_the_form_of_address_against_the_customers_own(
    talk: Talk, lang: str, lines: tuple[str, ...], expected: int | None
) -> None:
    found = [event.turn for event in talk(lang, *lines).events if event.name == "thread/register"]
    assert found == ([] if expected is None else [expected])


# --- whatever comes -----------------------------------------------------------------------------------------------------------


def test_every_event_is_a_known_one_and_lies_in_its_turn(talk: Talk) -> None:
    lines = (
        UPSET["en"],
        SOLVES["en"],
        "C: As I already said, I'm furious. I want your manager.",
        "Ben: I'll transfer you to a colleague.",
    )
    seen = talk("en", *lines)
    assert {event.name for event in seen.events} <= EVENTS.keys()
    for event in seen.events:
        assert 0 <= event.start <= event.end <= len(lines[event.turn].partition(": ")[2])


@pytest.mark.parametrize("lines", [("C: ",), ("A: ", "C: "), ("?: hm", "?: hm"), ("C: ?" * 50, "A: 😀\n\n" * 50)])
def test_empty_and_odd_conversations(talk: Talk, lines: tuple[str, ...]) -> None:
    assert events([], Coach()) == Seen((), ())
    assert talk("en", *lines).findings == ()


def test_a_turn_in_another_language_takes_part_in_the_order_only(coach: Coach) -> None:
    turns = [Turn(CUSTOMER, "Ik ben boos"), Turn(AGENT, "I'll transfer you to a colleague.")]
    passage = next(passages([prepare(turns[1].text)], coach.matcher("en"), "chat"))
    seen = events([Said(0, turns[0], None), Said(1, turns[1], passage)], coach)
    assert names(seen) == [("thread/transfer", 1)]


# --- whole conversations as people write them ---------------------------------------------------------------------------------

WHOLE = [
    (  # a form to fill in, and nothing else, for somebody who has had enough
        "en",
        (
            "C: hi",
            "C: this is absolutely ridiculous, dishwasher died AGAIN, the kitchen floor is soaked",
            "C: order is 4471-889",
            "A: Hello! Please provide your order number.",
            "C: 4471-889, its literally right above",
            "A: Thank you. A technician can come on Tuesday between 8 and 12.",
            "C: fine. tuesday then",
        ),
        [
            ("customer/upset", 1),
            ("thread/asked-again", 3),
            ("customer/repeats", 4),
            ("customer/upset", 4),
            ("reply/no-acknowledgement", 3),
            ("thread/not-acknowledged", 3),
        ],
    ),
    (  # somebody else goes on, and knows nothing
        "de",
        (
            "C: Guten Tag, mein Gutschein GS-4410 wird an der Kasse nicht angenommen.",
            "Jana: Da verbinde ich Sie mit der Gutscheinabteilung, einen Moment.",
            "C: ok",
            "Herr Roth: Guten Tag, worum geht es?",
            "C: das hab ich ihrer kollegin doch grade alles geschrieben. gutschein wird nicht angenommen",
            "Herr Roth: Wie lautet die Nummer des Gutscheins?",
            "C: GS-4410, wie gesagt",
            "Herr Roth: Danke, er ist jetzt freigeschaltet.",
        ),
        [
            ("thread/transfer", 1),
            ("customer/repeats", 4),
            ("thread/not-carried-over", 3),
            ("thread/asked-again", 5),
            ("customer/repeats", 6),
        ],
    ),
    (  # ты in requests, and вы all the way
        "ru",
        (
            "C: привет, подскажи рюкзак не промокает?",
            "A: Здравствуйте! Рюкзак защищает от лёгкого дождя. Для ливня советую взять чехол.",
            "C: а у тебя есть чехол зелёный?",
            "A: Да, зелёный чехол есть. Могу предложить вам синий тоже.",
            "C: 👍",
        ),
        [("thread/register", 3)],
    ),
    (  # the solution first, and the regret only when asked whether that is all
        "ru",
        (
            "C: спасибо, удружили. две недели ждал роутер, а его молча отменили???",
            "A: Здравствуйте. Роутер можно заказать заново на сайте.",
            "C: вы серьёзно? кошмар какой-то",
            "A: Извините, пожалуйста, вы не должны были узнать об отмене вот так. Я отложил для вас роутер.",
            "C: ну наконец-то",
        ),
        [
            ("customer/upset", 0),
            ("reply/no-acknowledgement", 1),
            ("customer/upset", 2),
            ("thread/acknowledged-late", 3),
        ],
    ),
    (  # the name read wrongly
        "tr",
        (
            "C: İyi günler, ben Şeyda Kılınç. Eve köpeğimi getirebilir miyim?",
            "A: İyi günler Şeyma Hanım, evet, köpekler kabul ediliyor, konaklama başına 300 TL.",
            "C: güzel",
            "A: 4-9 Mayıs için ayırayım mı?",
            "C: evet ayırın",
        ),
        [("thread/wrong-name", 1)],
    ),
    (  # the number stands before its name in Turkish
        "tr",
        (
            "C: İyi günler, GS-4410 numaralı hediye çeki kasada geçmiyor",
            "A: Merhaba, hemen bakıyorum.",
            "C: tamam",
            "A: Çekin numarası nedir?",
        ),
        [("thread/asked-again", 3)],
    ),
]


@pytest.mark.parametrize(("lang", "lines", "expected"), WHOLE)
def test_a_conversation_that_went_wrong(talk: Talk, lang: str, lines: tuple[str, ...], expected: list[tuple[str, int]]) -> None:
    seen = talk(lang, *lines)
    assert sorted([*names(seen), *rules(seen)]) == sorted(expected)


WELL = [
    (  # the matter goes to others, the agent stays and writes
        "en",
        (
            "C: morning! app crashes when i open the map",
            "A: Good morning! Does it happen with wifi and mobile data both?",
            "C: both yeah",
            "A: I'm going to escalate this to our developers now and write to you myself by tomorrow 5 pm.",
            "C: ok cool",
        ),
    ),
    (  # the account's address may be another than the one that was given
        "en",
        ("C: I'm at ann@example.com, my books are gone", "A: Which email address do you use for your reader account?"),
    ),
    (  # a full battery, an end, a sticker and a sum: no feelings
        "de",
        (
            "C: hallo, der akku war nur halb geladen und die lieferzeit betrug 8 wochen",
            "A: Hallo, der Akku wird ab Werk halb geladen verschickt.",
            "C: ach so. war am ende doch das kabel. wann kümmert ihr euch um das logo? das wurde schief aufgebracht",
            "A: Am Montag, ein neues geht heute raus.",
        ),
    ),
    (  # passed on inside, and answered by the same person
        "de",
        (
            "C: In der App fehlt seit dem Update mein Stundenkonto.",
            "A: Danke für den Hinweis. Ich gebe das an unsere Entwickler weiter und melde mich bis morgen Mittag selbst.",
            "C: Alles klar.",
        ),
    ),
    (  # плачу is paying here, not crying
        "ru",
        (
            "C: Добрый день. Куртка немного мала, обменять на 48 размер можно?",
            "A: Да, куртка 48 размера есть. Отложила её для вас.",
            "C: Хорошо. За пересылку я плачу?",
            "A: Нет, пересылка уже оплачена.",
        ),
    ),
    (  # ill, and a burglar alarm: no anger
        "tr",
        (
            "C: hasta oldum, hırsız alarmı kurulumunu erteleyebilir miyiz",
            "A: Geçmiş olsun. Perşembe 10:00 uygun mu?",
            "C: olur",
            "A: Ekibe ilettim, perşembe sabahı size ben yazacağım.",
        ),
    ),
]


@pytest.mark.parametrize(("lang", "lines"), WELL)
def test_a_conversation_that_went_well(talk: Talk, lang: str, lines: tuple[str, ...]) -> None:
    seen = talk(lang, *lines)
    assert (names(seen), rules(seen)) == ([], [])


def test_who_says_thanks_and_goes_waits_for_no_regret(talk: Talk) -> None:
    seen = talk("en", "A: We don't sell the bracket.", "C: That's disappointing. Thanks anyway!", "A: Your refund is on its way.")
    assert ("thread/not-acknowledged", 2) not in names(seen)
    assert rules(seen) == []


def test_what_was_acknowledged_before_needs_no_second_word(talk: Talk) -> None:
    seen = talk("en", "C: The sofa has a hole.", KIND["en"], "C: 2 months is unacceptable.", SOLVES["en"])
    assert ("customer/patience-lost", 2) in names(seen)
    assert rules(seen) == []


def test_a_first_reply_that_asks_for_what_it_needs_has_acknowledged_nothing(talk: Talk) -> None:
    asks = "A: Thanks for contacting us. So that I can assist you, could you tell me your full name and your address, please?"
    seen = talk("en", UPSET["en"], asks, "C: Ann Lee, 2 Mill Lane", KIND["en"], SOLVES["en"])
    assert ("thread/acknowledged-late", 3) in names(seen)
    assert rules(seen) == [("reply/no-acknowledgement", 1)]


def test_a_number_with_a_name_of_its_own_is_no_phone_number(talk: Talk) -> None:
    assert rules(talk("en", "C: the order number is 0171 2345678", "A: Could you give me your phone number, please?")) == []
