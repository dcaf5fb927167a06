"""What telephony and contact centres export, and the published ABCD chats.

Twilio: twilio-oai, intelligence v2. Genesys: developer.genesys.cloud, transcript URL. Contact Lens: the output files of Amazon
Connect. Post-call analytics: aws-samples/amazon-transcribe-post-call-analytics. ABCD: asappresearch/abcd. The people in a
Twilio transcript and the contact id of Contact Lens are known from use only.
"""

from __future__ import annotations

from coach.review.record import AGENT
from coach.review.sources.exports.form import PLAIN, Body, Flag, Form, People, words
from coach.review.sources.roles import LEFT_OUT

CALLS = (
    Form(
        "twilio",
        marks=("media_channel", "transcript"),
        lists=("sentences",),
        bodies=(Body("transcript", PLAIN),),
        author=("media_channel",),
        people=(People("channel.participants", "channel_participant", "role"),),
        ids=("transcript_sid", "meta.url", "meta.first_page_url", "sid"),
        thread=("transcript_sid",),
        offsets=("start_time",),
        start=("media_start_time",),
        channel="phone",
        langs=("language_code",),
    ),
    Form(
        "genesys",
        marks=("participantPurpose", "text"),
        lists=("transcripts.*.phrases", "phrases"),
        documents=(("transcripts", "conversationId"),),
        bodies=(Body("decoratedText", PLAIN), Body("text", PLAIN)),
        roles=(("participantPurpose", {"user": AGENT, "dialer": LEFT_OUT, "campaign": LEFT_OUT}),),
        author=("participantPurpose",),
        people=(People("participants", "participantPurpose", "participantPurpose", ("name", "userId")),),
        ids=("conversationId",),
        thread=("conversationId",),
        offsets=("offset.startTimeMs", "startTimeMs"),
        unit=0.001,
        start=("startTime", "conversationStartTime"),
        conversation_channels=("mediaType",),
        codes={"message": "chat", "callback": "phone"},
        langs=("transcripts.0.language",),
    ),
    Form(
        "contact-lens",
        marks=("ParticipantId", "Id"),
        lists=("Transcript",),
        documents=(("Transcript", "Participants"),),
        bodies=(Body("Content", PLAIN),),
        kind="ContentType",
        flags=(
            Flag("Type", words("message"), words("event attachment"), absent=True),
            Flag(
                "ContentType",
                hidden=words("application/json application/vnd.amazonaws.connect.message.interactive"),
                absent=True,
                lenient=True,
            ),
        ),
        roles=(("ParticipantId", {}),),  # "AGENT" itself in calls
        author=("ParticipantId",),
        people=(People("Participants", "ParticipantId", "ParticipantRole"),),
        ids=("CustomerMetadata.ContactId", "ContactId"),
        times=("AbsoluteTime",),
        offsets=("BeginOffsetMillis",),
        unit=0.001,
        conversation_channels=("Channel",),
        langs=("LanguageCode",),
    ),
    Form(
        "post-call-analytics",
        marks=("SegmentSpeaker", "SegmentStartTime"),
        lists=("SpeechSegments",),
        documents=(("ConversationAnalytics", "SpeechSegments"),),
        bodies=(Body("DisplayText", PLAIN), Body("OriginalText", PLAIN)),
        flags=(Flag("IVRSegment", words("false"), words("true"), absent=True),),
        author=("SegmentSpeaker",),
        people=(People("ConversationAnalytics.SpeakerLabels", "Speaker", "DisplayText"),),
        agent="ConversationAnalytics.Agent",
        ids=("ConversationAnalytics.GUID",),
        offsets=("SegmentStartTime",),
        start=("ConversationAnalytics.ConversationTime",),
        zone="ConversationAnalytics.ConversationLocation",
        channel="phone",
        langs=("ConversationAnalytics.LanguageCode",),
    ),
    Form(
        "abcd",
        marks=(),  # a message is a pair of speaker and text
        lists=("original",),
        documents=(("convo_id", "original"),),
        bodies=(Body("1", PLAIN),),
        roles=(("0", {}),),
        customer=("scenario.personal.customer_name",),
        ids=("convo_id",),
        channel="chat",
    ),
)
