"""English: will, shall, going to, and the progressive with a time."""

from __future__ import annotations

from coach.review.promises.english_times import BEFORE, BEGINS, BEHIND, GLUE, NUMBERS, TIME, TIMES
from coach.review.promises.english_verbs import (
    CHAIN,
    COMES,
    CONTACT,
    DEED,
    DEEDS,
    DOING,
    DOINGS,
    GENERAL,
    GETS,
    HAPPENS,
    HAVE_IT,
    I_WILL,
    NAME,
    NO_DEED,
    NO_DEED_OF_OTHERS,
    NOT_OURS,
    ORDERED,
    REMEDY,
    ROLES,
    STAYS,
    THEIR_WILL,
    THING,
    WE_WILL,
    WHO,
    WITH_YOU,
    YOU_WILL,
)
from coach.review.promises.wording import NOBODY, SOMEONE, WE, I, Making, Wording, lists
from coach.review.stems import any_of


def and_then(who: str) -> str:
    """What stands in front of a second verb of the same doer: "I'll check it today and call you on Friday"."""
    return rf"\b{who}(?:'ll| will| shall|'m going to| am going to) [^.;:]{{1,100}}\band (?:(?:then|also|will) )*$"


MAKINGS = (
    Making(I, I_WILL + CHAIN + CONTACT, words=("i", "will", "contact")),
    Making(WE, WE_WILL + CHAIN + CONTACT, words=("we", "will", "contact")),
    Making(I, rf"will (?={CONTACT})", words=("will", "contact"), before=r"(?:^|, ?|\bi\b[^.;:]{1,100} and )$"),
    Making(I, I_WILL + CHAIN + ORDERED, words=("i", "will", "ordered", "contact")),
    Making(WE, WE_WILL + CHAIN + ORDERED, words=("we", "will", "ordered", "contact")),
    Making(SOMEONE, THEIR_WILL + CHAIN + CONTACT, words=("will", "contact", "who"), before=WHO),
    Making(SOMEONE, THEIR_WILL + CONTACT, words=("will", "contact"), before=NAME),
    Making(
        SOMEONE,
        r"there(?:'ll| will) be (?:someone|somebody|an? [\w-]+) (?:with|at|outside|waiting|there)\b",
        timed=True,
        words=("there", "will"),
    ),
    Making(I, I_WILL + REMEDY, words=("i", "will", "remedy")),
    Making(WE, WE_WILL + REMEDY, words=("we", "will", "remedy")),
    Making(SOMEONE, THEIR_WILL + NO_DEED_OF_OTHERS + r"\w+", timed=True, words=("will", "who"), before=WHO),
    Making(SOMEONE, THEIR_WILL + DEED, timed=True, words=("will", "deed"), before=NAME),
    Making(NOBODY, YOU_WILL + GETS, deed=False, words=("you", "will")),
    Making(NOBODY, YOU_WILL + WITH_YOU, timed=True, deed=False, words=("you", "will")),
    Making(NOBODY, r"you (?:have|get|hear|receive)" + HAVE_IT, timed=True, deed=False, words=("you", "has")),
    Making(
        NOBODY,
        r"(?:expect|count on|look out for|watch out for) (?:it\b|an?|our|my|the|your|to (?:hear|receive|get))\b",
        timed=True,
        deed=False,
        words=("expect",),
    ),
    Making(I, r"i (?:promise|guarantee)(?: you)? (?:an?|the|your|my) ", timed=True, words=("i", "sworn")),
    Making(NOBODY, r"(?:back (?:to|with|in touch with) you|yours(?! \w+ly\b))\b", timed=True, words=("short",), before=r"^$"),
    Making(NOBODY, r"with you\b", timed=True, words=("you", "near"), before=r"^$"),
    Making(NOBODY, THEIR_WILL + HAPPENS, timed=True, deed=False, words=("will",), before=NOT_OURS),
    Making(NOBODY, r"will " + HAPPENS, timed=True, deed=False, words=("will",), before=r"^$"),
    Making(NOBODY, COMES, timed=True, deed=False, words=("comes",), before=THING),
    Making(NOBODY, STAYS, timed=True, deed=False, words=("being", "state"), before=THING),
    Making(
        NOBODY,
        r" will be (?:\w+ )?(?:refunded|credited|reimbursed)\b",
        deed=False,
        words=("will", "remedy"),
        before=r"(?:refund|money|amount|payment|cost|it)$",
    ),
    Making(I, I_WILL + NO_DEED + r"\w+", timed=True, words=("i", "will")),
    Making(WE, WE_WILL + NO_DEED + r"\w+", timed=True, words=("we", "will")),
    Making(I, rf"will (?={DEED})", timed=True, words=("will", "deed"), before=r"(?:^|, ?)$"),
    Making(
        I,
        rf"{DEED}(?! (?:if|in case|with any|again if))",
        timed=True,
        words=("i", "will", "conjunction", "deed"),
        before=and_then("i"),
    ),
    Making(
        WE,
        rf"{DEED}(?! (?:if|in case|with any|again if))",
        timed=True,
        words=("we", "will", "conjunction", "deed"),
        before=and_then("we"),
    ),
    Making(I, rf"i(?:'m| am) {DOING}", timed=True, close=True, words=("ing",), before=r"(?<!\w)$"),
    Making(WE, rf"we(?:'re| are) {DOING}", timed=True, close=True, words=("ing",), before=r"(?<!\w)$"),
    Making(SOMEONE, rf" is {DOING}", timed=True, close=True, words=("ing",), before=WHO),
    Making(I, rf"{DOING}", timed=True, close=True, words=("ing",), before=r"(?:^|^(?:ok|okay|right|sure|done|great|yes),? )$"),
)


