package dev.parlance.twiml;

/** A SIP address to call. */
public final class DialSip extends DialedParty<DialSip> {
    DialSip(Element<?> parent) {
        super("Sip", parent);
    }

    /** The user name for the SIP address. */
    public DialSip username(String username) {
        return put("username", username);
    }

    /** The password for the SIP address. */
    public DialSip password(String password) {
        return put("password", password);
    }

    /** How to detect an answering machine: {@code Enable} or {@code DetectMessageEnd}. */
    public DialSip machineDetection(String detection) {
        return put("machineDetection", detection);
    }
}
