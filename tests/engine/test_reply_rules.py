"""Whole-reply rules on small replies: what each asks for, what excuses it, and what is never its business."""

from __future__ import annotations

import pytest

import coach
from coach.model import LANGUAGES

UPSET = {
    "en": "I was charged twice for order AB-12345 and nobody answers. Kathryn Doyle",
    "de": "Mir wurde Auftrag AB-12345 zweimal abgebucht und niemand meldet sich. Katharina Maier",
    "ru": "С меня дважды сняли деньги за заказ AB-12345, и никто не отвечает. Наталия Громова",
    "tr": "AB-12345 nolu siparişim için kartımdan iki kez para çekildi, kimse cevap vermiyor. Tuğçe Kaya",
}
GOOD = {
    "en": "Paying twice and hearing nothing is maddening, and I'm sorry. I've sent the £20 back this morning; it will be on your "
    "card by Friday. I'll check on Friday at ten and write to you here. Does that work for you?",
    "de": "Zweimal abgebucht und dann keine Antwort, das ist wirklich ärgerlich, und es tut mir leid. Ich habe Ihnen die 20 Euro "
    "heute früh zurücküberwiesen, bis Freitag sind sie auf Ihrem Konto. Am Freitag um zehn schaue ich nach und schreibe Ihnen.",
    "ru": "Дважды заплатить и не дождаться ответа очень обидно, простите нас. Я вернула 200 рублей сегодня утром, до пятницы они "
    "будут на вашей карте. В пятницу в десять я проверю и напишу вам.",
    "tr": "İki kez ödeme yapıp cevap alamamak çok can sıkıcı, özür dilerim. 200 lirayı bu sabah iade ettim, cumaya kadar "
    "kartınızda. Cuma günü saat onda kontrol edip size yazacağım.",
}
COLD = {
    "en": "I've sent the £20 back this morning; it will be on your card by Friday.",
    "de": "Ich habe Ihnen die 20 Euro heute früh zurücküberwiesen, bis Freitag sind sie auf Ihrem Konto.",
    "ru": "Я вернула 200 рублей сегодня утром, до пятницы они будут на вашей карте.",
    "tr": "200 lirayı bu sabah iade ettim, cumaya kadar kartınızda.",
}


