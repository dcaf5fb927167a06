"""What customers show, told by the signals of thread.yaml: half of the sentences here must stay silent."""

from __future__ import annotations

import pytest

from coach.engine import Coach
from coach.model import LANGUAGES
from coach.phrasebook.groups import GROUPS, SHOWING, THREADING, group_of_signal
from coach.texts import Passage, passages, prepare

MOODS = ("upset", "thanks", "patience-lost", "repeats")


@pytest.fixture(scope="module")
def coach() -> Coach:
    return Coach()


def passage(coach: Coach, text: str, lang: str) -> Passage:
    return next(passages([prepare(text)], coach.matcher(lang), "chat"))


def shown(coach: Coach, text: str, lang: str) -> set[str]:
    one = passage(coach, text, lang)
    return {name for name in MOODS if one.has(name)}


SHOWN = {
    "en": {
        "I am absolutely furious about this": "upset",
        "this is a disgrace": "upset",
        "Your customer service is terrible": "upset",
        "I feel cheated.": "upset",
        "you have wasted my whole morning": "upset",
        "worst company I have ever dealt with": "upset",
        "I'm fed up with this": "patience-lost",
        "I've been on hold for 45 minutes": "patience-lost",
        "This is the fourth agent I've spoken to": "patience-lost",
        "I want to talk to a supervisor now": "patience-lost",
        "I will take my business elsewhere": "patience-lost",
        "If I don't hear back today I will contact my lawyer": "patience-lost",
        "I already told you that the cable is plugged in": "repeats",
        "I have explained this to two of your colleagues": "repeats",
        "like I said before, it's the left one": "repeats",
        "I sent you the photos twice already": "repeats",
        "thank you very much for your help": "thanks",
        "thanks, that did the trick": "thanks",
        "Great, thank you": "thanks",
        "Brilliant, you're a lifesaver": "thanks",
        "Why do I have to repeat everything?": "repeats",
        "It's really frustrating": "upset",
        "I am so disappointed in you guys": "upset",
        "This is unacceptable and I expect a call": "patience-lost",
        "I have called six times this week": "patience-lost",
        "I'm never shopping here again": "patience-lost",
        "not good enough": "upset",
        "how many more times do I have to explain this": "patience-lost",
        "what the hell is going on": "upset",
        "No one cares": "upset",
    },
    "de": {
        "Ich bin echt sauer auf euch": "upset",
        "Das ist eine Unverschämtheit": "upset",
        "Euer Kundenservice ist unterirdisch": "upset",
        "Ich fühle mich betrogen.": "upset",
        "Das nervt mich gewaltig": "upset",
        "schlechtester Kundendienst aller Zeiten": "upset",
        "Ich hab die Schnauze voll": "patience-lost",
        "Ich hänge seit 45 Minuten in der Warteschleife": "patience-lost",
        "Das ist jetzt der vierte Mitarbeiter, mit dem ich rede": "patience-lost",
        "Geben Sie mir bitte Ihren Vorgesetzten": "patience-lost",
        "Dann wechsle ich eben den Anbieter": "patience-lost",
        "Ich schalte die Verbraucherzentrale ein": "patience-lost",
        "Ich habe Ihnen doch schon gesagt, dass das Kabel steckt": "repeats",
        "Das habe ich schon zwei Kollegen von Ihnen erklärt": "repeats",
        "wie bereits erwähnt ist es das linke": "repeats",
        "Vielen lieben Dank für die Mühe": "thanks",
        "danke, hat geklappt": "thanks",
        "Super, dankeschön!": "thanks",
        "Warum muss ich alles noch einmal erzählen?": "repeats",
        "Das ist wirklich frustrierend": "upset",
        "Wir sind sehr enttäuscht von Ihrem Haus": "upset",
        "Das lasse ich mir nicht gefallen": "patience-lost",
        "Ich habe diese Woche schon sechsmal angerufen": "patience-lost",
        "bei euch bestelle ich nie wieder": "patience-lost",
        "Was soll der Mist": "upset",
        "Das kann doch nicht Ihr Ernst sein": "upset",
        "Jetzt ist der ganze Abend ruiniert": "upset",
        "So eine Enttäuschung": "upset",
        "Kümmern Sie sich endlich!": "patience-lost",
        "Das interessiert bei Ihnen ja keinen": "upset",
    },
    "ru": {
        "Я просто в бешенстве": "upset",
        "Это наглость!": "upset",
        "У вас отвратительный сервис": "upset",
        "Меня просто обманули": "upset",
        "Меня это бесит": "upset",
        "худшая компания на свете": "upset",
        "Сыта по горло": "patience-lost",
        "вишу на линии уже 45 минут": "patience-lost",
        "Это уже четвёртый раз, когда я вам пишу": "patience-lost",
        "Дайте мне старшего": "patience-lost",
        "Тогда перейду к другому оператору": "patience-lost",
        "Напишу жалобу в Роспотребнадзор": "patience-lost",
        "Я же вам уже сказала, что кабель вставлен": "repeats",
        "Я это уже двум вашим сотрудникам объяснил": "repeats",
        "как я уже упоминал, левый": "repeats",
        "Огромное спасибо за помощь": "thanks",
        "спасибо, всё заработало": "thanks",
        "Отлично, благодарю!": "thanks",
        "Почему я должна всё рассказывать заново?": "repeats",
        "Очень обидно": "upset",
        "Мы очень разочарованы вашей гостиницей": "upset",
        "Так больше нельзя": "patience-lost",
        "На этой неделе я звонила вам шесть раз": "patience-lost",
        "никогда больше у вас ничего не куплю": "patience-lost",
        "Что за бардак": "upset",
        "Вы серьёзно издеваетесь?": "upset",
        "Весь вечер испорчен": "upset",
        "Вы когда уже ответите?": "patience-lost",
        "Всем наплевать на клиентов": "upset",
        "Мне стыдно за вас, позор": "upset",
    },
    "tr": {
        "Gerçekten çok sinirliyim": "upset",
        "Bu ne saygısızlık!": "upset",
        "Müşteri hizmetleriniz berbat": "upset",
        "Açıkça kandırıldım": "upset",
        "Sinirim bozuldu": "upset",
        "hayatımda gördüğüm en kötü firma": "upset",
        "Bıktım usandım": "patience-lost",
        "45 dakikadır hatta bekliyorum": "patience-lost",
        "Bu dördüncü kez yazışım": "patience-lost",
        "Müdürünüzle görüşmek istiyorum": "patience-lost",
        "O zaman başka operatöre geçeceğim": "patience-lost",
        "Tüketici hakem heyetine başvuracağım": "patience-lost",
        "Kablonun takılı olduğunu size zaten söyledim": "repeats",
        "Bunu dün arkadaşınıza da anlattım": "repeats",
        "daha önce belirttiğim gibi soldaki": "repeats",
        "Yardımınız için çok teşekkür ederim": "thanks",
        "sağ olun, oldu": "thanks",
        "Harika, teşekkürler!": "thanks",
        "Neden her şeyi yeniden anlatmak zorundayım?": "repeats",
        "Çok üzüldüm": "upset",
        "Otelinizden hiç memnun kalmadık": "upset",
        "Buna artık tahammül edemiyorum": "patience-lost",
        "Bu hafta altı kere aradım": "patience-lost",
        "bir daha sizden alışveriş yapmam": "patience-lost",
        "Bu nasıl saçmalık böyle": "upset",
        "Şaka mı bu?": "upset",
        "Bütün akşamımız mahvoldu": "upset",
        "Daha ne kadar bekleyeceğiz?": "patience-lost",
        "Müşteri umurlarında bile değil": "upset",
        "Yazık, yazıklar olsun size": "upset",
    },
}
"""A sentence, and the mood that must be among those found."""

