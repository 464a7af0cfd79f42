package dev.parlance.account;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an access token lets a phone do. Immutable: each method that sets something returns a new value.
 *
 * <pre>{@code
 * VoiceAccess access = VoiceAccess.of("ana").outgoing("AP…").incoming(true).life(Duration.ofMinutes(30));
 * }</pre>
 *
 * @param identity who the phone is: 1 to 121 letters, digits and underscores
 * @param application the application ({@code AP…}) that its outgoing calls go through; without it, it cannot call
 * @param parameters what Twilio adds to the webhook of each outgoing call, out of reach of whoever has the token
 * @param incoming whether it can be called by its identity
 * @param life how long the token is good for, at most 24 hours
 */
public record VoiceAccess(
        String identity,
        Optional<String> application,
        Map<String, String> parameters,
        boolean incoming,
        Duration life) {
    /** Checks that Twilio would accept it. */
    public VoiceAccess {
        Tokens.checkIdentity(identity);
        application.ifPresent(sid -> Sid.check(sid, "AP"));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        Tokens.checkLife(life);
    }

    /** Access for an hour that allows nothing yet. */
    public static VoiceAccess of(String identity) {
        return new VoiceAccess(identity, Optional.empty(), Map.of(), false, Tokens.USUAL_LIFE);
    }

    /** Lets the phone call, through this application. */
    public VoiceAccess outgoing(String applicationSid) {
        return outgoing(applicationSid, Map.of());
    }

    /** Lets the phone call, through this application, with these parameters in its webhook. */
    public VoiceAccess outgoing(String applicationSid, Map<String, String> parameters) {
        return new VoiceAccess(identity, Optional.of(applicationSid), parameters, incoming, life);
    }

    /** Whether the phone can be called. */
    public VoiceAccess incoming(boolean allowed) {
        return new VoiceAccess(identity, application, parameters, allowed, life);
    }

    /** How long the token is good for. */
    public VoiceAccess life(Duration life) {
        return new VoiceAccess(identity, application, parameters, incoming, life);
    }
}
