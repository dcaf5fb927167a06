"""A question that a reply left out, told by what the customer says next: put again, said to be passed over, or left for good."""

from __future__ import annotations

import pytest

from coach.config import Config
from coach.engine import Coach

from .conversing import told

RULE = "thread/question-unanswered"


@pytest.fixture(scope="module")
def coach() -> Coach:
    return Coach(Config(channel="chat", rewrites=False))


LEFT = [
    ("en", "Does the tent come with pegs?", "Our shop in Leeds opens at nine.", "And the pegs?"),
    ("en", "Can I swap the seat on flight 12?", "Cabin bags may weigh eight kilos.", "That's not what I asked."),
    ("en", "Will the plumber bring a new tap?", "Your account is in credit.", "You haven't told me whether he brings a tap."),
    (
        "en",
        "Is breakfast included, and is there a lift?",
        "Breakfast is served from seven on the terrace.",
        "Lovely. And the lift?",
    ),
    ("en", "How much is the late checkout?", "Our spa was refurbished in May.", "I asked how much the late checkout is."),
    ("en", "Do you deliver to Skye?", "Thank you for choosing us for your garden.", "Please just answer my question."),
    (
        "en",
        "Could my mother collect the parcel for me?",
        "Parcels are sorted overnight.",
        "So could my mother collect it, yes or no?",
    ),
    ("en", "Which bus goes to the museum? And do students pay less?", "The 14 stops right in front.", "And students?"),
    ("en", "Is the blue one waterproof?", "We also have it in red.", "waterproof or not?"),
    ("en", "May dogs swim in the pool?", "The pool has a slide.", "My question was about dogs."),
    ("en", "Do the boots run small?", "All boots ship in a box.", "For the second time: do they run small?"),
    ("de", "Sind bei dem Zelt Heringe dabei?", "Unser Laden in Kassel öffnet um neun.", "Und die Heringe?"),
    ("de", "Kann ich den Sitzplatz noch tauschen?", "Handgepäck darf acht Kilo wiegen.", "Das war nicht meine Frage."),
    (
        "de",
        "Bringt der Klempner einen neuen Hahn mit?",
        "Ihr Kundenkonto ist ausgeglichen.",
        "Sie haben mir nicht gesagt, ob er einen Hahn mitbringt.",
    ),
    (
        "de",
        "Ist das Frühstück dabei, und gibt es einen Aufzug?",
        "Frühstück servieren wir ab sieben auf der Terrasse.",
        "Schön. Und der Aufzug?",
    ),
    (
        "de",
        "Was kostet der späte Check-out?",
        "Das Spa wurde im Mai renoviert.",
        "Ich hatte gefragt, was der späte Check-out kostet.",
    ),
    (
        "de",
        "Liefern Sie auch nach Sylt?",
        "Danke, dass Sie uns Ihren Garten anvertrauen.",
        "Beantworten Sie doch einfach meine Frage.",
    ),
    ("de", "wann fängt der kurs an", "der raum ist im zweiten stock", "und wann fängt der kurs jetzt an"),
    (
        "de",
        "Darf meine Mutter das Päckchen abholen?",
        "Pakete werden nachts sortiert.",
        "Darf meine Mutter nun abholen, ja oder nein?",
    ),
    ("de", "Welcher Bus fährt zum Museum? Und zahlen Studenten weniger?", "Die 14 hält direkt davor.", "Und Studenten?"),
    ("de", "Ist die blaue wasserdicht?", "Wir haben sie auch in Rot.", "wasserdicht oder nicht?"),
    ("de", "Dürfen Hunde ins Becken?", "Das Becken hat eine Rutsche.", "Meine Frage war, ob Hunde hineindürfen."),
    ("de", "Fallen die Stiefel klein aus?", "Alle Stiefel kommen im Karton.", "Zum zweiten Mal: Fallen sie klein aus?"),
    ("ru", "К палатке идут колышки?", "Наш магазин в Туле открывается в девять.", "А колышки?"),
    ("ru", "Можно поменять место в самолёте?", "Ручная кладь до восьми килограммов.", "Я не об этом спрашивала."),
    (
        "ru",
        "Сантехник привезёт новый кран?",
        "Задолженность на вашем счёте отсутствует.",
        "Вы так и не сказали, привезёт ли он кран.",
    ),
    ("ru", "Завтрак включён и есть ли лифт?", "Завтрак подаём с семи на террасе.", "Чудесно. А лифт?"),
    ("ru", "Сколько стоит поздний выезд?", "Наш спа-центр обновили в мае.", "Я спрашивала, сколько стоит поздний выезд."),
    ("ru", "Вы доставляете на Сахалин?", "Благодарим, что выбрали наш магазин для сада.", "Ответьте, пожалуйста, на мой вопрос."),
    ("ru", "когда начинается курс", "аудитория на втором этаже", "так когда начинается курс"),
    ("ru", "Мама может забрать посылку за меня?", "Посылки сортируются ночью.", "Так мама может забрать или нет?"),
    ("ru", "Какой автобус идёт к музею? И студентам скидка?", "Четырнадцатый, остановка у входа.", "А студентам?"),
    ("ru", "Синяя куртка непромокаемая?", "Есть ещё красная.", "непромокаемая или как?"),
    ("ru", "Собакам в бассейн пускают?", "В бассейне есть горка.", "Мой вопрос был про собак."),
    ("ru", "Сапоги маломерят?", "Все сапоги приходят в коробке.", "Второй раз спрашиваю: маломерят?"),
    ("tr", "Çadırla birlikte kazık geliyor mu?", "Bursa mağazamız dokuzda açılıyor.", "Peki kazık?"),
    ("tr", "Uçakta koltuğumu değiştirebilir miyim?", "El bagajı sekiz kilo olabilir.", "Ben onu sormadım."),
    ("tr", "Tesisatçı yeni musluk getirecek mi?", "Hesabınızda borç görünmüyor.", "Musluk getirecek mi, onu söylemediniz."),
    ("tr", "Kahvaltı dahil mi, asansör var mı?", "Kahvaltı yediden itibaren terasta veriliyor.", "Güzel. Asansör peki?"),
    ("tr", "Geç çıkış ne kadar?", "Spa bölümümüz mayısta yenilendi.", "Geç çıkış ne kadar diye sordum."),
    ("tr", "Bozcaada'ya teslimat yapıyor musunuz?", "Bahçeniz için bizi seçtiğiniz için teşekkürler.", "Sorumu cevaplamadınız."),
    ("tr", "kurs ne zaman başlıyor", "sınıf ikinci katta", "kurs ne zaman başlıyor peki"),
    ("tr", "Annem paketi benim yerime alabilir mi?", "Paketler gece ayrıştırılır.", "Annem alabilir mi alamaz mı?"),
    ("tr", "Müzeye hangi otobüs gidiyor? Öğrenciye indirim yapılıyor mu?", "14 numara tam önünde duruyor.", "Öğrenciye peki?"),
    ("tr", "Mavi mont su geçirmez mi?", "Kırmızısı da bulunuyor.", "su geçirmez mi diyorum"),
    ("tr", "Havuza köpek girebiliyor mu?", "Havuzda kaydırak bulunmaktadır.", "Soruma yanıt vermediniz, köpek girebiliyor mu?"),
    ("tr", "Botların kalıbı dar mı?", "Tüm botlar kutuyla gönderilir.", "İkinci kez soruyorum, kalıbı dar mı?"),
]
"""What is asked, a reply about something else, and what the customer says then."""

