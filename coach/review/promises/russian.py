"""Russian: the perfective future, which needs no pronoun, and the passives with будет."""

from __future__ import annotations

from coach.review.promises.russian_times import BEFORE, BEGINS, BEHIND, GLUE, NUMBERS, TIME, TIMES
from coach.review.promises.russian_verbs import forms, present
from coach.review.promises.wording import NOBODY, SOMEONE, WE, I, Making, Wording, lists
from coach.review.stems import any_of

CONTACT_I = r"(?:звоню|свяжусь|сообщу|уведомлю|проинформирую|отпишусь|извещу|дам (?:вам |тебе )?знать)"
CONTACT_WE = r"(?:звоним|свяжемся|сообщим|уведомим|проинформируем|отпишемся|известим|дадим (?:вам |тебе )?знать)"
WRITES = "напишу|отвечу|пришлю|вышлю|вернусь|отправлю|скину|подскажу|верну|возмещу|компенсирую|заменю"
WRITE_I = any_of(WRITES)
YOU = r"(?:вам|тебе|вас|тебя|к вам|к тебе|вами|тобой)"
GIVE_WE = r"(?:вернем|возместим|компенсируем|заменим|пришлем|вышлем|отправим|напишем|ответим|вернемся)"
THEY_CALL = (
    "свяжутся|перезвонят|позвонят|напишут|ответят|сообщат|приедут|привезут|доставят|заберут|починят|пришлют"
    "|вышлют|вернут|проверят|исправят|уведомят|проинформируют"
)
MORE_I, MORE_WE = ("прослежу", "перезвоню", "позвоню", "сообщу"), ("перезвоним", "позвоним", "сообщим", "проконтролируем")
DEEDS_I, DEEDS_WE = (*forms(0), *MORE_I), (*forms(1), *MORE_WE)
HE_DOES = (*forms(2), "перезвонит", "позвонит", "сообщит", "придет", "привезет", "поедет", "выйдет на связь")
THEY_DO = (*forms(3), "придут", "перезвонят", "позвонят", "сообщат")
DEED_I, DEED_WE, HE, THEY_DEED = (any_of("|".join(some)) for some in (DEEDS_I, DEEDS_WE, HE_DOES, THEY_DO))
THEY = any_of(THEY_CALL)
UNDER_WAY_I, UNDER_WAY_WE = present(0), present(1)
PEOPLE = (
    r"(?:специалист|менеджер|сотрудник|коллег|мастер|курьер|оператор|водител|инженер|техник|бухгалтер|отдел|служб"
    r"|склад|команд|поддержк|руководител|администратор"
    r"|консультант|монтажник|сантехник|электрик|врач|эксперт|представител|доставк|банк|магазин|сервис|логист|юрист"
    r"|продавец|разработчик|бригад|сборщик|диспетчер|аварийн|мастерск|кассир|повар|тренер|учител|хозяин|хозяйк|директор"
    r"|агент|оценщик|инспектор|экипаж|смен[аы]|лаборатор|бухгалтери|юрис)\w*"
)
WHO = (
    r"(?P<who>(?:(?:наш|ваш|мой|один из|другой|старший|профильный"
    rf"|ответственный)\w* (?:[\w-]+ )?)?{PEOPLE}(?: (?:отдела|службы|поддержки|склада|продаж|доставки|сервиса"
    r"|технической|банка|[\w-]+ии))*)"
)
COMES = (
    "придет|придут|поступит|поступят|вернется|вернутся|приедет|прибудет|отобразится|появится|появятся|заработает"
    "|зачислятся|зачислится|упадет|упадут|дойдет|дойдут|уйдет|уйдут|выйдет|отправится|отправятся|доберется|начислятся|начислится"
    "|обновится|обновятся|включится|подключится|восстановится|разблокируется|приедут|прибудут|доедет|окажется|окажутся"
)
CALLS = r"(?:свяжется|перезвонит|позвонит|напишет|ответит|выйдет на связь)"
MESSAGE = r"(?:ответ|письмо|деньги|возврат|уведомление|чек|замену|компенсацию|подтверждение|сообщение|смс|код)"
DONE = (
    r"(?:доставлен|отправлен|возвращен|зачислен|заменен|оформлен|готов|исправлен|решен|обработан|рассмотрен"
    r"|выплачен|начислен|перечислен|переведен|устранен|подключен"
    r"|отремонтирован|передан|активирован|восстановлен|компенсирован|возмещен|выслан|прислан|проверен"
    r"|доступен|доступн|произведен|выполнен|проведен|предоставлен|направлен|разблокирован|перенесен|продлен)\w*"
)

