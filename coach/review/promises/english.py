"""English: will, shall, going to, and the progressive with a time."""

from __future__ import annotations

from types import MappingProxyType

from coach.review.promises.wording import NOBODY, SOMEONE, WE, I, Making, Wording
from coach.review.stems import any_of

ADVERB = (
    r"(?: (?:also|then|personally|just|definitely|certainly|gladly|happily|immediately|still|of course|surely"
    r"|promptly|automatically"
    r"|go ahead and|be sure to|make sure to|surely))*+"
)
WILL = r"(?:'ll| will| shall)"
GOING = r"(?: am|'m) (?:going to|gonna)"
GOING_WE = r"(?: are|'re|'s| is) (?:going to|gonna)"
I_WILL = rf"i(?<!\wi)(?:(?:{WILL}|{GOING}){ADVERB} |ll (?=(?:call|ring|e-?mail|write|send|get|let|follow|text|phone) ))"
WE_WILL = rf"we(?<!\wwe)(?:{WILL}|{GOING_WE}){ADVERB} "
YOU_WILL = rf"you(?:{WILL}|{GOING_WE}){ADVERB} "
THEIR_WILL = rf"(?:'ll| will| shall| are going to| is going to|'re going to){ADVERB} "
NOT_OURS = r"(?<!\bi)(?<!\bwe)(?<!\byou)(?<!\bthere)$"
CHAIN = r"(?:[\w'-]+ (?:[\w'-]+ ){0,9}?(?:and|then) (?:(?:i|we|then|also|will|i'll|we'll) )*)?"
"""I'll check with the warehouse and ... """

CONTACT = (
    r"(?:(?:call|phone|ring|e-?mail|text|message|contact|update|notify|inform|write to|write|reach out to"
    r"|send to)(?: back)? you\b"
    r"|call (?:him|her|back)|give you a (?:call|ring|shout|buzz)|(?:get|come|report) back to you|(?:get"
    r"|be) (?:back )?in (?:touch|contact)"
    r"|reach(?: back)? out|be (?:calling|contacting|emailing|phoning|ringing|writing)|keep you (?:posted|updated"
    r"|informed|up to date|in the loop)"
    r"|let you (?:\w+ )?know(?! (?:the (?:next )?steps?|how to|what (?:to|you)|that\b))|follow[ -]?up"
    r"|drop you a line|send you (?:an?|the|your|a new"
    r"|another) (?:[\w-]+ ){0,2}?(?:e-?mail|confirmation|label"
    r"|replacement|refund|update|reply|answer|invoice|voucher|parcel|part|one)|respond to you|return your call)\b"
)
REMEDY = (
    r"(?:(?:refund|reimburse|replace|resend|re-?ship|compensate)\b|(?:process|issue|arrange|send) (?:you )?(?:the"
    r"|your|a|an) (?:full )?(?:refund|replacement)\b)"
)
ORDERED = (
    r"(?:have|get|ask|make sure) (?:that )?(?:someone|somebody|our|the|my|a|an|one of)\b(?: [\w'-]+){0,5}? (?:to "
    r"|will |gets? |be )?"
    r"(?:call|calls|ring|rings|phone|contact|contacts|e-?mail|write to|get back to|reach out to|in touch with)s? you\b"
)
DOINGS = ("sending", "calling", "ringing", "posting", "shipping", "refunding", "booking", "bringing", "coming")
DOING = rf"(?:{'|'.join(DOINGS)})\b"
NO_DEED = (
    r"(?!(?:be (?!with you|there|calling|sending|visiting|shipping|posting|over|round)|not\b|never|need|require"
    r"|ask you|wait|stay|want|like|love|see|say"
    r"|assume|try|do my|do our|remain|close|open|hope|look forward|keep (?:here|chat|waiting)|have to|have (?:no"
    r"|it in stock|more|new)|miss"
    r"|transfer you|connect you|then|work\b|help you\b|assist|end\b|start\b|charge|expect|stop\b|lose\b|get to\b"
    r"|only\b|no longer))"
)
PEOPLE = (
    r"team|department|dept|courier|driver|technicians?|engineers?|fitter|plumber|electrician|mechanic|manager"
    r"|supervisor|specialists?"
    r"|colleagues?|agents?|representatives?|reps?|office|workshop|warehouse|support|accounts|accountant|billing"
    r"|doctor|nurse|bank|carrier"
    r"|seller|installer|staff|experts?|developers?|partner|advis[eo]r|member|finance|sales|logistics"
    r"|customer service|headquarters|store"
)
WHO = (
    rf"(?:\b(?P<who>(?:someone|somebody|anyone)(?: (?:else|from|in|at)(?: [\w'-]+){{1,3}}?)?"
    rf"|(?:our|the|my|your|a|an|another|one of (?:our|my|the))(?: [\w&'-]+){{0,3}}? (?:{PEOPLE})(?: (?:team"
    r"|department|member))?"
    rf"(?: (?:from|in|at|of) (?:the |our )?[\w&'-]+(?: (?:team|department))?)?|they|he|she)$)"
)
OBJECT = (
    r"(?:refund|order|parcel|package|delivery|item|items|replacement|money|payment|everything|nothing|shipping"
    r"|email|tracking|service|update|access)\b"
)
NAME = rf"(?:^|[,:;.!\n] ?|\b(?:and|then|so|but) )(?!{OBJECT})(?P<name>[^\W\d]['\w-]+(?: [^\W\d]['\w-]+)?)$"
"""Somebody's name: only where it is written with a capital, which `finding` sees to."""