NEVER = (
    rf"{GENERAL}|(?:usually|normally|typically|generally|hopefully|probably|maybe|perhaps|might|would|wouldn't"
    r"|hope|think|guess|wish|not know|don't know|no idea|not sure"
    r"|survey|rate (?:my|our|the|this)|feedback e-?mail|evaluat\w+|in (?:such|this|that|which) (?:a )?case"
    r"|so that you|each time|every time|whenever|automatic(?:ally)? renew\w*)\b"
    r"|(?:they|he|she|who|it|customer|courier|colleague|agent|you) (?:\w+ )?(?:said|wrote|mentioned|told|says?|promised|claims?"
    r"|claimed)\b"
    r"|(?:i|we) can (?:also |then |only )?(?:re-?order|order|offer|send|replace|arrange|get|do|refund|book|add"
    r"|try|check)\b"
    r"|(?:was|were|been) (?:told|promised|informed)\b|(?:do|did) (?:you|they) \w+|before (?:i|we) (?:can|will)\b"
)
NEVER_BEGINS = any_of(
    "all |any |most |these |the |refund|order|return|parcel|deliver|payment|item|purchase|usual|normal|typic|general|hope"
    "|probab|maybe"
    "|perhaps|might|would|think|guess|wish|not know|don't know|no idea|not sure|survey|rate |feedback|evaluat|in such|in this"
    "|in that|in which|so that|each |every |whenever"
    "|automatic|they |he |she |who |it |customer|courier|colleague|agent|you |i can|we can|was |were |been |do |did |before "
)

ENGLISH = Wording(
    code="en",
    words=lists(
        i="i ill",
        we="we",
        you="you u",
        will="will ll shall going gonna ill",
        who=f"someone somebody anyone they he she {ROLES}",
        contact=(
            "call calling phone phoning ring ringing mail mailing email emailing text message contact contacting update"
            " updated notify inform informed write writing reach send buzz shout touch keep let follow drop respond return get"
            " come report calls rings contacts"
        ),
        ordered="have get ask make",
        remedy="refund refunded reimburse reimbursed replace resend ship reship compensate process issue arrange send credited",
        deed=" ".join(DEEDS),
        conjunction="and",
        there="there",
        has="have get hear receive",
        expect="expect count look watch",
        sworn="promise guarantee",
        short="back yours",
        near="with",
        comes="goes go going ship ships land lands arrive arrives follow follows reaches gets leave leaves",
        being="is are",
        state="ready done yours coming going shipping arriving being back with there",
        ing=" ".join(word.rpartition("-")[2] for word in DOINGS),
        time=TIMES,
    ),
    makings=MAKINGS,
    never=rf"\b(?={NEVER_BEGINS})(?:{NEVER})",
    condition=(
        r"if\b(?<=\bif)(?<!know if)(?<!see if)(?<!check if)(?<!\bask if)(?<!sure if)(?<!confirm if)(?<!out if)(?<!tell if)"
        r"(?<!verify if)(?<!find if)(?<!asking if)(?<!seeing if)|unless\b|in case\b|as long as\b"
        r"|(?=should|provided|in the)(?:(?<=^)|(?<=[,;:(–-] )|(?<=\band )|(?<=\bbut )|(?<=\bor ))(?:should you|provided|in the"
        r" event)\b"
    ),
    otherwise=r"(?:[;:–—]|,? ?\b(?:and|but|or)\b,?) ?(?:if|should|in case|unless)\b",
    parts=r"(?:[,;:–—]| (?=and |but |while ))(?: ?(?:and|but|while)\b(?: also| then)*)? ?",
    here=(
        r"\b(?:(?:a|one|few|just a|brief|couple) (?:more )?(?:moments?|minutes?|mins?|seconds?|secs?|sec)|\d+ (?:sec"
        r"|second)s?|bear with|hold on|hang on|right back"
        r"|while i|while we|now|right away|straight away|momentarily|please (?:wait|hold|stay)|on hold|stay (?:with|on"
        r"|connected|online)|meanwhile"
        r"|once you\b|as soon as you\b|be back|patient|patience|in the meantime|once i(?:'m| am| have|'ve)|when i(?:'m| am| have)"
        r"|as soon as i(?:'m| am| have|'ve| get))\b"
    ),
    event=(
        r"\b(?:once(?! again)|after|as soon as|when|upon|from (?:the|when|receipt|receiving)|of (?:receiving|receipt|the return"
        r"|your return|approval|arrival|delivery)|following|until)\b"
    ),
    away=r"\b(?:call|ring|phone)",
    somebody=r"(?:someone|somebody|anyone|an?|another|one of)\b",
    time=TIME,
    begins=BEGINS,
    glue=GLUE,
    before=BEFORE,
    behind=BEHIND,
    opens=(
        r"\b(?:and|or|but|so|as|because|since|while|when|where|which|who|that|if|unless|until|before|after|for|about|of|to"
        r"|is|are|was|were|we|our|my|they|their|it|he|she)\b"
    ),
    numbers=NUMBERS,
    aims=r"\bto (?:the )?$",
    since=r"\bsince (?:the )?$",
    plural=r"\w+s",
    late=7,
)
