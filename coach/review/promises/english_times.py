"""English: the words of times, see `deadlines`; groups told apart by their names, see `reckoning`."""

from __future__ import annotations

from types import MappingProxyType

NUMBERS = MappingProxyType(
    {
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
        "eleven": 11, "twelve": 12, "fourteen": 14, "twenty-four": 24, "half an": 0.5, "a few": 0, "few": 0, "a couple of": 0,
        "couple of": 0, "several": 0,
    }
)  # fmt: skip

UNIT = (
    r"(?:(?P<minute>min(?:ute)?s?)|(?P<hour>(?:full )?(?:hours?|hrs?|h))|(?P<business>(?:business|working|work"
    r"|bank|weekday)[ -]?days?)"
    r"|(?P<day>(?:calendar )?days?)|(?P<week>(?:calendar )?weeks?|wks?)|(?P<fortnight>fortnight)|(?P<month>months?)"
    r"|(?P<unknown>(?:business"
    r"|working|office) hours?))\b"
)
NUMBER = (
    r"(?:\d{1,3}|\ue004+|half an|an?|(?:an? )?(?:couple of|few)|several|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|twelve|fourteen|twenty-four)"
)
HOUR = r"(?:\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
CLOSES = (
    r"(?=$|[,;:.)–—]| (?:–|—|on|and|so|but|or|to|about|for|with|as|today|tomorrow|tonight|this|in the|at the|latest|sharp"
    r"|at (?:the|your)|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
"""What may follow an hour that stands bare: "by five to hear how it went", but not "by five people"."""

TIME = (
    r"\b(?P<span>(?:within|in(?:side)?|in under|under|in less than|less than|after|over|for"
    r"|not? later than)(?: of)?(?: up to)?(?: about| around"
    rf"| approximately| roughly| max\.?| maximum| at most| the)*(?: next| coming| following)? (?:(?P<n>{NUMBER})"
    rf"(?: ?(?:-|–|—|to|or|and) ?(?P<m>{NUMBER}))?[ -]?)?{UNIT}(?:(?<!\w)|(?= ?(?:time|or so|maximum|max"
    r"|at (?:the )?(?:most|latest))?\b|\W|$)))"
    r"|\b(?P<aftertomorrow>(?:the )?day after tomorrow)\b|\b(?P<tomorrow>tomorrow|tmrw|tmr)\b|\b(?P<today>today"
    r"|this very day)\b"
    r"|\b(?P<endday>(?:the )?(?:end|close) of (?:the |this |my |our )?(?:business day|working day|business|play"
    r"|day|shift|trading)|closing time|eod|cob)\b"
    r"|\b(?P<endweek>(?:the )?end of (?:the|this) week|later this week|this week|the weekend)\b"
    r"|\b(?P<workweek>(?:the )?end of (?:the|this) (?:working|business) week)\b"
    r"|\b(?P<nextweek>(?:the )?(?:end of |beginning of |start of |early )?next week)\b"
    r"|\b(?P<endmonth>(?:the )?end of (?:the|this) month|this month)\b|\b(?P<nextmonth>(?:the )?(?:end of )?next month)\b"
    r"|\b(?:this |coming )?(?P<next>next )?(?:(?P<d0>monday|mon)|(?P<d1>tuesday|tues?)|(?P<d2>wednesday|wed)"
    r"|(?P<d3>thursday|thurs?)|(?P<d4>friday|fri)"
    r"|(?P<d5>saturday|sat)|(?P<d6>sunday|sun))\b(?!'s| (?:sale|shift|menu))"
    r"|\b(?P<morning>(?:this |in the |the )?morning|first thing)\b|\b(?P<noon>noon|midday|lunchtime|lunch)\b"
    r"|\b(?P<afternoon>(?:this |in the |the )?afternoon)\b|\b(?P<evening>tonight|(?:this |in the |the "
    r"|later this )?evening|end of the evening)\b"
    r"|\b(?P<midnight>midnight)\b"
    r"|(?<![\d.,/:$€£-])(?:(?P<from>\d\d?)(?::\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?)? ?(?:-|–|to|and|till"
    r"|until) ?)?(?P<h>\d\d?)(?:[:.](?P<min>\d\d))?"
    r" ?(?:(?P<pm>p\.?m\b\.?)|(?P<am>a\.?m\b\.?)|o'clock)"
    r"|(?<![\d.,/:$€£-])(?:\d\d?:\d\d ?(?:-|–|to|and) ?)?(?P<h2>\d\d?):(?P<min2>\d\d)(?![\d:])"
    r"|(?:(?<=\bat )|(?<=\bby )|(?<=before )|(?<=until )|(?<=\btill )|(?<=\bafter ))"
    rf"(?:(?:(?P<half>half past)|(?P<past>quarter past)|(?P<to>quarter to)) )?(?P<h3>{HOUR}){CLOSES}"
    rf"|\b(?:between|from) {HOUR} (?:and|to|till|until) (?P<h5>{HOUR}){CLOSES}"
    r"|(?:(?<=\bon )|(?<=\bby )|(?<=before )|(?<=until ))the (?P<monthday>\d\d?)(?:st|nd|rd|th)\b"
    r"(?! (?:of|floor|day|street|time)\b)"
)

BEGINS = (
    "within|in |inside|under|less|after |over |for |no later|not later|later this|the day after|day after|tomorrow|tmr|today"
    "|this |the end|"
    "the close|the closing|the weekend|the begin|the start|the early|the morning|the afternoon|the evening|the next|the mon"
    "|the tue|"
    "the wed|the thu|the fri|the sat|the sun|the 0|end of|close of|closing|eod|cob|beginning of|start of|early next|next "
    "|coming |"
    "mon|tue|wed|thu|fri|sat|sun|morning|first thing|noon|midday|lunch|afternoon|tonight|evening|midnight|between|from |half "
    "|quarter|"
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
"""How the words of a time may begin, where they begin with no figure: what `TIME` is tried at."""

GLUE = (
    r"(?:by|at|on|before|until|till|between|from|and(?! (?:on|by|at|in|within|before) )|or|the|of|in|around|about|latest|no"
    r" later than|later|early"
    r"|any time|sometime|,|-|–|\s)*"
)

BEFORE = (
    r"(?:\b(?:(?:by|on|at|before|until|till|between|from|no later than|not later than|latest by|up to|sometime"
    r"|some time|later|during|in|around"
    r"|about|as early as|at the latest|the|early|first thing|either) ))+$"
)

BEHIND = r"(?: (?:at the latest|or so|maximum|max|at most))"

TIMES = (
    "tomorrow tmrw tmr today tonight monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat"
    " sunday"
    " sun hour hours hr hrs h min mins minute minutes day days week weeks wk wks month months weekend fortnight noon midday lunch"
    " lunchtime morning afternoon evening midnight eod cob business play closing shift trading first clock one two three four"
    " five"
    " six seven eight nine ten eleven twelve half quarter "
) + " ".join(f"{number}{behind}" for number in range(1, 32) for behind in ("am", "pm", "h", "st", "nd", "rd", "th"))
"""Words of which the words of a time have one, beside figures and months."""