DEED = (
    r"(?:call|ring|phone|contact|visit|come|bring|deliver|collect|pick|send|ship|post|repair|fix|replace|refund"
    r"|install|write|e-?mail|look|check"
    r"|review|process|reply|respond|answer|arrive|be (?:with you|there)|take|investigate|handle|resolve|complete"
    r"|update|do|finish|issue|credit)\b"
)
MESSAGE = (
    r"(?:refund|money|reimbursement|e-?mail|mail|call|reply|response|answer|replacement|confirmation|message"
    r"|update|voucher|parcel|package|invoice"
    r"|label|letter|notification|sms|text|credit|compensation)"
)
GETS = (
    rf"(?:receive (?:an?|your|the|another|our|my) (?:[\w-]+ ){{0,3}}?{MESSAGE}|get (?:an?|your|the|another|our"
    rf"|my) (?:[\w-]+ ){{0,2}}?{MESSAGE}"
    r"|hear (?:back )?from (?:me|us|him|her|them|the|our|my)|be (?:refunded|reimbursed|contacted|called"
    r"|compensated|notified|informed|updated)|have (?:your|the) (?:money|refund))\b"
)
HAPPENS = (
    r"(?:be (?:(?:fully|completely|also|then|automatically|back) )*(?:refunded|credited|delivered|shipped"
    r"|dispatched|sent|returned|processed|issued|replaced"
    r"|repaired|fixed|resolved|transferred|paid|posted|collected|picked up|completed|updated|reimbursed|back|ready"
    r"|with you|there|reflected|corrected|reissued|changed|removed|added"
    r"|deposited|restored|reactivated|activated|cancelled|canceled|available|visible|in your|on your|out|installed"
    r"|reviewed|answered|contacted"
    r"|called|done|finished|here|yours|live|working|unlocked)|arrive|reach you|come|appear|show(?: up)?|go out"
    r"|ship|land|get to you|leave)\b"
)
GENERAL = r"(?:^(?:all |any |most |these |the )?(?:refunds|orders|returns|parcels|deliveries|payments|items|purchases)\b)"