SILENT = {
    "en": (
        "The parcel has not arrived yet.",
        "My screen stays black after the update.",
        "I was charged twice for May.",
        "Can I speak to someone about a wedding cake?",
        "I am waiting for the blue one to be back in stock.",
        "How long does delivery take?",
        "I have an appointment at the court on Monday, so please deliver on Tuesday.",
        "My husband is the manager of the shop.",
        "Sorry if I sound rude, I am just in a hurry.",
        "Is this the number of your lawyer's office?",
        "I don't mind waiting.",
        "No thank you, that is all.",
        "Thanks in advance for your reply.",
        "Please send me the invoice again, I cannot find it.",
        "I told my sister about your shop.",
        "I'd like to cancel my order because I'm moving.",
        "It is the third button from the left.",
        "The third parcel arrived today.",
        "I would be upset if the surprise got spoiled.",
        "Could you read the label on the box to me?",
        "We had enough chairs for everyone.",
        "I bought it three times already, it is that good.",
        "The music was damn good.",
        "I'm not disappointed at all, quite the opposite.",
        'It says "unacceptable file type" when I upload the picture.',
        "Please do not ask for thank you cards.",
        "How do I report a lost card?",
        "I never use the card abroad.",
        "Does it come with a manager account for two people?",
        "I appreciate if you can check it.",
        "My son lost his job, can we pause the contract?",
        "Nobody answered at first but now it is settled.",
    ),
    "de": (
        "Das Paket ist bis heute nicht angekommen.",
        "Seit dem Update bleibt der Bildschirm schwarz.",
        "Mir wurde der Betrag zweimal abgebucht.",
        "Ich warte auf die blaue Ausführung.",
        "Wie lange dauert die Lieferung nach Wien?",
        "Können Sie mich mit der Buchhaltung verbinden?",
        "Meine Chefin möchte eine Rechnung mit Steuernummer.",
        "Ich bin selbst Anwältin und weiß, dass das dauert.",
        "Nein danke, das war alles.",
        "Vielen Dank im Voraus für Ihre Antwort.",
        "Bitte schicken Sie mir die Rechnung noch einmal.",
        "Ich habe meiner Nachbarin von Ihrem Laden erzählt.",
        "Ich möchte den Vertrag kündigen, weil ich ins Ausland ziehe.",
        "Das ist der dritte Knopf von links.",
        "Das dritte Paket ist heute gekommen.",
        "Es wäre ärgerlich, wenn die Überraschung auffliegt.",
        "Können Sie das wiederholen?",
        "Die Soße war etwas sauer.",
        "Ich habe es schon dreimal gekauft, so gut ist es.",
        "Wie melde ich eine Phishing-Mail?",
        "Wir sind ganz und gar nicht enttäuscht.",
        "Ich habe das Gericht mit Lachs bestellt.",
        "In der Anzeige steht Fehler 12.",
        "Der Film war verdammt gut.",
        "Reicht mir der kleine Tarif für zwei Personen?",
        "Mein Mann hat den Anbieter schon gefragt.",
        "Wann habt ihr wieder geöffnet?",
        "Das Display zeigt eine rote Lampe.",
        "Ich wäre Ihnen dankbar, wenn Sie nachsehen.",
        "Zum dritten Mal in diesem Jahr fahren wir an die See und brauchen ein Zimmer.",
        "Soll ich die Seriennummer noch einmal schicken?",
        "Ich hatte gestern schon bestellt und möchte etwas ergänzen.",
    ),
    "ru": (
        "Посылка до сих пор не пришла.",
        "После обновления экран остаётся чёрным.",
        "С карты дважды сняли деньги.",
        "Жду, когда синий снова будет в наличии.",
        "Сколько идёт доставка до Казани?",
        "Соедините, пожалуйста, с бухгалтерией.",
        "Мой руководитель просит счёт с печатью.",
        "Я сам юрист и понимаю, что это небыстро.",
        "Нет, спасибо, это всё.",
        "Заранее спасибо за ответ.",
        "Пришлите, пожалуйста, счёт ещё раз.",
        "Я рассказала о вас подруге.",
        "Хочу закрыть договор, уезжаю за границу.",
        "Третья кнопка слева не нажимается.",
        "Третья посылка пришла сегодня.",
        "Будет обидно, если сюрприз раскроется.",
        "Можете повторить последнее?",
        "Соус был немного кислый.",
        "Беру уже третий раз, очень нравится.",
        "Мне пришло сообщение от мошенников, это не вы?",
        "Я совсем не разочарована, наоборот.",
        "Справку из полиции прикладываю.",
        "На экране надпись «ошибка 12».",
        "Фильм был чертовски хорош.",
        "Мне хватит маленького тарифа на двоих?",
        "Муж уже спрашивал в банке.",
        "Когда вы снова откроетесь?",
        "Буду признательна, если посмотрите.",
        "Отправить вам серийный номер ещё раз?",
        "Я вчера уже заказывала и хочу добавить к заказу чехол.",
        "Хороший отзыв обязательно оставлю.",
        "Достала из коробки, а там нет инструкции.",
    ),
    "tr": (
        "Kargom hâlâ gelmedi.",
        "Güncellemeden sonra ekran siyah kalıyor.",
        "Kartımdan iki kez para çekildi.",
        "Mavisinin gelmesini bekliyorum.",
        "Ankara'ya teslimat kaç gün sürüyor?",
        "Beni muhasebeye bağlar mısınız?",
        "Müdürüm kaşeli fatura istiyor.",
        "Ben de avukatım, işlerin zaman aldığını bilirim.",
        "Hayır, teşekkürler, hepsi bu.",
        "Cevabınız için şimdiden teşekkür ederim.",
        "Faturayı tekrar gönderir misiniz?",
        "Komşuma sizden bahsettim.",
        "Yurt dışına taşındığım için sözleşmeyi bitirmek istiyorum.",
        "Soldan üçüncü düğme basmıyor.",
        "Üçüncü paket bugün geldi.",
        "Sürpriz bozulursa üzülürüm.",
        "Son söylediğinizi tekrar eder misiniz?",
        "Sos biraz ekşiydi.",
        "Üçüncü kez alıyorum, çok memnunum.",
        "Bana sahte mesaj geldi, sizden mi?",
        "Hiç pişman değilim, tam tersine.",
        "Mahkeme evraklarımı ekledim.",
        "Ekranda hata 12 yazıyor.",
        "Film çok güzeldi.",
        "Küçük paket bize yeter mi?",
        "Eşim bankaya daha önce sormuştu.",
        "Ne zaman tekrar açılacaksınız?",
        "Bakarsanız sevinirim.",
        "Seri numarasını tekrar göndereyim mi?",
        "Dün sipariş vermiştim, bir kılıf daha eklemek istiyorum.",
        "Acelem yok, haftaya da olur.",
        "Evde olmayacağım, komşuya bırakabilirler.",
    ),
}
"""Neutral reports of trouble, waiting without complaint, polite formulas, other senses of the words, other people's moods."""


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang in LANGUAGES for text in SHOWN[lang]])
def test_what_a_customer_shows(coach: Coach, lang: str, text: str) -> None:
    assert SHOWN[lang][text] in shown(coach, text, lang)


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang in LANGUAGES for text in SILENT[lang]])
def test_what_shows_nothing(coach: Coach, lang: str, text: str) -> None:
    assert shown(coach, text, lang) == set()


def test_a_plain_check_never_searches_for_moods_or_transfers() -> None:
    coach = Coach()
    text = "I'll transfer you. This is absolutely ridiculous, I'm furious, thanks for nothing."
    coach.check(text, lang="en")
    assert not coach.matcher("en").signs[SHOWING]
    assert not coach.matcher("en").signs[THREADING]


def test_every_signal_of_a_thread_has_a_group_of_its_own() -> None:
    assert len(set(GROUPS)) == len(GROUPS)
    assert {group_of_signal(name) for name in MOODS} == {SHOWING}
    assert {group_of_signal(name) for name in ("transfers", "carries-over", "asks-if-solved")} == {THREADING}