PUT_OTHERWISE = [
    ("en", "Do I have to pay for the postage?", "Sorry it leaks! You can return it within thirty days.", "And the postage?"),
    ("en", "Is the blue coat warm, and is it lined?", "The coat is free of moths.", "To repeat my question: is it lined?"),
    ("en", "When does the ferry leave?", "The ferry is painted white.", "So how long is it till departure?"),
    ("en", "Are parrots allowed?", "Our garden has a fountain.", "Are they or not?"),
    ("en", "May I bring a pram?", "Children love our garden.", "You have not seen fit to answer."),
    ("de", "Warum wurde im Mai zweimal abgebucht?", "Ihre Zahlung für Juni ist da, vielen Dank.", "Ich hatte nach Mai gefragt."),
    ("de", "Wann legt die Fähre ab?", "Die Fähre ist blau gestrichen.", "Und um wie viel Uhr fährt sie?"),
    ("ru", "А парковка и уборка включены?", "Парковка во дворе.", "Про уборку я тоже спрашивала."),
    ("ru", "Когда отходит паром?", "Паром выкрашен в белый цвет.", "Так во сколько отправление?"),
    ("tr", "Otopark var mı, temizlik dahil mi?", "Otopark avluda.", "temizliği de sormuştum"),
    ("tr", "Kekler vegan mı?", "Keklerimiz her sabah taze pişiyor.", "Yani vegan mı değil mi?"),
    ("tr", "Kaçta açılır?", "Sistemlerimiz 7/24 izlenmektedir.", "kaçta açılır dedim"),
]
"""Put again by one word that the reply has not, by another question after a time, or said to have been asked."""