MAKINGS = (
    Making(I, I_WILL + CHAIN + CONTACT, words=("i", "contact")),
    Making(WE, WE_WILL + CHAIN + CONTACT, words=("we", "contact")),
    Making(I, rf"will (?={CONTACT})", words=("dropped",), before=r"(?:^|, ?| and )$"),
    Making(I, I_WILL + CHAIN + ORDERED, words=("i", "ordered", "contact")),
    Making(WE, WE_WILL + CHAIN + ORDERED, words=("we", "ordered", "contact")),
    Making(SOMEONE, THEIR_WILL + CHAIN + CONTACT, words=("contact",), before=WHO),
    Making(SOMEONE, THEIR_WILL + CONTACT, words=("contact",), before=NAME),
    Making(I, I_WILL + REMEDY, words=("i", "remedy")),
    Making(WE, WE_WILL + REMEDY, words=("we", "remedy")),
    Making(SOMEONE, THEIR_WILL + DEED, timed=True, before=WHO),
    Making(SOMEONE, THEIR_WILL + DEED, timed=True, before=NAME),
    Making(NOBODY, YOU_WILL + GETS, deed=False, words=("you",)),
    Making(NOBODY, YOU_WILL + r"(?:receive|get|have|see|hear)\b(?! to\b| any\b| no\b)", timed=True, deed=False, words=("you",)),
    Making(NOBODY, r"expect (?:an?|our|my|the|your|to (?:hear|receive|get))\b", timed=True, deed=False),
    Making(NOBODY, THEIR_WILL + HAPPENS, timed=True, deed=False, before=NOT_OURS),
    Making(
        NOBODY,
        r" will be (?:\w+ )?(?:refunded|credited|reimbursed)\b",
        deed=False,
        words=("remedy",),
        before=r"(?:refund|money|amount|payment|cost|it)$",
    ),
    Making(I, I_WILL + NO_DEED + r"\w+", timed=True, words=("i",)),
    Making(WE, WE_WILL + NO_DEED + r"\w+", timed=True, words=("we",)),
    Making(I, rf"i(?:'m| am) {DOING}", timed=True, words=("ing",), before=r"(?<!\w)$"),
    Making(WE, rf"we(?:'re| are) {DOING}", timed=True, words=("ing",), before=r"(?<!\w)$"),
)

NUMBERS = MappingProxyType(
    {
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
        "twelve": 12, "fourteen": 14, "twenty-four": 24, "half an": 0.5, "a few": 0, "few": 0, "a couple of": 0,
        "couple of": 0, "several": 0,
    }
)  # fmt: skip

