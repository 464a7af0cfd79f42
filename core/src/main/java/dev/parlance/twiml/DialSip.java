package dev.parlance.twiml;

/** A SIP address to call. */
public final class DialSip extends DialedParty<DialSip> {
    DialSip(Element<?> parent) {
        super("Sip", parent);
    }

    /** The name by which the other side knows us. */
    public DialSip username(String username) {
        return put("username", username);
    }

    /** The password to that name. */
    public DialSip password(String password) {
        return put("password", password);
    }

    /** Whether, and until when, a machine is told from a person: {@code Enable} or {@code DetectMessageEnd}. */
    public DialSip machineDetection(String detection) {
        return put("machineDetection", detection);
    }
}
