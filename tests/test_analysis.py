from __future__ import annotations

import importlib.util
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import analysis
from coach.analysis import analyse, find, key_lemmas, matcher, pipeline, pipelines, questions
from coach.analysis.tidy import blocks
from coach.errors import CoachError, UsageError

LANGUAGES = ("en", "de", "ru", "tr")
REPLIES = {
    "en": "Dear Mr. Jones,\n\nthank you for your e-mail.  I’ve found order no. 4711; it isn't lost!\nWhen does it suit you?\n",
    "de": "Guten Tag Frau Dr. Öztürk,\r\n\r\nIhr Paket ist z. B. am 3. März da.  Geht’s auch später?\r\n- Ihr Team\r\n",
    "ru": "Здравствуйте!\n\nЗаказ на ул. Ленина, д. 5 придёт в 2024 г. Ещё вопросы?\u00a0Мы на связи 😀\n",
    "tr": "Sayın Ahmet Bey,\n\nİstanbul'daki siparişiniz  3. katta. Kablo vb. ürünler geldi mi?\tTeşekkürler.\n",
}


def sentences(text: str, lang: str) -> list[str]:
    return [sentence.text for sentence in analyse(text, lang).sentences]


def lemmas(text: str, lang: str) -> list[str]:
    return [token.lemma for token in analyse(text, lang).tokens]


def assert_sound(text: str, lang: str) -> analysis.Analysis:
    """What holds for every text: spans that fit, in order, without blanks around them, sentences that share out the tokens."""
    result = analyse(text, lang)
    assert result.text == text
    assert len(result.doc) == len(result.tokens)
    last = 0
    for token in result.tokens:
        assert text[token.start : token.end] == token.text
        assert token.text == token.text.strip() != ""
        assert last <= token.start < token.end
        last = token.end
    at = 0
    for sentence in result.sentences:
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert sentence.first == at < sentence.last
        at = sentence.last
    assert at == len(result.tokens)
    return result


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "I can't, don’t and we'll.", ["I", "ca", "n't", ",", "do", "n’t", "and", "we", "'ll", "."]),
        (
            "en",
            "e.g. at 5 p.m. see https://example.com/a?b=c.",
            ["e.g.", "at", "5", "p.m.", "see", "https://example.com/a?b=c", "."],
        ),
        ("en", "my order id on Wed", ["my", "order", "id", "on", "Wed"]),
        ("de", "bzw. am 3. März, z.B. Nr. 5", ["bzw.", "am", "3.", "März", ",", "z.B.", "Nr.", "5"]),
        ("ru", "ул. Ленина, кв. 3, т.к. 3-й", ["ул.", "Ленина", ",", "кв.", "3", ",", "т.к.", "3-й"]),
        ("tr", "Ankara'da vb. Prof. Ayşe", ["Ankara'da", "vb.", "Prof.", "Ayşe"]),
    ],
)
def test_tokenizer_exceptions(lang: str, text: str, expected: list[str]) -> None:
    assert [token.text for token in analyse(text, lang).tokens] == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Mr. Jones and Dr. Smith agree.|It is order no. 4711.|The answer is no.|We close at 5 p.m.|Then we call."),
        ("en", "I sent it e.g. Monday, i.e. not Sept. 4th.|J. Smith took plan B.|Then he left in 2024.|Fine!"),
        ("en", '"How long?" she asked.|Press "Forgot?", then wait.|Really?!|Thanks! 😀|Bye...|Ok.|see you'),
        ("en", "Version 2.5 of app.py costs 3.50 (see p. 3).|Good."),
        ("de", "Das ist z. B. am 3. März.|Wir zahlen am 3. d. M.|Bitte warten Sie."),
        ("de", "Frau Dr. Meier, Nr. 5, Hauptstr. 7, bzw. Hr. Maier.|Es fehlen Kabel usw.|Danach geht's."),
        ("de", "Im Jahr 2024.|Rechnungen kommen am 5.|Das passt.|Der 1. FC Köln u. a. Vereine, d. h. alle.|So.|Gut."),
        ("ru", "Кабели и т. д. в наличии.|Ул. Ленина, д. 5, кв. 3.|Мы в г. Москва с 2024 г.|Заказ стоит 5 тыс. руб.|Он у нас."),
        ("ru", "А. С. Пушкин, т. е. поэт, т.к. пишет.|См. стр. 5.|Это «Что?», и всё."),
        (
            "tr",
            "Dr. Ayşe Hanım, kablo vb. ürünler 3. katta.|Kalem vb.|Sipariş no. 12, Moda Cad. No. 5.|Sn. Yılmaz geldi mi?|Evet.",
        ),
    ],
)
def test_sentence_ends(lang: str, text: str) -> None:
    # A bar stands for a sentence end.
    assert sentences(text.replace("|", " "), lang) == text.split("|")