def broken(reply: str, lang: str, customer: str | None = None, channel: str = "email") -> set[str]:
    report = coach.check(reply, lang=lang, channel=channel, customer=customer)
    return {finding.rule for finding in report.findings if finding.category in ("reply", "thread")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_good_answer_breaks_no_rule_and_has_every_part(lang: str) -> None:
    assert broken(GOOD[lang], lang, UPSET[lang]) == set()
    parts = coach.check(GOOD[lang], lang=lang, customer=UPSET[lang]).parts
    assert [part.name for part in parts] == ["control", "acknowledge", "refocus", "problem-solve", "next step"]
    assert all(part.found for part in parts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_trouble_that_nothing_acknowledges(lang: str) -> None:
    assert "reply/no-acknowledgement" in broken(COLD[lang], lang, UPSET[lang])
    assert "reply/no-acknowledgement" not in broken(COLD[lang], lang)  # nothing says that there was trouble
    missing = next(part for part in coach.check(COLD[lang], lang=lang, customer=UPSET[lang]).parts if part.name == "acknowledge")
    assert not missing.found
    assert missing.sentence


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_missing_altogether_stands_at_the_beginning_with_a_sentence_to_add(lang: str) -> None:
    report = coach.check(COLD[lang], lang=lang, customer=UPSET[lang])
    finding = next(one for one in report.findings if one.rule == "reply/no-acknowledgement")
    assert (finding.start, finding.end, finding.text) == (0, 0, "")
    assert finding.suggestions
    for suggestion in finding.suggestions:
        assert suggestion.start == suggestion.end
        assert not suggestion.safe


@pytest.mark.parametrize(
    ("lang", "reply"),
    [
        ("en", "Could you send me your order number?"),
        ("de", "Können Sie mir bitte Ihre Auftragsnummer schicken?"),
        ("ru", "Пришлите, пожалуйста, номер заказа."),
        ("tr", "Sipariş numaranızı alabilir miyim?"),
    ],
)
def test_asking_for_what_stands_in_the_message(lang: str, reply: str) -> None:
    assert "thread/asked-again" in broken(reply, lang, UPSET[lang])
    assert "thread/asked-again" not in broken(reply, lang, UPSET[lang].replace("AB-12345", ""))


@pytest.mark.parametrize(
    ("lang", "wrong", "right"),
    [
        ("en", "Dear Ms Doile, hello.", "Dear Ms Doyle, hello."),
        ("de", "Guten Tag Frau Mayer, hallo.", "Guten Tag Frau Maier, hallo."),
        ("ru", "Здравствуйте, Наталья!", "Здравствуйте, Наталия!"),
        ("tr", "Merhaba Tuğba Hanım, hoş geldiniz.", "Merhaba Tuğçe Hanım, hoş geldiniz."),
    ],
)
def test_the_name_is_spelled_as_the_customer_spells_it(lang: str, wrong: str, right: str) -> None:
    assert "thread/wrong-name" in broken(wrong, lang, UPSET[lang])
    assert "thread/wrong-name" not in broken(right, lang, UPSET[lang])
    report = coach.check(wrong, lang=lang, customer=UPSET[lang])
    own = next(finding.suggestions[0] for finding in report.findings if finding.rule == "thread/wrong-name")
    assert wrong[: own.start] + own.text + wrong[own.end :] == right


@pytest.mark.parametrize(
    ("lang", "reply"),
    [
        ("de", "Schicken Sie mir bitte Ihre Adresse, dann bekommst du dein Paket morgen."),
        ("ru", "Напишите вы нам, и я тебе всё пришлю, твой заказ готов."),
        ("tr", "Siparişiniz hazır, size yarın getiriyorum; sen evde olacak mısın, sana uğrayayım mı?"),
    ],
)
def test_two_forms_of_address_in_one_reply(lang: str, reply: str) -> None:
    assert "reply/register-mixed" in broken(reply, lang)


def test_another_form_than_the_customers() -> None:
    assert "reply/register-mixed" in broken("Ihre Sendung ist morgen da.", "de", "Hey, kannst du mir sagen, wo mein Paket ist?")
    assert "reply/register-mixed" not in broken("Dein Paket ist morgen da.", "de", "Hey, kannst du mir sagen, wo mein Paket ist?")


@pytest.mark.parametrize(
    ("text", "shouts"),
    [
        ("Your parcel is on its way!!!", True),
        ("Please WRITE to me TODAY.", True),
        ("Hello Ann! Good news: it is here!", False),  # two sentences with a mark each
        ("The USB-C and HDMI ports of the NOVA PRO are fine.", False),  # abbreviations and a name
        ("It is NOT your fault.", False),  # one word is emphasis
    ],
)
def test_shouting(text: str, shouts: bool) -> None:
    assert ("reply/shouting" in broken(text, "en")) is shouts


@pytest.mark.parametrize(
    "mark", ["{{name}}", "[Your name]", "%{name}", "<first_name>", "<<date>>", "{% if x %}", "[[name]]", "XXX"]
)
def test_a_placeholder_in_a_text_about_to_be_sent(mark: str) -> None:
    report = coach.check(f"Dear {mark}, your parcel is here.", lang="en")
    found = [(finding.severity, finding.text) for finding in report.findings if finding.rule == "reply/raw-placeholder"]
    assert found == [("error", mark)]
    macro = coach.Coach(coach.Config(lang="en", sending=False)).check(f"Dear {mark}, your parcel is here.")
    assert "reply/raw-placeholder" not in [finding.rule for finding in macro.findings]


def test_a_placeholder_that_the_customer_asked_about_is_none() -> None:
    assert broken("Write {{name}} there, please.", "en", "What does {{name}} mean in my template?") == set()


def test_a_long_sentence_is_a_hint() -> None:
    report = coach.check(" ".join(["word"] * 60) + ".", lang="en")
    assert [finding.severity for finding in report.findings if finding.rule == "reply/too-dense"] == ["hint"]


def test_a_question_left_out_beside_an_answered_one() -> None:
    asked = "Is there a group price, and may we bring our own sandwiches?"
    assert "thread/question-unanswered" in broken("The group price is £6 each.", "en", asked)
    assert "thread/question-unanswered" not in broken("The group price is £6 each, and sandwiches are welcome.", "en", asked)
    assert "thread/question-unanswered" not in broken("Yes to both, with pleasure.", "en", asked)  # in other words
    assert "thread/question-unanswered" not in broken("We read every message.", "en", "Do you people even read these?!")
    moved = "Could you move my eye test to next week? And can my old frames take new lenses?"
    done = "I've moved you to Wednesday the 15th. Your frames take new lenses nicely."
    assert "thread/question-unanswered" not in broken(done, "en", moved)  # a request is answered by doing it


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bare_chat_turn_breaks_no_rule(lang: str) -> None:
    turns = {
        "en": ["One moment, please.", "May I have your name?", "You're welcome!"],
        "de": ["Einen Moment bitte.", "Wie ist Ihr Name?", "Gern geschehen!"],
        "ru": ["Одну минуту, пожалуйста.", "Как вас зовут?", "Пожалуйста!"],
        "tr": ["Bir dakika lütfen.", "Adınızı öğrenebilir miyim?", "Rica ederim!"],
    }
    for turn in turns[lang]:
        assert broken(turn, lang, channel="chat") == set()


def test_rules_can_be_switched_off_like_any_other() -> None:
    config = coach.Config(lang="en", ignore=("reply/shouting",), select=("reply",))
    assert coach.Coach(config).check("It is here!!! You forgot it.").findings == ()


def test_questions_beside_a_feedback_question_count_with_it() -> None:
    fixed = "The tap is mended, and it cost you nothing. "
    asked = "How satisfied were you with our service? Was the fitter polite? Did he come on time?"
    assert "reply/feedback-burden" in broken(fixed + asked, "en")
    assert "reply/feedback-burden" not in broken(fixed + "How satisfied were you with our service?", "en")
    assert "reply/feedback-burden" not in broken("Which tap is it? Is it hot? Since when does it drip?", "en")  # a diagnosis


def test_a_question_after_a_number_needs_one() -> None:
    asked = "Does my voucher work in the online shop? And how long is it valid?"
    assert "thread/question-unanswered" in broken("Your voucher works in the online shop again.", "en", asked)
    assert "thread/question-unanswered" not in broken("Your voucher works in the online shop, until 31 May.", "en", asked)


@pytest.mark.parametrize(
    ("customer", "greeting", "wrong"),
    [
        ("Stephan hier. Ist der Plan da?", "Hallo Stefan, ja.", True),
        ("Stephan hier. Ist der Plan da?", "Hallo Stephan, ja.", False),
        ("The ring says Sian. Siân Rhydderch", "Hello Shaun, I am sorry.", True),
        ("The ring is here. Siân Rhydderch", "Hello Sian, good.", False),  # a keyboard without accents
    ],
)
def test_the_name_in_the_greeting(customer: str, greeting: str, wrong: bool) -> None:
    lang = "de" if "hier" in customer else "en"
    assert ("thread/wrong-name" in broken(greeting, lang, customer)) is wrong


def test_a_short_code_of_letters_and_digits_was_given_too() -> None:
    assert "thread/asked-again" in broken("Could you send me your order number?", "en", "The trailer TR-66 has no light!")
    assert "thread/asked-again" not in broken("Could you send me your order number?", "en", "The trailer has no light!")
