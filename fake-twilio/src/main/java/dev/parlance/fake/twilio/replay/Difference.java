package dev.parlance.fake.twilio.replay;

/**
 * A place where the fake's answer differs from the recorded one.
 *
 * @param exchange the number of the request in the recording, from 1
 * @param request the method, host and path
 * @param place {@code status}, {@code Content-Type}, or the path of a field such as {@code messages[0].status}
 * @param recorded what the recording has, or an empty string
 * @param fake what the fake answers, or an empty string
 */
public record Difference(int exchange, String request, String place, Kind kind, String recorded, String fake) {
    /** What differs. */
    public enum Kind {
        /** The status or a header of the response. */
        RESPONSE,
        /** The fake's answer lacks a field. */
        MISSING,
        /** The fake's answer has a field that the recording lacks. */
        ADDITIONAL,
        /** The field has another type, or a text another form: a SID with another prefix, a date, a link. */
        TYPE,
        /** The field has another value. Values that differ in each run are not compared. */
        VALUE
    }

    @Override
    public String toString() {
        String what = switch (kind) {
            case RESPONSE, VALUE -> recorded + " in the recording, " + fake + " in the fake";
            case TYPE -> recorded + " in the recording, " + fake + " in the fake (another type or form)";
            case MISSING -> "missing in the fake";
            case ADDITIONAL -> "only in the fake";
        };
        return exchange + ". " + request + ": " + place + ": " + what;
    }
}
