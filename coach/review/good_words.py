"""The words that show what went well, in four languages: expressions over folded text, which `good` asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Cue(NamedTuple):
    """What to look for in folded text: an expression, and the words or parts of words (see `any_of`) of which one must be there,
    or it need not be searched.
    """

    words: str
    pattern: str


class Praise(NamedTuple):
    """What a language says where an agent does well.

    `no`: a refusal; `theirs`: what only looks like one, because it is the customer who cannot; `instead`: what can be done
    about it; `sorry`: an acknowledgement; `stock`: one that fits every complaint and so takes up none, and `vague` the
    beginnings of words that do; `solved`: a question whether it works; `means`: an explanation; `empty`: the same words
    without one.
    """

    no: Cue
    theirs: str
    instead: str
    sorry: Cue
    stock: str
    vague: frozenset[str]
    solved: Cue
    means: Cue
    empty: str


PRAISE: Mapping[str, Praise] = {
    "en": Praise(
        no=Cue(
            (
                "can't|cannot|can not|couldn't|unable|not able|n't be able|possible|available|stock|unfortunately"
                "|sold out"
            ),
            r"\b(?:i|we)(?: am| are|'m|'re)?(?: \w+)? (?:can't|cannot|can not|couldn't|unable|not able|won't be able)\b"
            r"|\bunfortunately\b|\bunavailable\b|\bsold out\b|\bout of stock\b"
            r"|\b(?:not|isn't|aren't)(?: \w+)? (?:possible|available|in stock)\b",
        ),
        theirs=(
            r"\bif you\b|\byou(?: are|'re|r)? (?:\w+ )?(?:unable|not able|cannot|can't)\b|\bhelp you with (?:that|this"
            r"|it)\b|\bif (?:it|this|that)\b|\bi can see\b"
        ),
        instead=(
            r"\b(?:i|we) can (?!not\b|only\b|understand|see\b|imagine|confirm|assure|tell|hear|help\b|assist)|\b(?:i'll"
            r"|we'll|i will|we will) (?!not\b|never|be\b|need|have|try|surely|do\b|help|now|close|end|disconnect)"
            r"|\binstead\b|\balternatively\b|\bhow about\b|\bwhat you can do\b|\bbut you can\b|\bhowever,? you can\b"
            r"|\byou can (?:also|still)\b|\bwould you like me to\b"
        ),
        sorry=Cue(
            (
                "sorry|apolog|our fault|our mistake|let you down|must be|must have|understand how|understand why"
                "|imagine how"
            ),
            r"\b(?:sorry|apologi[sz]e|apologies|our (?:fault|mistake)|let you down|(?:understand|imagine|see) (?:how|why)"
            r"|must (?:be|have been|feel) (?:\w+ )?(?:frustrating|annoying|upsetting|stressful|disappointing|worrying"
            r"|awful|hard|difficult|horrible|infuriating|exhausting))\b",
        ),
        stock=(
            r"\bissues? (?:with|to)\b|\b(?:i|we) (?:do )?apologi[sz]e$|\bsorry the\b|"
            r"\bsorry to hear (?:that|this|about (?:that|this|it))(?:$|[,;:.!-]| (?:and|but|let|i|we|please)\b)"
            r"|\binconveniences?\b|\bsorry for (?:the|any) (?:delay|wait|trouble|issue|confusion)s?(?:$|,)"
            r"|\bfrustrations?\b"
            r"|\b(?:but|however|allow me|i will need|i'll need)\b|\bsorry,? (?:i|we) (?:can|am|are|do|did|will)|\b(?:as"
            r"|that) i\b|\bapologies,|\bsorry,"
        ),
        vague=frozenset({
            "issue", "issues", "probl", "hear", "exper", "conce", "help", "thank", "under", "conta",
            "pleas", "check", "sorry", "apolo", "wait", "waiti", "incon", "custo",
        }),
        solved=Cue(
            (
                "did it|did that|did this|did they|did the|does it|does that|does this|does the|has it|has that"
                "|has this|is it|is that|is this|is your|is the|is everything|are they|able to|have they|do these"
            ),
            r"\b(?:did|does|has|have) (?:that|this|it|they|these|those|everything) (?:\w+ )?(?:work|worked|help|helped|fix"
            r"|fixed|solve|solved|resolve|resolved|opened?|load|loaded|start"
            r"|do the trick|go through|answer your|cleared?)\b"
            r"|\b(?:is|are) (?:it|that|this|everything|they|(?:the|your) (?:\w+ )?(?:issue|problem|question|query|concern"
            r"|app|page|line|device|game|ereader|account)) (?:all |now )?"
            r"(?:(?:resolved|solved|fixed|sorted|answered)\b|(?:working|loading|showing|opening|better|okay|fine) (?:now"
            r"|again|as it should)\b)"
            r"|\bwere you able to (?:log|sign|open|access|see|download|play|use|find|get|install|complete|reset)\b"
            r"|\bable to (?:\w+ ){1,6}now\b|\bhow does it (?:look|work) now\b",
        ),
        means=Cue(
            "in other words|means |stands for|short for|put simply|i.e.|the reason |is because |'s because",
            r"\bin other words\b|\bwhich means \w+ |\b(?:this|that|it) (?:just |simply "
            r"|basically )?means (?:that |the |your |you |it |we |there )"
            r"|\b(?:stands|short) for\b|\bput simply\b|\bi\.e\.|\bthe reason (?:is|for (?:this|that) is|why \w+)\b"
            r"|\b(?:this|that|it) is because (?!of (?:our|the) polic)|\b(?:that|it)'s because\b",
        ),
        empty=(
            r"\b(?:no means|what (?:this|that|it) means|polic(?:y|ies)|you (?:did|have not|haven't|failed)|if (?:this|that"
            r"|it) means|may i know|could you)\b"
        ),
    ),
    "de": Praise(
        no=Cue(
            (
                "leider|nicht möglich|nicht verfügbar|nicht lieferbar|nicht vorrätig|kann ich |können wir |ich kann "
                "|wir können |ausverkauft|vergriffen|geht "
            ),
            r"\bleider\b|\bnicht (?:möglich|verfügbar|lieferbar|vorrätig)\b|\b(?:kann ich|können wir|ich kann"
            r"|wir können) (?:\w+ ){0,4}nicht\b|\bausverkauft\b|\bvergriffen\b|\bgeht (?:\w+ )?nicht\b",
        ),
        theirs=r"\b(?:falls|wenn) (?:sie|du|es|das)\b|\b(?:sie|du) (?:können|kannst) (?:\w+ ){0,4}nicht\b",
        instead=(
            r"\b(?:stattdessen|alternativ|ersatzweise|als ersatz)\b|\bsoll(?:en)? (?:ich|wir)\b|\b(?:ich|wir) (?:kann"
            r"|können) (?:ihnen|dir|sie|dich|es|das|aber|jedoch)\b(?!.*\bnicht\b)"
            r"|\b(?:kann|können) (?:ich|wir) (?:ihnen|dir|aber|jedoch|dafür)\b(?!.*\bnicht\b)|\b(?:biete|bieten|schicke"
            r"|schicken|reserviere|erstatte|tausche|lege) (?:ich|wir|ihnen|dir)\b"
            r"|\b(?:sie|du) (?:können|kannst) (?:aber|jedoch|stattdessen|auch)\b|\bich (?:schicke|reserviere|erstatte"
            r"|tausche|lege|biete)\b"
        ),
        sorry=Cue(
            "leid|entschuldig|bedau|verzeih|unser fehler|verstehe|nachvollziehen|ärgerlich",
            r"\b(?:tut (?:mir|uns) (?:\w+ ){0,2}leid|entschuldig\w+|bedau\w+|verzeih\w+|unser fehler|verstehe,? (?:dass"
            r"|wie|warum)|nachvollziehen,? (?:dass|wie|warum)|ärgerlich)\b",
        ),
        stock=(
            r"\bunannehmlichkeiten\b|\bleid,? (?:aber|das zu hören)\b|\bumstände\b|\baber\b|\bjedoch\b"
            r"|^entschuldigen sie,? (?:bitte|ich|wir)\b"
        ),
        vague=frozenset({
            "probl", "anlie", "verst", "entsc", "bedau", "danke", "bitte", "hören", "gerne", "warte",
        }),
        solved=Cue(
            (
                "geklappt|funktioniert|geholfen|gelöst|klappt |läuft |geht |öffnet sich |lädt |erscheint |behoben"
                "|beantwortet|geklärt|konnte"
            ),
            r"\b(?:hat|haben) (?:das|es|sie|der schritt) (?:\w+ ){0,3}(?:geklappt|funktioniert|geholfen|gelöst)"
            r"|\b(?:klappt|funktioniert|läuft|geht|öffnet sich|lädt|erscheint) (?:es|das|sie|er|alles|(?:die|der|das|ihr"
            r"|ihre|dein|deine) \w+)"
            r" (?:\w+ ){0,3}?(?:jetzt|nun|wieder)\b|\b(?:klappt|funktioniert|läuft|geht) (?:jetzt|nun) |\bist (?:das|ihr"
            r"|dein|die|ihre|deine) (?:\w+ )?(?:problem|anliegen|frage|fehler|störung) (?:damit |jetzt |nun )?(?:gelöst"
            r"|behoben|beantwortet|geklärt)"
            r"|\bkonnte(?:n|st)? (?:ich|wir|das|sie|du) (?:\w+ ){1,5}(?:lösen|beantworten|klären|öffnen|anmelden|einloggen)",
        ),
        means=Cue(
            "das heißt|das bedeutet|anderen worten|steht für|kurz für|einfach gesagt|der grund |liegt daran",
            r"\b(?:das heißt|das bedeutet|mit anderen worten|steht für|kurz für|einfach gesagt|der grund (?:dafür|ist)"
            r"|das liegt daran)\b",
        ),
        empty=r"\b(?:was das bedeutet|richtlinie\w*|vorschrift\w*|bestimmungen)\b",
    ),
    "ru": Praise(
        no=Cue(
            "сожалению|не могу|не можем|не получ|не удас|невозможн|нельзя|нет в наличии|закончил|недоступ",
            r"\b(?:к сожалению|не (?:могу|можем|получится|удастся)|невозможно|нельзя|нет в наличии|закончил\w+|недоступ\w+)\b",
        ),
        theirs=r"\bесли (?:вы|у вас|не)\b|\bвы не можете\b",
        instead=(
            r"\b(?:но (?:я |мы )?(?:могу|можем|можно)|зато|вместо (?:этого|него|нее)|взамен|могу (?:предложить|оформить"
            r"|отправить|вернуть|отложить|прислать)|можем (?:предложить|оформить|отправить|вернуть|прислать)|предлагаю"
            r"|предлагаем"
            r"|вы можете (?:также|вместо)|хотите,? (?:я|мы)?|отложу|оформлю|пришлю)\b"
        ),
        sorry=Cue(
            "жаль|сожале|извин|прост|прощения|ошибка|вина|понима|неприятно|досадно|обидно",
            r"\b(?:жаль|сожале(?:ем|ю)|извините|простите|прошу прощения|приносим извинения|наша (?:ошибка|вина)|понима(?:ю"
            r"|ем),? (?:как|почему|что)|неприятно|досадно|обидно)\b",
        ),
        stock=(
            r"\bнеудобств\w*\b|\bк сожалению\b|\bжаль,? (?:это слышать|но)\b|\bно\b|\bоднако\b"
            r"|\bпонима\w+ ваш\w* (?:беспокойство|недовольство|возмущение|ситуацию)"
        ),
        vague=frozenset({
            "пробл", "вопро", "ситуа", "извин", "прост", "понят", "поним", "пожал", "спаси", "слыша",
            "ожида", "очень",
        }),
        solved=Cue(
            (
                "получилось|заработал|помогло|удалось|открыл|загрузилось|решил|работает|открывается|загружается|видно"
                "|приходит|получается|ответил"
            ),
            r"\b(?:получилось|заработал[аои]?|помогло|удалось|открыл(?:ось|ся|ась)|загрузилось|решил(?:ась|ся"
            r"|ось))(?: ли)?\b|\b(?:работает|открывается|загружается|видно|приходит)(?: ли)? (?:\w+ )?(?:теперь|сейчас)\b"
            r"|\b(?:теперь|сейчас) (?:\w+ )?(?:работает|открывается|получается|видно)|\bответил[аи]? ли (?:я|мы) на ваш",
        ),
        means=Cue(
            "то есть|словами|это значит|означает|расшифр|проще говоря|дело в том|причина в том",
            r"\b(?:то есть|иными словами|другими словами|это (?:значит|означает)|означает,? что|расшифровывается"
            r"|проще говоря|дело в том,? что|причина в том)\b",
        ),
        empty=r"\b(?:что это (?:значит|означает)|правил\w+|регламент\w*)\b",
    ),
    "tr": Praise(
        no=Cue(
            "maalesef|ne yazık|amıyorum|amıyoruz|emiyorum|emiyoruz|mümkün değil|kalmadı|tükendi|stokta yok",
            r"\bmaalesef\b|\bne yazık ki\b|\b\w+[ae]mıyor(?:um|uz)\b|\b\w+[ae]miyor(?:um|uz)\b|\bmümkün değil\b"
            r"|\bkalmadı\b|\btükendi\b|\bstokta yok\b",
        ),
        theirs=r"\b\w+[ae]m[ıi]yorsan\w*|\beğer\b",
        instead=(
            r"\b(?:bunun yerine|onun yerine|alternatif olarak|isterseniz|dilerseniz)\b|\b\w+(?:[ae]bilirim|[ae]biliriz)\b"
            r"|\b\w+(?:ayım|eyim|alım|elim) m[ıi]\b"
        ),
        sorry=Cue(
            "üzgün|özür|kusura|üzüldü|hatamız|anlıyorum|can sıkıcı",
            r"\b(?:üzgünüm|üzgünüz|özür dile\w+|kusura bakmayın|üzüldüm|üzüldük|bizim hatamız|anlıyorum|can sıkıcı)\b",
        ),
        stock=r"\b(?:rahatsızlık|aksaklık|olumsuzluk|mağduriyet)\w*|\b(?:ama|ancak|fakat)\b|\bsizi (?:çok iyi )?anlıyorum\b",
        vague=frozenset({
            "sorun", "sorunu", "özür", "üzgün", "yaşad", "lütfe", "teşek", "konu", "durum",
        }),
        solved=Cue(
            " mu| mı| mi| mü",
            r"\b(?:oldu|çalıştı|çalışıyor|düzeldi|çözüldü|açıldı|açılıyor|işe yaradı|giderildi|yükleniyor|yüklendi|göründü"
            r"|görünüyor) (?:mu|mı|mi|mü)\b|\b(?:çözebildik|çözebildim|cevaplayabildi[mk]|yanıtlayabildi[mk]) mi\b",
        ),
        means=Cue(
            "yani|deyişle|anlamına|kısaltması|demektir|nedeni",
            r"\b(?:yani|başka bir deyişle|anlamına gel\w+|kısaltması|demektir|bunun nedeni|nedeni şu)\b",
        ),
        empty=r"\b(?:ne demek|kural\w*|prosedür\w*|politika\w*)\b",
    ),
}  # fmt: skip