def test_lines() -> None:
    assert sentences("Hallo Frau Meier\nvielen Dank\n\nGruß", "de") == ["Hallo Frau Meier", "vielen Dank", "Gruß"]
    wrapped = "Ihr Paket ist gestern Abend bei uns angekommen und wird\nheute noch versandt. Gut"
    assert sentences(wrapped, "de") == [wrapped[:-4], "Gut"]
    assert sentences("1. Restart it.\n2. Wait\n- call me\r\na) then this", "en") == [
        "1. Restart it.",
        "2. Wait",
        "- call me",
        "a) then this",
    ]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The invoices were sent", ["the", "invoice", "be", "send"]),
        ("en", "Orders can't go, we’ll see", ["order", "can", "not", "go", ",", "we", "will", "see"]),
        ("de", "die Rechnungen habe ich", ["der", "Rechnung", "haben", "ich"]),
        ("de", "Habe RECHNUNGEN und rechnungen", ["haben", "Rechnung", "und", "Rechnung"]),
        ("de", "seine Habe, die SLA", ["sein", "Habe", ",", "der", "SLA"]),
        ("de", "Geht’s zustaendig zur Strasse Nr.", ["gehen", "zuständig", "zur", "Straße", "Nummer"]),
        ("ru", "вы забыли счета на ул.", ["вы", "забыть", "счёт", "на", "улица"]),
        ("tr", "İstanbul ISPARTA İSTANBUL'DA IADE İADE", ["istanbul", "ısparta", "istanbul", "iade", "iade"]),
        ("tr", "faturalarım geldi, L2’ye", ["fatura", "gel", ",", "l2"]),
        ("tr", "I İ ı i", ["ı", "i", "ı", "i"]),
    ],
)
def test_lemmas(lang: str, text: str, expected: list[str]) -> None:
    assert lemmas(text, lang) == expected


def test_parts_of_speech_only_where_known() -> None:
    tags = {token.text: token.pos for token in analyse("We sent him 3 books, two today.", "en").tokens}
    assert tags == {
        "We": "PRON",
        "sent": "",
        "him": "PRON",
        "3": "NUM",
        "books": "",
        ",": "PUNCT",
        "two": "NUM",
        "today": "",
        ".": "PUNCT",
    }
    assert [token.is_number for token in analyse("iki 4711 paket", "tr").tokens] == [True, True, False]
    assert [token.pos for token in analyse("Ben size geldim .", "tr").tokens] == ["PRON", "PRON", "", "PUNCT"]


def test_russian_grammar() -> None:
    text = "вы забыла заказов можно"
    you, forgot, orders, may = analyse(text, "ru").tokens
    assert (you.pos, forgot.pos, orders.pos, may.pos) == ("PRON", "VERB", "NOUN", "")
    assert {"Gender=Fem", "Number=Sing", "Tense=Past"} <= set(forgot.morph.split("|"))
    assert {"Case=Gen", "Number=Plur"} <= set(orders.morph.split("|"))
    assert {"Number=Plur", "Person=2"} <= set(you.morph.split("|"))
    (ambiguous,) = analyse("счета", "ru").tokens
    assert "Case=" not in ambiguous.morph  # genitive, nominative or accusative