PASSIVE = (
    r"(?!(?:закры|откры|недоступ|ограничен|заблокирован|отключен|приостановлен|удержан|нужен|должен|намерен|вынужден|списан"
    r"|повыше|сниже|подня|расторг|удале|закрыт|ликвид))"
    r"\w{3,}(?:[лжчщшндтсзрвм]ен|ован|[дсзртв]ан|[рн]ят|[рм]ыт)(?:а|о|ы)?"
)
THERE = (
    r"(?:у (?:вас|тебя)|на (?:карте|счете|счету|месте|адресе|пороге|вашем|твоем)|в (?:пункте|кабинете|почте|вашем)|под дверью"
    r"|(?:у|перед) (?:вашего|вашей|подъезд\w*|двер\w*))"
)
FRONT = r"(?:[\w:]+ ){0,5}$"
"""Up to some words of one clause between the doer and the verb."""

NEVER = any_of(
    "|".join(
        {
            *DEEDS_I,
            *DEEDS_WE,
            *HE_DOES,
            *THEY_DO,
            *THEY_CALL.split("|"),
            *WRITES.split("|"),
            *UNDER_WAY_I,
            *UNDER_WAY_WE,
            "свяжемся",
            "сообщим",
        }
    )
)

MAKINGS = (
    Making(I, rf"{CONTACT_I}\b", words=("tell_i",)),
    Making(WE, rf"{CONTACT_WE}\b", words=("tell_we",)),
    Making(I, rf"{WRITE_I} {YOU}\b", words=("give_i",)),
    Making(I, rf"{WRITE_I}\b", words=("give_i",), before=rf"\b{YOU} (?:\w+ ){{0,2}}$"),
    Making(I, r"(?:верну|возмещу|компенсирую) ", words=("give_i",)),
    Making(WE, rf"{GIVE_WE} {YOU}\b", words=("give_we",)),
    Making(WE, rf"{GIVE_WE}\b", words=("give_we",), before=rf"\b{YOU} (?:\w+ ){{0,2}}$"),
    Making(WE, r"(?:вернем|возместим|компенсируем) ", words=("give_we",)),
    Making(I, r"буду (?:на связи|держать .*курсе)", words=("posted",)),
    Making(WE, r"будем держать .*курсе", words=("posted",)),
    Making(SOMEONE, rf"{CALLS}\b", words=("calls",), before=rf"{WHO} {FRONT}"),
    Making(SOMEONE, rf"{CALLS} (?:\w+ ){{0,2}}?{WHO}", words=("calls",)),
    Making(SOMEONE, rf"{CALLS} (?:с вами |вам |к вам )?(?P<name>[а-я]{{3,20}}(?: [а-я]{{3,20}})?)\b", words=("calls",)),
    Making(
        SOMEONE,
        rf"{CALLS}\b",
        words=("calls",),
        before=r"(?P<name>\b[а-я]{3,20}(?: [а-я]{3,20})?) (?:вам |с вами |завтра |сегодня ){0,2}$",
    ),
    Making(SOMEONE, r"(?:приедет|поедет|подъедет|выедет) к (?:вам|тебе)\b", words=("he",), before=rf"{WHO} {FRONT}"),
    Making(SOMEONE, r"(?:приедет|поедет|подъедет|выедет) к (?:вам|тебе)\b", words=("he",), before=r"(?P<name>\b[а-я]{3,20}) $"),
    Making(SOMEONE, rf"{THEY}\b", words=("they",), before=rf"\b(?:{YOU}|с вами|с тобой) {FRONT}"),
    Making(SOMEONE, rf"{THEY} (?:с )?{YOU}\b", words=("they",)),
    Making(SOMEONE, rf"{HE}\b", timed=True, words=("he",), before=rf"{WHO} {FRONT}"),
    Making(SOMEONE, rf"{HE} (?:\w+ ){{0,2}}?{WHO}", timed=True, words=("he",)),
    Making(I, rf"буду (?:\w+ ){{0,3}}?{THERE}\b", timed=True, words=("be_i",)),
    Making(WE, rf"будем (?:\w+ ){{0,3}}?{THERE}\b", timed=True, words=("be_i",)),
    Making(SOMEONE, rf"будет (?:\w+ ){{0,3}}?{THERE}\b", timed=True, words=("will",), before=rf"{WHO} {FRONT}"),
    Making(SOMEONE, rf"{THEY_DEED}\b", timed=True, words=("they",)),
    Making(
        NOBODY,
        rf"(?:получите|получишь) (?:\w+ ){{0,2}}?{MESSAGE}",
        deed=False,
        words=("gets",),
        before=r"\b(?:вы|ты) (?:[\w:]+ ){0,4}$",
    ),
    Making(NOBODY, r"(?:получите|получишь|увидите|увидишь)\b", timed=True, close=True, deed=False, words=("gets",)),
    Making(
        NOBODY,
        rf"(?:придет|поступит) (?:{YOU} )?(?:[\w-]+ ){{0,2}}?{MESSAGE}",
        deed=False,
        words=("comes",),
        before=rf"\b{YOU} (?:на \w+ )?$",
    ),
    Making(NOBODY, rf"(?:придет|поступит) {YOU} (?:[\w-]+ ){{0,2}}?{MESSAGE}", deed=False, words=("comes",)),
    Making(NOBODY, rf"{any_of(COMES)}\b", timed=True, deed=False, words=("comes",)),
    Making(NOBODY, rf"(?:будет|будут) (?:\w+ ){{0,3}}?{DONE}\b", timed=True, deed=False, words=("will",)),
    Making(NOBODY, r"(?:будет|будут)\b", timed=True, deed=False, words=("will",), before=rf"\b{DONE} $"),
    Making(
        NOBODY,
        r"буд[уе]т (?:\w+ )?(?:возвращен|зачислен|перечислен|выплачен)",
        deed=False,
        words=("will",),
        before=r"\b(?:деньги|средства|сумма|оплата) $",
    ),
    Making(
        NOBODY,
        r"(?:будет|будут) (?:\w+ ){0,3}?(?:у вас|на карте|на счету|на вашем|на месте)\b",
        timed=True,
        deed=False,
        words=("will",),
    ),
    Making(NOBODY, rf"(?:будет|будут) (?:\w+ ){{0,4}}?{PASSIVE}\b", timed=True, deed=False, words=("will",)),
    Making(NOBODY, r"(?:будет|будут)\b", timed=True, deed=False, words=("will",), before=rf"\b{PASSIVE} $"),
    Making(NOBODY, rf"(?:будет|будут) (?:\w+ ){{0,3}}?{THERE}\b", timed=True, deed=False, words=("will",)),
    Making(I, rf"{DEED_I}\b", timed=True, words=("deed_i",)),
    Making(WE, rf"{DEED_WE}\b", timed=True, words=("deed_we",)),
    Making(I, rf"{any_of('|'.join(UNDER_WAY_I))}\b", timed=True, dated=True, close=True, words=("under_way_i",)),
    Making(WE, rf"{any_of('|'.join(UNDER_WAY_WE))}\b", timed=True, dated=True, close=True, words=("under_way_we",)),
    Making(
        SOMEONE,
        rf"{HE}\b",
        timed=True,
        words=("he",),
        before=(
            r"(?P<name>\b[а-я]{3,20}(?: [а-я]{3,20})?) (?:вам |к вам |с вами |у вас |его |ее |их |это |завтра |сегодня ){0,3}$"
        ),
    ),
    Making(SOMEONE, rf"{HE} (?:вам |к вам |с вами )?(?P<name>[а-я]{{3,20}}(?: [а-я]{{3,20}})?)\b", timed=True, words=("he",)),
    Making(SOMEONE, rf"будет (?:\w+ ){{0,3}}?{THERE}\b", timed=True, words=("will",), before=r"(?P<name>\b[а-я]{3,20}) $"),
)