UNIT = (
    r"(?:(?P<minute>min(?:ute)?s?)|(?P<hour>(?:full )?(?:hours?|hrs?|h))|(?P<business>(?:business|working|work"
    r"|bank|weekday)[ -]?days?)"
    r"|(?P<day>(?:calendar )?days?)|(?P<week>(?:calendar )?weeks?|wks?)|(?P<month>months?)|(?P<unknown>(?:business"
    r"|working|office) hours?))\b"
)
NUMBER = (
    r"(?:\d{1,3}|\ue004+|half an|an?|(?:an? )?(?:couple of|few)|several|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|twelve|fourteen|twenty-four)"
)
TIME = (
    r"\b(?P<span>(?:within|in(?:side)?|in under|under|in less than|less than|after|over|for"
    r"|not? later than)(?: of)?(?: up to)?(?: about| around"
    rf"| approximately| roughly| max\.?| maximum| at most| the)*(?: next| coming| following)? (?:(?P<n>{NUMBER})"
    rf"(?: ?(?:-|–|—|to|or|and) ?(?P<m>{NUMBER}))?[ -]?)?{UNIT}(?:(?<!\w)|(?= ?(?:time|or so|maximum|max"
    r"|at (?:the )?(?:most|latest))?\b|\W|$)))"
    r"|\b(?P<aftertomorrow>(?:the )?day after tomorrow)\b|\b(?P<tomorrow>tomorrow|tmrw|tmr)\b|\b(?P<today>today"
    r"|this very day)\b"
    r"|\b(?P<endday>(?:the )?(?:end|close) of (?:the |this |my |our )?(?:business day|working day|business|play"
    r"|day|shift)|eod|cob)\b"
    r"|\b(?P<endweek>(?:the )?end of (?:the|this) week|later this week|this week|the weekend)\b"
    r"|\b(?P<workweek>(?:the )?end of (?:the|this) (?:working|business) week)\b"
    r"|\b(?P<nextweek>(?:the )?(?:end of |beginning of |start of |early )?next week)\b"
    r"|\b(?P<endmonth>(?:the )?end of (?:the|this) month|this month)\b|\b(?P<nextmonth>(?:the )?(?:end of )?next month)\b"
    r"|\b(?:this |coming )?(?P<next>next )?(?:(?P<d0>monday|mon)|(?P<d1>tuesday|tues?)|(?P<d2>wednesday|wed)"
    r"|(?P<d3>thursday|thurs?)|(?P<d4>friday|fri)"
    r"|(?P<d5>saturday|sat)|(?P<d6>sunday|sun))\b(?! (?:sale|shift|menu))"
    r"|\b(?P<morning>(?:this |in the |the )?morning|first thing)\b|\b(?P<noon>noon|midday|lunchtime|lunch)\b"
    r"|\b(?P<afternoon>(?:this |in the |the )?afternoon)\b|\b(?P<evening>tonight|(?:this |in the |the "
    r"|later this )?evening|end of the evening)\b"
    r"|\b(?P<midnight>midnight)\b"
    r"|(?<![\d.,/:$€£-])(?:(?P<from>\d\d?)(?::\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?)? ?(?:-|–|to|and|till"
    r"|until) ?)?(?P<h>\d\d?)(?:[:.](?P<min>\d\d))?"
    r" ?(?:(?P<pm>p\.?m\b\.?)|(?P<am>a\.?m\b\.?)|o'clock)"
    r"|(?<![\d.,/:$€£-])(?:\d\d?:\d\d ?(?:-|–|to|and) ?)?(?P<h2>\d\d?):(?P<min2>\d\d)(?![\d:])"
    r"|(?<=\bat |\bby )(?P<h3>\d\d?)(?=$|[ ,;]?(?: ?on\b| ?and\b| ?to\b| ?today| ?tomorrow|$|,))"
    r"|(?<=before )(?P<h4>\d\d?)(?=$|,| ?today| ?tomorrow| ?on\b)"
    r"|\bbetween \d\d? and (?P<h5>\d\d?)(?=$|,| ?(?:today|tomorrow|on)\b)"
)

