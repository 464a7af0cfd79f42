package dev.parlance.twiml;

/** A phone number to call. */
public final class DialNumber extends DialedParty<DialNumber> {
    DialNumber(Element<?> parent) {
        super("Number", parent);
    }

    /** Keys to press when the call is answered, for example an extension. A {@code w} waits half a second. */
    public DialNumber sendDigits(String digits) {
        return put("sendDigits", digits);
    }

    /** How to detect an answering machine: {@code Enable} or {@code DetectMessageEnd}. */
    public DialNumber machineDetection(String detection) {
        return put("machineDetection", detection);
    }
}