@pytest.mark.parametrize("lang", LANGUAGES)
def test_offsets(lang: str) -> None:
    result = assert_sound(REPLIES[lang], lang)
    assert len(result.sentences) >= 4
    shifted = assert_sound("\n\n" + REPLIES[lang], lang)
    assert [token.start - 2 for token in shifted.tokens] == [token.start for token in result.tokens]
    assert [token[2:] for token in shifted.tokens] == [token[2:] for token in result.tokens]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["", " ", "\n\n\t \r\n", "\u200b", "\ufeff", "\u00a0"])
def test_nothing_to_analyse(lang: str, text: str) -> None:
    result = assert_sound(text, lang)
    assert result.tokens == ()
    assert result.sentences == ()
    assert key_lemmas(text, lang) == frozenset()
    assert questions(text, lang) == ()
    assert find(matcher(lang, {"any": [[{}]]}), result) == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_odd_characters(lang: str) -> None:
    for text in (
        "😀",
        "👩‍👩‍👧 👍🏽!",
        "a\x00b \x00",
        "lone \ud800 surrogate \udfff",
        "\u202babc\u202c \u200fdef",
        "e\u0301\u0301 \u0301",
        "...",
        "?",
    ):
        assert_sound(text, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_decomposed_text_reads_like_composed(lang: str) -> None:
    decomposed = unicodedata.normalize("NFD", REPLIES[lang])
    result = assert_sound(decomposed, lang)
    composed = analyse(REPLIES[lang], lang)
    assert [token.lemma for token in result.tokens] == [token.lemma for token in composed.tokens]
    assert [unicodedata.normalize("NFC", sentence.text) for sentence in result.sentences] == [s.text for s in composed.sentences]


def test_invisible_characters_inside_words() -> None:
    (token,) = analyse("Rech\u00adnun\u200bgen", "de").tokens
    assert (token.lemma, token.start, token.end) == ("Rechnung", 0, 12)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.characters(codec=None) | st.sampled_from(" \n.?!,'’\"İIıßäё1a\u0301\u200b\ud800"), max_size=60),
    st.sampled_from(LANGUAGES),
)
def test_any_text_is_sound(text: str, lang: str) -> None:
    assert_sound(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "pattern", "expected"),
    [
        (
            "en",
            "We've  sent\u00a0the invoices.",
            [{"LEMMA": "send"}, {"LEMMA": "the"}, {"LEMMA": "invoice"}],
            ["sent\u00a0the invoices"],
        ),
        (
            "de",
            "Habt ihr Rechnungen? Ich habe rechnungen",
            [{"LEMMA": "haben"}, {"OP": "?"}, {"LEMMA": "Rechnung"}],
            ["Habt ihr Rechnungen", "habe rechnungen"],
        ),
        (
            "ru",
            "Вы забыли. Ты забыла, вы забудете",
            [{"LEMMA": "забыть", "MORPH": {"IS_SUPERSET": ["Tense=Past"]}}],
            ["забыли", "забыла"],
        ),
        ("tr", "SİPARİŞİNİZ geldi, siparişim\ngelmedi", [{"LEMMA": "sipariş"}, {"LEMMA": "gel"}], ["SİPARİŞİNİZ geldi"]),
    ],
)
def test_matcher_by_lemma(lang: str, text: str, pattern: list[dict[str, Any]], expected: list[str]) -> None:
    result = analyse(text, lang)
    found = find(matcher(lang, {"rule": [pattern]}), result)
    assert [text[match.start : match.end] for match in found] == expected
    assert {match.name for match in found} == {"rule"}


