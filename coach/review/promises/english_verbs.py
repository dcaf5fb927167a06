"""English verbs, and who does what: the parts of which `english` makes its ways to promise."""

from __future__ import annotations

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
DOINGS = (
    "sending", "calling", "ringing", "phoning", "posting", "shipping", "refunding", "booking", "bringing", "coming", "moving",
    "putting", "issuing", "crediting", "paying", "returning", "transferring", "ordering", "dropping", "delivering",
    "replacing", "swapping", "mailing", "emailing", "e-mailing", "picking", "collecting", "fixing",
    "driving", "leaving", "holding", "keeping", "releasing", "meeting", "reshipping", "resending", "dispatching",
    "visiting", "upgrading", "switching", "unlocking", "installing", "fitting", "repairing",
)  # fmt: skip
DOING = (
    rf"{any_of('|'.join(DOINGS))}\b(?! (?:care|a look|(?:you|your \w+) (?:through|over)|(?:an? |your |the |this )?(?:idea"
    rf"|impression|message)))"
)
BE_THERE = (
    r"be (?:with you|there|over|round|outside|waiting (?:for you|outside|at|by|in)|(?:at|on|by|in front of) your|at \d+"
    r"|(?:calling|sending|visiting|shipping|posting|ringing|phoning|paying|refunding|bringing|delivering|collecting|moving)\b)"
)
NO_DEED = (
    rf"(?!be (?!{BE_THERE[3:]})"
    r"|(?:not\b|never|need|require|ask you|wait (?:for your|until you)|want|like|love|see|say|assume|try|do my|do our|remain"
    r"|close|open|hope|look forward|keep (?:here|chat|waiting)|have to|have (?:no|it in stock|more|new)|miss|transfer you"
    r"|connect you|then|work\b|help\b|assist|end\b|start\b|charge|expect|stop\b|lose\b|get to\b|only\b|no longer|take care"
    r"|understand|know\b|think|agree|continue|suggest|recommend|advise|appreciate|share (?:it|this|that|your))\b)"
)
NO_DEED_OF_OTHERS = (
    r"(?!(?:not|never|need|want|like|love|hope|know|think|take(?! (?:it|them|that|the|your|a look|over))|last|cost|close|open"
    r"|end|expire|renew|remain|stay|require|charge|have to|have (?:no|until)|only|no longer|ask you|expect|start|begin|stop"
    r"|change|increase|apply|continue|run|become|allow|include|work|help|assist|be able)\b"
    r"|be (?!(?:with|at|on|by|round|over|out to|out by|out on|there|back|in touch|calling|coming|visiting|sending|sent|able"
    r"|delivering|bringing|collecting|outside|waiting)\b))"
)
ROLES = (
    "department dept courier driver technician technicians engineer engineers fitter plumber electrician mechanic manager"
    " supervisor"
    " specialist specialists crew caretaker locksmith porter surveyor inspector consultant tech chef director owner boss"
    " colleague"
    " colleagues agent agents representative representatives rep reps office workshop warehouse support accounts accountant"
    " billing"
    " doctor nurse dentist vet therapist teacher trainer bank carrier seller installer staff expert experts developer"
    " developers partner"
    " advisor adviser member finance sales logistics service headquarters store depot kitchen desk reception team"
)
PEOPLE = any_of(ROLES.replace(" ", "|"))
WHO = (
    rf"(?:\b(?P<who>(?:someone|somebody|anyone)(?: (?:else|from|in|at)(?: [\w'-]+){{1,3}}?)?"
    rf"|(?:our|the|my|your|a|an|another|one of (?:our|my|the))(?: [\w&'-]+){{0,3}}? (?:{PEOPLE})(?: (?:team"
    r"|department|member))?"
    rf"(?: (?:from|in|at|of) (?:the |our )?[\w&'-]+(?: (?:team|department))?"
    r"|,? (?!(?:also|then|now|still|and|who|it|there|they|you|we)\b)[^\W\d][\w'-]+)?,?|they|he|she)$)"
)
OBJECT = (
    r"(?:refund|order|parcel|package|delivery|item|items|replacement|money|payment|everything|nothing|shipping"
    r"|email|tracking|service|update|access)\b"
)
NAME = rf"(?:^|[,:;.!\n] ?|\b(?:and|then|so|but) )(?!{OBJECT})(?P<name>[^\W\d]['\w-]+(?: [^\W\d]['\w-]+)?)$"
"""Somebody's name: only where it is written with a capital, which `finding` sees to."""

