package dev.parlance.account;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a capability token lets a phone do: the kind of token that the first generation of the browser's library takes.
 * For the present one, use {@link VoiceAccess}. Immutable: each method that sets something returns a new value.
 *
 * @param incoming the name by which it can be called: 1 to 121 letters, digits and underscores
 * @param application the application ({@code AP…}) that its outgoing calls go through; without it, it cannot call
 * @param parameters what Twilio adds to the webhook of each outgoing call
 * @param life how long the token is good for, at most 24 hours
 */
public record Capability(
        Optional<String> incoming, Optional<String> application, Map<String, String> parameters, Duration life) {
    /** Checks that Twilio would accept it. */
    public Capability {
        incoming.ifPresent(Tokens::checkIdentity);
        application.ifPresent(sid -> Sid.check(sid, "AP"));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        Tokens.checkLife(life);
    }

    /** A phone that can be called by this name, for an hour. */
    public static Capability incoming(String clientName) {
        return new Capability(Optional.of(clientName), Optional.empty(), Map.of(), Tokens.USUAL_LIFE);
    }

    /** A phone without a name that can call through this application, for an hour. */
    public static Capability anonymous(String applicationSid, Map<String, String> parameters) {
        return new Capability(Optional.empty(), Optional.of(applicationSid), parameters, Tokens.USUAL_LIFE);
    }

    /** Lets the phone call, through this application, with these parameters in its webhook. */
    public Capability outgoing(String applicationSid, Map<String, String> parameters) {
        return new Capability(incoming, Optional.of(applicationSid), parameters, life);
    }

    /** How long the token is good for. */
    public Capability life(Duration life) {
        return new Capability(incoming, application, parameters, life);
    }
}