def test_matches_are_sorted_and_stay_in_their_sentence() -> None:
    text = "Please send it. Now send it now"
    patterns: dict[str, list[list[dict[str, Any]]]] = {
        "b": [[{"LEMMA": "send"}], [{"LEMMA": "now"}]],
        "a": [[{"LEMMA": "send"}, {}]],
        "across": [[{"LOWER": "it"}, {"IS_PUNCT": True}, {"LOWER": "now"}]],
    }
    found = find(matcher("en", patterns), analyse(text, "en"))
    assert [(match.name, text[match.start : match.end]) for match in found] == [
        ("a", "send it"),
        ("b", "send"),
        ("b", "Now"),
        ("a", "send it"),
        ("b", "send"),
        ("b", "now"),
    ]


@pytest.mark.parametrize(
    ("lang", "question", "reply"),
    [
        ("en", "When will my refunds be paid? Please call me.", "I paid the refund today and will call."),
        ("de", "Wann kommen meine Rechnungen für die Straße?", "Die rechnung, Strasse 5, ist da."),
        ("ru", "Когда придёт мой счёт?", "Счета придут завтра."),
        ("tr", "Siparişim neden İstanbul'a gelmedi?", "ISTANBUL siparişiniz İSTANBUL'DA, yarın geliyor."),
    ],
)
def test_key_lemmas_meet(lang: str, question: str, reply: str) -> None:
    shared = {
        "en": {"refund", "pay", "call"},
        "de": {"rechnung", "strasse"},
        "ru": {"счет", "прийти"},
        "tr": {"sipariş", "istanbul", "gel"},
    }
    assert key_lemmas(question, lang) & key_lemmas(reply, lang) == shared[lang]


def test_key_lemmas_leave_out_what_says_nothing() -> None:
    assert key_lemmas("Dear Mr. Jones, e.g. the 2 of you and I?! 😀", "en") == {"jones", "2"}
    assert key_lemmas("Guten Tag, ich habe z. B. am 3. d. M.", "de") == {"3"}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            'Hi. Where is it?? "Is it lost?" 😀 Thanks. Is no. 5 here (really?)',
            ["Where is it??", '"Is it lost?" 😀', "Is no. 5 here (really?)"],
        ),
        ("de", "Wann kommt Dr. Meier z. B. am 3. März?! Danke.", ["Wann kommt Dr. Meier z. B. am 3. März?!"]),
        ("ru", "Когда придёт заказ на ул. Ленина? Жду.", ["Когда придёт заказ на ул. Ленина?"]),
        ("tr", "Merhaba. Kablo vb. ürünler geldi mi?", ["Kablo vb. ürünler geldi mi?"]),
        ("tr", "Paket geldi. Kapıda ödeyebiliyor muyum", ["Kapıda ödeyebiliyor muyum"]),  # chats leave the mark out
        ("en", "Do re mi. Do it for mi.", []),
    ],
)
def test_questions(lang: str, text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in questions(text, lang)] == expected


def test_unknown_language() -> None:
    with pytest.raises(UsageError, match="unknown language"):
        analyse("bonjour", "fr")


def test_pipeline_is_made_once() -> None:
    assert pipeline("en") is pipeline("en")
    assert pipeline("en").pipe_names == ["coach_sentences", "coach_lemmas"]


@pytest.mark.parametrize(
    "text",
    [
        "?" * 100_000,
        "('" * 50_000,
        "x" * 100_000,
        "ab, " * 20_000,
        "я. " * 10_000,
        "hi\n" * 5_000,
        "\n" * 100_000,
        "e\u0301 " * 10_000,
    ],
    ids=["marks", "brackets", "letters", "one line", "initials", "lines", "blank", "combining"],
)
def test_long_texts_take_time_in_proportion(text: str) -> None:
    # spaCy alone would need minutes for some of these; the time limit of the whole suite is the test.
    assert_sound(text, "ru")


