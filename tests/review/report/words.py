"""The words of the invented review: rules, what was said, what went well. All of it is ours."""

from __future__ import annotations

CATEGORIES = {
    "negative": 1.9, "command": 1.4, "blame": 1.1, "vague": 0.9, "dismissive": 0.8, "policy": 0.6, "cliche": 0.5,
    "overpromise": 0.3, "deflection": 0.3, "excuse": 0.2, "reply": 0.7, "thread": 0.4,
}  # fmt: skip
RULES = {
    "blame/forgot": ("error", "says that the customer forgot or failed to do something", 0.7),
    "blame/doubt": ("error", "asks a question that doubts the customer", 0.4),
    "negative/cannot": ("warning", "says what cannot be done, and not what can", 1.2),
    "negative/unfortunately": ("hint", "announces bad news before it comes", 0.7),
    "command/must": ("warning", "orders the customer to do something", 1.4),
    "dismissive/calm-down": ("error", "tells the customer how to feel", 0.3),
    "dismissive/as-i-said": ("warning", "reminds the customer that it was said before", 0.5),
    "vague/soon": ("warning", "gives no time where the customer needs one", 0.9),
    "policy/our-policy": ("warning", "gives a rule for a reason", 0.6),
    "cliche/inconvenience": ("hint", "uses a set phrase instead of an apology", 0.5),
    "overpromise/guarantee": ("warning", "promises what nobody can promise", 0.3),
    "deflection/not-my-department": ("error", "sends the customer away", 0.3),
    "excuse/busy": ("hint", "explains the wait with our own trouble", 0.2),
    "reply/no-acknowledgement": ("warning", "does not take up what troubles the customer", 0.7),
    "thread/question-unanswered": ("warning", "leaves a question of the customer unanswered", 0.4),
}
# rule: language, turn with [the words], reason, better wording (drop-in or not), what the customer said before
SAID = {
    "blame/forgot": (
        (
            "en",
            "Thanks for the photo. [You forgot to attach the receipt], so I could not start the exchange yet.",
            "Sounds like an accusation; say what is needed next.",
            "The receipt is not with us yet",
            True,
            "I sent everything on Monday, why is nothing happening?",
        ),
        (
            "de",
            "Guten Tag Frau Aydin, [Sie haben vergessen, das Formular zu unterschreiben]. Bitte schicken Sie es neu.",
            "Das klingt nach einem Vorwurf; sagen Sie, was noch fehlt.",
            "Auf dem Formular fehlt noch Ihre Unterschrift",
            True,
            "Wann bekomme ich mein Geld zurück? Ich warte seit drei Wochen.",
        ),
    ),
    "blame/doubt": (
        (
            "en",
            "[Are you sure that you pressed the button for five seconds?]",
            "A doubt before any help sounds like blame.",
            "Let us try the button once more together: please hold it for five seconds.",
            False,
            "The lamp still blinks red.",
        ),
    ),
    "negative/cannot": (
        (
            "ru",
            "Здравствуйте! [Мы не можем изменить адрес], посылка уже в пути.",
            "Отказ без выхода; скажите, что возможно.",
            "Посылка уже в пути; её можно получить в пункте выдачи рядом с вами.",
            False,
            "Я переехала, поменяйте, пожалуйста, адрес.",
        ),
        (
            "en",
            "[We cannot send it today.] The warehouse closes at four.",
            "Says only what does not work.",
            "It leaves our warehouse tomorrow morning.",
            False,
            "Will it go out today?",
        ),
    ),
    "command/must": (
        (
            "tr",
            "Merhaba, [formu hemen doldurmanız gerekiyor], yoksa işlem iptal olur.",
            "Emir gibi; rica daha iyi karşılanır.",
            "formu doldurursanız işleme devam edebiliriz",
            True,
            "İadem neden hâlâ yapılmadı?",
        ),
        (
            "en",
            "[You must restart the router first.]",
            "An order; a request is followed more gladly.",
            "Could you restart the router for me?",
            False,
            "The line is down again!!",
        ),
    ),
    "dismissive/calm-down": (
        (
            "en",
            "[Please calm down], I am looking at your order.",
            "Nobody calms down when told to.",
            "I can see why this is annoying, and",
            True,
            "This is the third time I write to you. I have had enough.",
        ),
    ),
    "vague/soon": (
        (
            "de",
            "Ich habe das weitergegeben, [wir melden uns demnächst].",
            "Ohne Zeitangabe bleibt nur Warten.",
            "wir melden uns bis Donnerstag, 12 Uhr",
            True,
            "Und wie geht es jetzt weiter?",
        ),
    ),
}
GOOD_WORDS = {
    "good/owns": "[I will call the carrier now and write to you by 3 pm], whatever they say.",
    "good/way-out": "The blue one is sold out, [but I can put the green one aside for you until Friday].",
    "good/acknowledges": "[Three weeks without an answer is far too long], and I am sorry that it was left to you to ask.",
    "good/asks-if-solved": "The payment has gone through on our side. [Does the booking show up for you now?]",
    "good/explains": "[The link works once only because it carries your password]; here is a fresh one.",
    "good/thanked": "I moved the appointment to Tuesday, nine o'clock, and told the workshop.",
}
EVENT_TITLES = {
    "customer/upset": "the customer is upset",
    "customer/thanks": "the customer says thanks",
    "customer/patience-lost": "the customer loses patience",
    "customer/repeats": "the customer has to repeat something",
    "thread/acknowledged": "the first reply takes up the trouble",
    "thread/acknowledged-late": "the trouble is taken up late",
    "thread/not-acknowledged": "the trouble is never taken up",
    "thread/transfer": "handed to somebody else",
    "thread/carried-over": "information is carried over",
    "thread/not-carried-over": "information is asked for again",
    "thread/register": "another form of address than the customer's",
    "good/owns": "takes it on, with a time",
    "good/way-out": "a no with a way out",
    "good/acknowledges": "takes up the trouble",
    "good/asks-if-solved": "asks whether it works now",
    "good/explains": "explains why",
    "good/thanked": "what the customer said thanks for",
}
SHARES = (31, 44, 6, 11, 52, 21, 27, 18, 61, 39, 4, 22, 14, 35, 27, 19, 44)
