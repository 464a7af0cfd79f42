package dev.parlance.account;

import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.AccountSettings.ApiKey;
import dev.parlance.settings.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs tokens with which a phone in a browser or an app logs in. Sends no request.
 *
 * <pre>{@code
 * Token token = account.tokens().sign(VoiceAccess.of("ana").withIncoming(true));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Tokens {
    static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

    private static final Duration MAX_LIFETIME = Duration.ofHours(24);
    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9_]{1,121}");
    private static final int MIN_SECRET_BYTES = 32;

    private final AccountSettings settings;
    private final Clock clock;

    Tokens(AccountSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Signs an access token with the API key.
     *
     * @throws AccountException if the account has no API key, or its secret is too short
     */
    public Token sign(VoiceAccess access) {
        ApiKey key = settings.apiKey()
                .orElseThrow(() -> AccountException.notSent(
                        "Signing an access token needs an API key: set TWILIO_API_KEY and TWILIO_API_SECRET"));
        Instant now = now();
        SignedToken token = new SignedToken(
                key.sid(),
                bytes(key.secret(), "TWILIO_API_SECRET"),
                now.plus(access.lifetime()),
                headers(),
                Map.of(
                        "jti", key.sid() + "-" + now.getEpochSecond(),
                        "sub", settings.accountSid(),
                        "grants", Map.of("identity", access.identity(), "voice", voiceGrant(access))));
        return token.sign();
    }

    /**
     * Signs a capability token with the account's auth token.
     *
     * @throws AccountException if the account has no auth token
     */
    public Token sign(Capability capability) {
        Secret authToken = settings.authToken()
                .orElseThrow(() -> AccountException.notSent(
                        "Signing a capability token needs the account's auth token: set TWILIO_AUTH_TOKEN"));
        SignedToken token = new SignedToken(
                settings.accountSid(),
                bytes(authToken, "TWILIO_AUTH_TOKEN"),
                now().plus(capability.lifetime()),
                Map.of(),
                Map.of("scope", String.join(" ", scopes(capability))));
        return token.sign();
    }

    static void checkIdentity(String identity) {
        if (!IDENTITY.matcher(identity).matches()) {
            throw new IllegalArgumentException(
                    "An identity must be 1 to 121 letters, digits and underscores, not these " + identity.length()
                            + " characters");
        }
    }

    static void checkLifetime(Duration life) {
        if (life.toSeconds() < 1 || life.compareTo(MAX_LIFETIME) > 0) {
            throw new IllegalArgumentException("A token must be valid for one second to 24 hours, not " + life);
        }
    }

    /** Each region has its own keys, so the header names the region of this one. */
    private Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("cty", "twilio-fpa;v=1");
        settings.region().ifPresent(region -> headers.put("twr", region.name()));
        return headers;
    }

    private static Map<String, Object> voiceGrant(VoiceAccess access) {
        Map<String, Object> grant = new LinkedHashMap<>();
        if (access.incoming()) {
            grant.put("incoming", Map.of("allow", true));
        }
        access.application().ifPresent(sid -> grant.put("outgoing", outgoing(sid, access.parameters())));
        return grant;
    }

    private static Map<String, Object> outgoing(String applicationSid, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? Map.of("application_sid", applicationSid)
                : Map.of("application_sid", applicationSid, "params", parameters);
    }

    private static List<String> scopes(Capability capability) {
        List<String> scopes = new ArrayList<>();
        capability
                .incoming()
                .ifPresent(name -> scopes.add("scope:client:incoming?" + form(Map.of("clientName", name))));
        capability.application().ifPresent(sid -> {
            Map<String, String> outgoing = new LinkedHashMap<>();
            outgoing.put("appSid", sid);
            capability.incoming().ifPresent(name -> outgoing.put("clientName", name));
            if (!capability.parameters().isEmpty()) {
                outgoing.put("appParams", form(capability.parameters()));
            }
            scopes.add("scope:client:outgoing?" + form(outgoing));
        });
        return scopes;
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Secret secret, String setting) {
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_SECRET_BYTES) {
            throw AccountException.notSent("Signing a token needs a secret of at least " + MIN_SECRET_BYTES + " bytes; "
                    + setting + " has " + bytes.length + ": copy it again, or create a new one in the console");
        }
        return bytes;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