def test_long_texts_are_cut_between_sentences() -> None:
    text = "This is the first of many sentences. " * 3_000
    assert len({sentence.text for sentence in assert_sound(text, "en").sentences}) == 1
    assert max(len(block.text) for block in blocks(text)) <= 20_000


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installed trained pipeline of the kind that spaCy's own packages are: de_core_news_sm, with a marked lemma."""
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    rules = nlp.add_pipe("attribute_ruler")
    rules.add(patterns=[[{"LOWER": "rechnungen"}]], attrs={"POS": "NOUN", "MORPH": "Number=Plur"})  # type: ignore[attr-defined]
    name = "de_core_news_sm"
    nlp.meta.update({"name": "core_news_sm", "version": "1.0.0"})
    (tmp_path / name).mkdir()
    nlp.to_disk(tmp_path / name / f"{name}-1.0.0")
    (tmp_path / name / "meta.json").write_text((tmp_path / name / f"{name}-1.0.0" / "meta.json").read_text("utf-8"), "utf-8")
    (tmp_path / name / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n",
        "utf-8",
    )
    info = tmp_path / f"{name}-1.0.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    clear_caches()
    yield tmp_path / name
    sys.modules.pop(name, None)
    clear_caches()


def clear_caches() -> None:
    pipeline.cache_clear()
    analysis._stops.cache_clear()


def test_a_trained_pipeline_takes_the_place_of_the_blank_one(package: Path) -> None:
    nlp = pipeline("de")
    assert nlp.meta["name"] == "core_news_sm"
    assert nlp.pipe_names == ["sentencizer", "attribute_ruler", "coach_lemmas"]  # what the package lacks is ours
    result = assert_sound(REPLIES["de"] + "Zwei  Rechnungen fehlen.", "de")
    (bill,) = [token for token in result.tokens if token.text == "Rechnungen"]
    assert isinstance(bill, analysis.Token)
    assert (bill.lemma, bill.pos, bill.morph) == ("Rechnung", "NOUN", "Number=Plur")
    assert [m.name for m in find(matcher("de", {"bill": [[{"POS": "NOUN"}, {"LEMMA": "fehlen"}]]}), result)] == ["bill"]
    assert pipeline("en").meta["name"] == "pipeline"  # other languages are not affected


def test_a_trained_pipeline_that_cannot_be_loaded(package: Path) -> None:
    (package / "de_core_news_sm-1.0.0" / "config.cfg").write_text("[nlp]\nlang = 'xx'\npipeline = 3\n", "utf-8")
    with pytest.raises(CoachError, match="de_core_news_sm is installed but cannot be loaded"):
        pipeline("de")


def test_the_smallest_trained_pipeline_is_taken(package: Path) -> None:
    (package.parent / "de_core_news_sm-1.0.0.dist-info" / "entry_points.txt").write_text(
        "[spacy_models]\nde_core_news_lg = a\nde_core_news_md = b\nde_dep_news_trf = c\nru_core_news_custom = d\n", "utf-8"
    )
    assert pipelines.trained_package("de") == "de_core_news_md"
    assert pipelines.trained_package("ru") == "ru_core_news_custom"
    assert pipelines.trained_package("tr") is None


def run_python(code: str) -> None:
    root = Path(__file__).parent.parent
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, timeout=120)


def test_importing_coach_does_not_import_spacy() -> None:
    run_python("import sys, coach; assert not {'spacy', 'simplemma', 'pymorphy3'} & set(sys.modules)")


def test_dictionaries_are_loaded_on_first_use() -> None:
    run_python(
        "import sys, coach.analysis as a; [a.pipeline(lang) for lang in ('en', 'de', 'ru', 'tr')];"
        "assert not {'simplemma', 'pymorphy3'} & set(sys.modules);"
        "a.analyse('счёт', 'ru'); assert 'pymorphy3' in sys.modules and 'simplemma' not in sys.modules"
    )


@pytest.mark.skipif(importlib.util.find_spec("coach.engine") is None, reason="the engine is not part of this checkout")
def test_a_check_does_not_import_spacy() -> None:
    run_python("import sys, coach; coach.check('You must send the form.', lang='en'); assert 'spacy' not in sys.modules")