ANSWERED = [
    ("en", "Does the tent come with pegs?", "Twelve of them, aluminium.", "Are the pegs light?"),
    ("en", "Can I swap the seat?", "Done, you are in 14C now.", "And is 14C a window seat?"),
    ("en", "How long does delivery take?", "Three days.", "And how long does delivery to Jersey take?"),
    ("en", "Is breakfast included, and is there a lift?", "Both, madam.", "Great, is the lift big?"),
    ("en", "When does the course start?", "On 4 May.", "Perfect, thanks for answering my question."),
    ("en", "Do you deliver to Skye?", "Which postcode is it?", "IV51. Do you deliver there?"),
    ("en", "Where is my parcel?", "One moment, I'll look.", "ok. where is it?"),
    ("en", "Is the blue one waterproof?", "It is.", "Then I'll take the blue waterproof one."),
    ("en", "Could you close my account?", "I have closed it.", "How do I know my account is closed?"),
    ("en", "Why is the fee so high?", "Because of the weekend surcharge.", "I asked my bank about the fee as well."),
    ("de", "Sind bei dem Zelt Heringe dabei?", "Zwölf Stück, aus Alu.", "Sind die Heringe leicht?"),
    ("de", "Kann ich den Sitzplatz tauschen?", "Erledigt, Sie sitzen jetzt auf 14C.", "Und ist 14C am Fenster?"),
    ("de", "Wie lange dauert die Lieferung?", "Drei Tage.", "Und wie lange dauert die Lieferung nach Jersey?"),
    ("de", "Ist das Frühstück dabei, und gibt es einen Aufzug?", "Beides.", "Prima, ist der Aufzug groß?"),
    ("de", "Wann fängt der Kurs an?", "Am 4. Mai.", "Super, das beantwortet meine Frage."),
    ("de", "Liefern Sie nach Sylt?", "Welche Postleitzahl ist es?", "25980. Liefern Sie dorthin?"),
    ("de", "Wo ist mein Paket?", "Einen Moment, ich schaue nach.", "ok. wo ist das Paket?"),
    ("de", "Ist die blaue wasserdicht?", "Ist sie.", "Dann nehme ich die blaue wasserdichte."),
    ("de", "Können Sie mein Konto schließen?", "Ihr Konto ist geschlossen.", "Ist das Konto jetzt wirklich zu?"),
    (
        "de",
        "Warum ist die Gebühr so hoch?",
        "Wegen des Wochenendzuschlags.",
        "Bei der Bank habe ich wegen der Gebühr auch gefragt.",
    ),
    ("ru", "К палатке идут колышки?", "Двенадцать штук, алюминиевые.", "А колышки лёгкие?"),
    ("ru", "Можно поменять место?", "Готово, теперь у вас 14C.", "А 14C у окна?"),
    ("ru", "Сколько идёт доставка?", "Три дня.", "А сколько идёт доставка в Якутск?"),
    ("ru", "Завтрак включён и есть ли лифт?", "И то и другое.", "Отлично, а лифт большой?"),
    ("ru", "Когда начинается курс?", "4 мая.", "Спасибо, вы ответили на мой вопрос."),
    ("ru", "Вы доставляете на Сахалин?", "Какой у вас индекс?", "693000. Доставляете?"),
    ("ru", "Где моя посылка?", "Минутку, посмотрю.", "хорошо. где посылка?"),
    ("ru", "Синяя непромокаемая?", "Да.", "Тогда беру синюю непромокаемую."),
    ("ru", "Закроете мне счёт?", "Счёт закрыт.", "А счёт точно закрыт?"),
    ("ru", "Почему комиссия такая большая?", "Из-за надбавки выходного дня.", "В банке я тоже спрашивала про комиссию."),
    ("tr", "Çadırla kazık geliyor mu?", "On iki tane, alüminyum.", "Kazıklar hafif mi?"),
    ("tr", "Koltuğumu değiştirebilir miyim?", "Değiştirdim, 14C oldu.", "14C cam kenarı mı?"),
    ("tr", "Teslimat ne kadar sürüyor?", "Üç gün.", "Peki Kıbrıs'a teslimat ne kadar sürüyor?"),
    ("tr", "Kahvaltı dahil mi, asansör var mı?", "İkisi de var.", "Harika, asansör büyük mü?"),
    ("tr", "Kurs ne zaman başlıyor?", "4 Mayıs'ta.", "Teşekkürler, sorumu cevapladınız."),
    ("tr", "Bozcaada'ya teslimat var mı?", "Posta kodunuz nedir?", "17680. Teslimat var mı?"),
    ("tr", "Paketim nerede?", "Bir dakika, bakıyorum.", "tamam. paketim nerede?"),
    ("tr", "Mavi su geçirmez mi?", "Evet.", "O zaman su geçirmez maviyi alıyorum."),
    ("tr", "Hesabımı kapatır mısınız?", "Hesabınız kapatıldı.", "Hesap gerçekten kapandı mı?"),
    ("tr", "Ücret neden bu kadar yüksek?", "Hafta sonu farkından dolayı.", "Bankaya da ücreti sordum."),
]
"""Answered in other words, by a number, a reason, a deed or a yes, or the agent asks or looks first."""

