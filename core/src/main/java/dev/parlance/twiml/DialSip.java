package dev.parlance.twiml;

import dev.parlance.settings.Secret;

/** A SIP address to call. */
public final class DialSip extends DialedParty<DialSip> {
    DialSip(Element<?> parent) {
        super("Sip", parent);
    }

    /** The user name for the SIP address. */
    public DialSip username(String username) {
        return put("username", username);
    }

    /** The password for the SIP address. It is in the document in clear, as Twilio requires. */
    public DialSip password(Secret password) {
        return put("password", password.reveal());
    }

    /** How to detect an answering machine: {@code Enable} or {@code DetectMessageEnd}. */
    public DialSip machineDetection(String detection) {
        return put("machineDetection", detection);
    }
}
