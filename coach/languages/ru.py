"""Russian: ё is е; вы and ты."""

from __future__ import annotations

from collections.abc import Iterator

from coach.languages.base import Address, Language, strip_invisible, without_runs
from coach.languages.base import fold as base_fold


def fold(text: str) -> str:
    """Lower case with ё as е, one character for one character."""
    return base_fold(text).replace("ё", "е")


def spellings(word: str) -> Iterator[str]:
    """The word as it folds."""
    yield word


FORMAL = Address(frozenset("вы вас вам вами ваш ваша ваше ваши вашего вашему вашей вашу вашим вашем ваших вашими".split()))
INFORMAL = Address(
    frozenset("ты тебя тебе тобой твой твоя твое твои твоего твоему твоей твою твоим твоих твоими твоем".split()),
    ("ешь", "ишь", "ёшь", "ешься", "ишься", "ёшься"),
)

RUSSIAN = Language(
    code="ru",
    name="Russian",
    fold=fold,
    key=strip_invisible,
    weaker=without_runs,
    spellings=spellings,
    abbreviations=frozenset(
        "г гг ул д кв корп стр тел руб коп тыс млн млрд т п др пр см рис им обл р н э шт мин сек час ч эл доб янв февр апр авг "
        "сент окт нояб дек пн вт ср чт пт сб вс ок".split()
    ),
    ordinal_dot=False,
    function_words=frozenset(
        "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее мне было вот от "
        "меня еще нет о из ему "
        "теперь когда даже ну ли если уже или ни быть был него до вас нибудь вам ведь там потом себя ничего ей может они тут где "
        "есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет тогда кто этот того потому этого "
        "какой совсем этом почти мой тем чтобы нее были куда зачем всех можно при наш ваш ваша ваше ваши это здравствуйте "
        "спасибо пожалуйста добрый день через после нам нас вами этой".split()
    ),
    formal=FORMAL,
    informal=INFORMAL,
)