RUSSIAN = Wording(
    code="ru",
    words=lists(
        tell_i="перезвоню позвоню созвонюсь звоню отзвонюсь свяжусь сообщу уведомлю проинформирую отпишусь извещу дам",
        tell_we="перезвоним позвоним созвонимся звоним свяжемся сообщим уведомим проинформируем отпишемся известим дадим",
        give_i=WRITES.replace("|", " "),
        give_we="вернем возместим компенсируем заменим пришлем вышлем отправим напишем ответим вернемся",
        posted="курсе связи",
        calls="свяжется перезвонит позвонит напишет ответит выйдет",
        he=" ".join(set(" ".join(HE_DOES).split()) - {"на", "связь"}),
        they=f"{THEY_CALL} {'|'.join(THEY_DO)}".replace("|", " "),
        gets="получите получишь увидите увидишь",
        comes=COMES.replace("|", " "),
        will="будет будут",
        be_i="буду будем",
        deed_i=" ".join(DEEDS_I),
        deed_we=" ".join(DEEDS_WE),
        under_way_i=" ".join(UNDER_WAY_I),
        under_way_we=" ".join(UNDER_WAY_WE),
        time=TIMES,
    ),
    makings=MAKINGS,
    never=(
        rf"\bне (?:{NEVER}|получите|получишь|будет|будут|будем|буду|придет|придут|поступ\w+|верн\w+)\b|"
        r"\b(?:обычно|как правило|возможно|может быть|надеюсь|надеемся|наверное|вероятно|скорее всего|бы|могу|можем"
        r"|можете|хотите|пожалуйста, (?:пришлите|сообщите|напишите)"
        r"|кажд\w+|не знаю|не знаем|неизвестно|не могу сказать)\b|\b(?:сказал|сказали|обещал|пообещал|сообщил|говорит|говорил"
        r"|пишет|написал)\w* ?,? ?(?:что\b"
        r"|мне|вам)|\bдавайте\b|^(?:может|хочешь|хотите)\b|\bкогда вы\b"
    ),
    condition=r"\b(?:если|в случае|при условии|разве что|при необходимости|только когда)\b",
    otherwise=r"(?:[;:–—]|,? ?\b(?:и|а|но|или)\b) ?(?:если|в случае)\b",
    parts=r"(?:[,;:–—]| (?=и |а |но ))(?: ?(?:и|а|но)\b)? ?",
    here=(
        r"\b(?:минут(?:у|ку|очку|ы)|секунд\w+|момент|сейчас|сразу|немедленно|тут же|оставайтесь|не отключайтесь"
        r"|подождите|ожидайте|на линии|с радостью|с удовольствием|рад[аы]? (?:буду|ответить)"
        r"|как только вы|когда вы|пару минут|несколько минут)\b"
    ),
    event=r"\b(?:как только|когда|после(?! обеда)|с момента|со дня|по факту|по итогам|по результатам|по получении)\b",
    away=r"\b(?:пере|по)?звон",
    somebody=r"(?:один из|одна из|кто-то|кто-нибудь|сотрудник$|специалист$|менеджер$|коллега$|оператор$)",
    time=TIME,
    begins=BEGINS,
    glue=GLUE,
    before=BEFORE,
    behind=BEHIND,
    opens=(
        r"\b(?:и|или|но|а|так как|потому|поскольку|если|когда|чтобы|что|котор\w+|для|о|об|про|насчет|по поводу|мы|наш\w*"
        r"|у нас|он|она|они|это)\b"
    ),
    numbers=NUMBERS,
    late=7,
    plural=r"(?:дней|дни|часы|часов|недели|недель|минут)",
)
