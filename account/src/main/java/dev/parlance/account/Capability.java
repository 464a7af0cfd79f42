package dev.parlance.account;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a capability token permits. Capability tokens are for the first generation of Twilio's browser SDK; for the current
 * one, use {@link VoiceAccess}. Immutable: each setter returns a new value.
 *
 * @param incoming the name by which the phone can be called: 1 to 121 letters, digits and underscores
 * @param application the application ({@code AP…}) for outgoing calls; without it, the phone can't call
 * @param parameters parameters that Twilio adds to the webhook of each outgoing call
 * @param lifetime how long the token is valid, at most 24 hours
 */
public record Capability(
        Optional<String> incoming, Optional<String> application, Map<String, String> parameters, Duration lifetime) {
    /** Validates the values by Twilio's rules. */
    public Capability {
        incoming.ifPresent(Tokens::checkIdentity);
        application.ifPresent(sid -> Sid.check(sid, "AP"));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        Tokens.checkLifetime(lifetime);
    }

    /** Lets the phone be called by this name, for an hour. */
    public static Capability incoming(String clientName) {
        return new Capability(Optional.of(clientName), Optional.empty(), Map.of(), Tokens.DEFAULT_LIFETIME);
    }

    /** Lets a phone without a name call through this application, for an hour. */
    public static Capability anonymous(String applicationSid, Map<String, String> parameters) {
        return new Capability(Optional.empty(), Optional.of(applicationSid), parameters, Tokens.DEFAULT_LIFETIME);
    }

    /** Lets the phone call through this application, with these parameters in the webhook. */
    public Capability withOutgoing(String applicationSid, Map<String, String> parameters) {
        return new Capability(incoming, Optional.of(applicationSid), parameters, lifetime);
    }

    /** Sets how long the token is valid. */
    public Capability withLifetime(Duration lifetime) {
        return new Capability(incoming, application, parameters, lifetime);
    }
}
