package dev.parlance.fake.browser.signalling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A browser's valid token: an access token with a voice grant, or a capability token.
 *
 * @param identity the name under which the browser can be called
 * @param incoming whether the browser can be called
 * @param application the application for outgoing calls; empty if the browser can't call
 * @param parameters the parameters that the token adds to each call
 * @param seconds the seconds until the token expires
 */
record VoiceToken(String identity, boolean incoming, String application, Parameters parameters, long seconds) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ACCESS = "twilio-fpa;v=1";
    private static final int INVALID = 31204;
    private static final int EXPIRED = 31205;
    private static final int NOT_ALLOWED = 31201;

    /** The token is invalid, with the code and message of the signalling server. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final int code;

        Refused(int code, String message) {
            super(message);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    static VoiceToken check(World world, String token, Instant now) throws Refused {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new Refused(INVALID, "JWT is invalid: it does not have three parts");
        }
        JsonNode header = json(parts[0]);
        JsonNode claims = json(parts[1]);
        if (!header.path("alg").asText().equals("HS256")) {
            throw new Refused(INVALID, "JWT is invalid: its algorithm is not HS256");
        }
        boolean isAccess = header.path("cty").asText().equals(ACCESS);
        String secret = isAccess
                ? secretOfKey(world, claims)
                : secretOfAccount(world, claims.path("iss").asText());
        if (!MessageDigest.isEqual(
                signature(parts[0] + "." + parts[1], secret), parts[2].getBytes(StandardCharsets.US_ASCII))) {
            throw new Refused(INVALID, "JWT signature validation failed");
        }
        long seconds = claims.path("exp").asLong() - now.getEpochSecond();
        if (seconds <= 0) {
            throw new Refused(EXPIRED, "JWT is expired");
        }
        try {
            return isAccess
                    ? access(claims.path("grants"), seconds)
                    : capability(claims.path("scope").asText(), seconds);
        } catch (WebhookException e) {
            throw new Refused(NOT_ALLOWED, "JWT has a malformed scope");
        }
    }

    private static JsonNode json(String part) throws Refused {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused(INVALID, "JWT is invalid: a part is not JSON");
        }
    }

    private static String secretOfKey(World world, JsonNode claims) throws Refused {
        Optional<Resource> key = world.owned().keys().find(claims.path("iss").asText());
        if (key.isEmpty() || !key.get().is("_account_sid", claims.path("sub").asText())) {
            throw new Refused(INVALID, "JWT is invalid: the account has no such key");
        }
        return key.get().text("_secret");
    }

    private static String secretOfAccount(World world, String sid) throws Refused {
        return world.accounts()
                .shelf()
                .find(sid)
                .map(account -> account.text("auth_token"))
                .orElseThrow(() -> new Refused(INVALID, "JWT is invalid: there is no such account"));
    }

    private static byte[] signature(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encode(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks HmacSHA256", e);
        }
    }

    private static VoiceToken access(JsonNode grants, long seconds) throws Refused {
        JsonNode voice = grants.path("voice");
        if (!voice.isObject() || grants.path("identity").asText().isEmpty()) {
            throw new Refused(NOT_ALLOWED, "JWT has no voice grant or no identity");
        }
        List<String> parameters = new ArrayList<>();
        voice.path("outgoing")
                .path("params")
                .properties()
                .forEach(each ->
                        parameters.addAll(List.of(each.getKey(), each.getValue().asText())));
        return new VoiceToken(
                grants.path("identity").asText(),
                voice.path("incoming").path("allow").asBoolean(),
                voice.path("outgoing").path("application_sid").asText(),
                Parameters.of(parameters.toArray(String[]::new)),
                seconds);
    }

    private static VoiceToken capability(String scopes, long seconds) throws Refused {
        Parameters incoming = Parameters.none();
        Parameters outgoing = Parameters.none();
        for (String scope : scopes.split(" ", -1)) {
            int query = scope.indexOf('?');
            if (scope.startsWith("scope:client:incoming?")) {
                incoming = form(scope.substring(query + 1));
            } else if (scope.startsWith("scope:client:outgoing?")) {
                outgoing = form(scope.substring(query + 1));
            }
        }
        Parameters calling = outgoing;
        String identity = incoming.first("clientName")
                .or(() -> calling.first("clientName"))
                .orElse("Anonymous");
        if (incoming.entries().isEmpty() && outgoing.entries().isEmpty()) {
            throw new Refused(NOT_ALLOWED, "JWT has no client scope");
        }
        return new VoiceToken(
                identity,
                !incoming.entries().isEmpty(),
                outgoing.first("appSid").orElse(""),
                form(outgoing.first("appParams").orElse("")),
                seconds);
    }

    static Parameters form(String encoded) {
        return WebhookRequest.post("https://client.example/")
                .withBody("application/x-www-form-urlencoded", encoded.getBytes(StandardCharsets.UTF_8))
                .formParameters();
    }
}