ENGLISH = Wording(
    code="en",
    hint=any_of(
        "will|'ll |shall |going to|gonna|expect |"
        + "|".join(f"{being} {doing}" for being in ("i'm", "i am", "we're", "we are") for doing in DOINGS)
    ),
    words=MappingProxyType(
        {
            "i": ("i'll", "i will", "i shall", "i'm going", "i am going", "i'm gonna", "ill "),
            "we": ("we'll", "we will", "we shall", "we're going", "we are going"),
            "you": ("you'll", "you will", "you shall", "u will", "you're going", "you are going"),
            "ing": DOINGS,
            "dropped": (
                "will call",
                "will ring",
                "will e",
                "will text",
                "will phone",
                "will let",
                "will get",
                "will be in",
                "will follow",
                "will keep",
            ),
            "contact": (
                "call",
                "phone",
                "ring ",
                "ringing",
                "mail",
                "text",
                "message",
                "contact",
                "update",
                "notify",
                "inform",
                "write",
                "writing",
                "reach",
                "send",
                "buzz",
                "shout",
                "back to",
                "touch",
                "keep you",
                "let you",
                "follow",
                "drop you",
                "respond",
            ),
            "ordered": ("have ", "get ", "ask ", "make sure"),
            "remedy": ("refund", "reimburs", "replac", "resend", "ship", "compensate", "credit"),
        }
    ),
    makings=MAKINGS,
    never=(
        rf"{GENERAL}|\b(?:usually|normally|typically|generally|hopefully|probably|maybe|perhaps|might|would|wouldn't"
        r"|hope|think|guess|wish"
        r"|survey|rate (?:my|our|the|this)|feedback e-?mail|evaluat\w+|in (?:such|this|that|which) (?:a )?case"
        r"|so that you|each time|every time|whenever|automatic(?:ally)? renew\w*)\b"
        r"|\b(?:they|he|she|who|it|customer|courier|colleague|agent|you) (?:\w+ )?(?:said|told|says?|promised|claims?"
        r"|claimed)\b"
        r"|\b(?:i|we) can (?:also |then |only )?(?:re-?order|order|offer|send|replace|arrange|get|do|refund|book|add"
        r"|try|check)\b"
        r"|\b(?:was|were|been) (?:told|promised|informed)\b|\b(?:do|did) (?:you|they) \w+|\bbefore (?:i|we) (?:can|will)\b"
    ),
    condition=(
        r"(?:^|[,;:(–-] ?|\b(?:and|but|so|or|because|that|hence) )(?:if|unless|in case|should you|provided|as long as"
        r"|in the event)\b"
        r"|(?<!\bknow)(?<!\bsee)(?<!check)(?<!\bask)(?<!sure)"
        r"(?<!confirm)(?<!out)(?<!tell)(?<!verify)(?<!find)(?<!asking)(?<!seeing) if\b"
        r"|\bunless\b|\bin case\b|\bas long as\b"
    ),
    here=(
        r"\b(?:(?:a|one|few|just a|brief|couple) (?:more )?(?:moments?|minutes?|mins?|seconds?|secs?|sec)|\d+ (?:sec"
        r"|second)s?|bear with|hold on|hang on|right back"
        r"|while i|while we|now|right away|straight away|momentarily|please (?:wait|hold|stay)|on hold|stay (?:with|on"
        r"|connected|online)|meanwhile"
        r"|be back|patient|patience|in the meantime|once i(?:'m| am| have|'ve)|when i(?:'m| am| have)"
        r"|as soon as i(?:'m| am| have|'ve| get))\b"
    ),
    event=(
        r"\b(?:once(?! again)|after|as soon as|when|upon|from (?:the|when|receipt|receiving)|of (?:receiving|receipt|the return"
        r"|your return|approval|arrival|delivery)|following|until)\b"
    ),
    away=r"\b(?:call|ring|phone)",
    somebody=r"(?:someone|somebody|anyone|an?|another|one of)\b",
    time=TIME,
    clue=(
        r"\d|da[yi]|hour|week|month|minute|tomorrow|tonight|morning|noon|evening|night|mon\b|tue|wed|thu|fri|sat\b"
        r"|sun\b|eod|cob|weeks|lunch|hrs|mins|close|end of|time|\ue004"
    ),
    glue=(
        r"(?:by|at|on|before|until|till|between|from|and|or|the|of|in|around|about|latest|no later than|later|early"
        r"|any time|sometime|,|-|–|\s)*"
    ),
    before=(
        r"(?:\b(?:(?:by|on|at|before|until|till|between|from|no later than|not later than|latest by|up to|sometime"
        r"|some time|later|during|in|around"
        r"|about|as early as|at the latest|the|early|first thing|either) ))+$"
    ),
    behind=r"(?: (?:at the latest|or so|maximum|max|at most))",
    opens=(
        r"\b(?:and|or|but|so|as|because|since|while|when|where|which|who|that|if|unless|until|before|after|for|about|of|to"
        r"|is|are|was|were|we|our|my|they|their|it|he|she)\b"
    ),
    numbers=NUMBERS,
    plural=r"\w+s",
    late=7,
)
