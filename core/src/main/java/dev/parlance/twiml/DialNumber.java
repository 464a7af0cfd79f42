package dev.parlance.twiml;

/** A phone number to call. */
public final class DialNumber extends DialedParty<DialNumber> {
    DialNumber(Element<?> parent) {
        super("Number", parent);
    }

    /** Keys that are pressed when the call is answered, such as an extension; a {@code w} waits for half a second. */
    public DialNumber sendDigits(String digits) {
        return put("sendDigits", digits);
    }

    /** Whether, and until when, a machine is told from a person: {@code Enable} or {@code DetectMessageEnd}. */
    public DialNumber machineDetection(String detection) {
        return put("machineDetection", detection);
    }
}
