package dev.parlance.fake.twilio;

/** What a phone number leads to, as Twilio Lookup reports it. See {@link FakePhone#hasLine}. */
public enum LineType {
    /** A mobile phone. */
    MOBILE("mobile"),
    /** A phone that can't receive texts. */
    LANDLINE("landline"),
    /** A number of an internet provider with an address, such as a cable company. */
    FIXED_VOIP("fixedVoip"),
    /** A number of an internet provider without an address. */
    NON_FIXED_VOIP("nonFixedVoip"),
    /** A number that is free for the caller. */
    TOLL_FREE("tollFree"),
    /** A number that costs more. */
    PREMIUM("premium"),
    /** A voice mail box. */
    VOICEMAIL("voicemail"),
    /** A pager. */
    PAGER("pager"),
    /** Not known. */
    UNKNOWN("unknown");

    private final String word;

    LineType(String word) {
        this.word = word;
    }

    /** Twilio's word, for example {@code nonFixedVoip}. */
    @Override
    public String toString() {
        return word;
    }
}