DEEDS = (
    "call ring phone contact visit come bring deliver collect pick send ship post repair fix replace refund install write mail"
    " look check"
    " review process reply respond answer arrive take investigate handle resolve complete update do finish issue credit have"
    " get give"
    " leave hold drop sort hand carry fit meet pop put set swap move book reship resend transfer return pay order release"
    " unlock upgrade"
    " switch add change cancel confirm forward tell join drive keep email"
).split()
DEED = rf"(?:{any_of('|'.join(DEEDS))}|e-mail|be (?:with you|there|at your|outside|round|over))\b"
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
PASSIVE = (
    r"(?!(?:closed|charged|billed|renewed|expected|required|asked|needed|suspended|terminated|deleted|affected|debited|disabled"
    r"|discontinued|limited|deducted|opened|postponed|delayed|redirected|transferred to an?|connected|closing|invited|able"
    r"|allowed|based|used|held|shown|displayed|interested|excited|pleased|delighted|surprised)\b)"
    r"(?:[\w-]+ed|sent|paid|put|made|given|taken|brought|done|built|cut|drawn|driven|flown|found|held|kept|laid|rebuilt|resent"
    r"|rewritten|set|shut off|sold|sewn|thrown|written|redone|undone)"
)
STATES = (
    r"(?:back|ready|with you|there|at your|on your|by your|in your|round|out|here|yours|live|working|available|visible"
    r"|on its way|in the post|up and running|online|home)"
)
HAPPENS = (
    rf"(?:be (?:(?:\w+ly|also|then|back|being|all|both|re) )*(?:{PASSIVE}|{STATES})|arrive|reach you|come|appear|show(?: up)?"
    r"|go (?:out|back(?! to (?:your last|normal|the (?:start|previous)))|through|up|into|in the post|onto|to your|live on"
    r" your)|ship|land|get to you|get there|leave|follow|drop"
    r"|hit your|turn up|make it to you|come through|start working)\b"
)
COMES = (
    r"(?:(?:goes|is going) (?:out|back|off to|into|onto|to your|in the (?:post|mail))|(?:ships?|lands?|arrives?|follows?)\b"
    r"|(?:reaches|gets to) you|leaves? (?:our|the|us|here))\b"
)
"""The present for what is as good as done: "your parcel goes out today", "it is with you by noon"."""

STAYS = (
    r"(?:is|are) (?:(?:back )?(?:with you|yours|ready|done|on your|at your|in your)|coming|going out|shipping|arriving"
    r"|being (?:sent|shipped|delivered|collected|picked up|refunded|replaced|fixed|repaired|posted|returned))\b"
)
THING = (
    r"(?:\b(?:your|the|my|our|an?|this|that|new|both|all) (?:[\w'-]+ ){1,5}?|\b(?:it|this|that|everything|they|refund|money"
    r"|parcel|reply|answer|label|replacement|confirmation) |\band )"
    r"(?<!flight )(?<!train )(?<!bus )(?<!plane )(?<!ferry )(?<!coach )$"
)
GENERAL = r"(?:^(?:all |any |most |these |the )?(?:refunds|orders|returns|parcels|deliveries|payments|items|purchases)\b)"

WITH_YOU = (
    r"(?:(?:(?:be )?(?:receiv|gett)ing|receive|get)\b(?! (?:to|any|no|charged|\d|used|away)\b)"
    r"|have\b(?! (?:to|any|no|until|till|\d+|time|an? (?:week|month|day|hour)s?|a chance|the (?:right|option|chance|choice))\b)"
    r"|see\b(?! (?:any|no|that|how|if|what|an? (?:option|button|tab|menu))\b)|hear\b(?! any\b| no\b)"
    r"|be (?:e-?mailed|phoned|rung|paid|sent|upgraded|moved|given|back))\b"
)
HAVE_IT = (
    r" (?:it|them|that|word|news|everything|(?:from|back from) (?:me|us|him|her|them)|back from (?:me|us)"
    r"|(?:the|your|my|an?|our) (?:[\w-]+ ){0,2}?(?:answer|reply|call|e-?mail|link|label|invoice|refund|money|receipt|parcel"
    r"|replacement|quote|copy|code|report|update|confirmation))\b(?! (?:to|until))"
)