LEAVING = [
    (
        "en",
        "Will the van come today?",
        "Our warehouse is heated by the sun.",
        "This is outrageous, I'm cancelling everything.",
    ),
    ("de", "Kommt heute noch jemand?", "Unsere Wagen fahren elektrisch.", "Jetzt reicht es, ich kündige."),
    ("ru", "Мастер сегодня приедет?", "Наши фургоны теперь электрические.", "Всё, ухожу от вас к конкурентам."),
    ("tr", "Usta bugün gelecek mi?", "Araçlarımız artık elektrikli.", "Yeter, üyeliğimi iptal ediyorum."),
]
"""A customer who leaves behind a reply that has nothing of the question."""


@pytest.mark.parametrize(("lang", "question", "reply", "then"), [*LEFT, *PUT_OTHERWISE, *LEAVING])
def test_the_next_words_show_that_a_question_was_left(coach: Coach, lang: str, question: str, reply: str, then: str) -> None:
    assert told(coach, lang, (f"C: {question}", f"Uwe: {reply}", f"C: {then}"), RULE) == [1]


@pytest.mark.parametrize(("lang", "question", "reply", "then"), ANSWERED)
def test_what_comes_again_after_an_answer_asks_for_more(coach: Coach, lang: str, question: str, reply: str, then: str) -> None:
    assert told(coach, lang, (f"C: {question}", f"Uwe: {reply}", f"C: {then}"), RULE) == []


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ("C: Does the sofa fit the lift?", "Uwe: I'll put you through to delivery.", "C: does the sofa fit the lift?")),
        ("de", ("C: Passt das Sofa in den Aufzug?", "Uwe: Guten Tag, Herr Kern.", "C: Passt das Sofa in den Aufzug?")),
        ("ru", ("C: Диван войдёт в лифт?", "Uwe: Укажите, пожалуйста, номер заказа.", "C: 55-1. Диван войдёт в лифт?")),
        ("tr", ("C: Koltuk asansöre sığar mı?", "Uwe: Ölçüleri kontrol ediyorum.", "C: koltuk asansöre sığar mı")),
        ("en", ("C: Do you even read this?!", "Uwe: Our shop opens at nine.", "C: do you even read this?!")),
        # Who reports what happened comes back to no question of before, and who is asked something has to answer first.
        (
            "en",
            ("C: Is it fixed?", "Uwe: Which door?", "C: The left one.", "Uwe: A fitter has been.", "C: Fixed. The gate shuts."),
        ),
        ("tr", ("C: Vana değişir mi?", "Uwe: Hangi daire?", "C: 12.", "Uwe: Usta yolda.", "C: Değişti.")),
        # A reproach that looks like a question waits for no answer.
        (
            "en",
            ("C: Have you any idea what it is like?", "Uwe: Our shop opens at nine.", "C: Cancel everything, this is a joke."),
        ),
        ("tr", ("C: Ne kadar utandım biliyor musunuz?", "Uwe: Mağazamız dokuzda açılır.", "C: Yeter, üyeliğimi iptal ediyorum.")),
        ("de", ("C: Danke, alles gut.", "Uwe: Unser Laden öffnet um neun.", "C: Das war nicht meine Frage.")),
    ],
)
def test_a_reply_that_has_not_begun_leaves_nothing_out(coach: Coach, lang: str, lines: tuple[str, ...]) -> None:
    assert told(coach, lang, lines, RULE) == []


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ("C: Can I go back to the old plan?", "Uwe: Member number?", "C: 5512.", "Uwe: The gym has a pool.",
                "C: I ask a second time: can I go back?")),
        ("de", ("C: Warum 94 Euro?", "Uwe: Wie lautet die Nummer?", "C: 330218.", "Uwe: Der Vertrag läuft seit Februar.",
                "C: Dann frage ich ein zweites Mal: warum 94?")),
    ],
)  # fmt: skip
def test_a_question_waits_while_the_customer_gives_what_was_asked_for(coach: Coach, lang: str, lines: tuple[str, ...]) -> None:
    assert told(coach, lang, lines, RULE) == [3]
