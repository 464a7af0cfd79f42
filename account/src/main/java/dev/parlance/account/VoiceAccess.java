package dev.parlance.account;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an access token permits. Immutable: each setter returns a new value.
 *
 * <pre>{@code
 * VoiceAccess access = VoiceAccess.of("ana").withIncoming(true).withLifetime(Duration.ofMinutes(30));
 * }</pre>
 *
 * @param identity the phone's name: 1 to 121 letters, digits and underscores
 * @param application the application ({@code AP…}) for outgoing calls; without it, the phone can't call
 * @param parameters parameters that Twilio adds to the webhook of each outgoing call; the token's owner can't change them
 * @param incoming whether the phone can be called by its identity
 * @param lifetime how long the token is valid, at most 24 hours
 */
public record VoiceAccess(
        String identity,
        Optional<String> application,
        Map<String, String> parameters,
        boolean incoming,
        Duration lifetime) {
    /** Validates the values by Twilio's rules. */
    public VoiceAccess {
        Tokens.checkIdentity(identity);
        application.ifPresent(sid -> Sid.check(sid, "AP"));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        Tokens.checkLifetime(lifetime);
    }

    /** Access for an hour, without any permission yet. */
    public static VoiceAccess of(String identity) {
        return new VoiceAccess(identity, Optional.empty(), Map.of(), false, Tokens.DEFAULT_LIFETIME);
    }

    /** Lets the phone call through this application. */
    public VoiceAccess withOutgoing(String applicationSid) {
        return withOutgoing(applicationSid, Map.of());
    }

    /** Lets the phone call through this application, with these parameters in the webhook. */
    public VoiceAccess withOutgoing(String applicationSid, Map<String, String> parameters) {
        return new VoiceAccess(identity, Optional.of(applicationSid), parameters, incoming, lifetime);
    }

    /** Sets whether the phone can be called. */
    public VoiceAccess withIncoming(boolean allowed) {
        return new VoiceAccess(identity, application, parameters, allowed, lifetime);
    }

    /** Sets how long the token is valid. */
    public VoiceAccess withLifetime(Duration lifetime) {
        return new VoiceAccess(identity, application, parameters, incoming, lifetime);
    }
}
