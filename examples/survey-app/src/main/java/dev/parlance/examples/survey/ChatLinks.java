package dev.parlance.examples.survey;

import dev.parlance.Address;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Creates and checks the tokens in chat links. A token is valid for one phone number and one week. */
final class ChatLinks {
    private static final Pattern TOKEN = Pattern.compile("Bearer (\\+[1-9]\\d{6,14})\\.(\\d{1,12})\\.([0-9a-f]{64})");
    private static final Duration VALID = Duration.ofDays(7);

    private final Secret key;
    private final Clock clock;

    ChatLinks(Secret key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String token(String number) {
        long until = clock.instant().plus(VALID).getEpochSecond();
        return number + "." + until + "." + sign(number, until);
    }

    /**
     * Returns the person that a request's token belongs to.
     *
     * @throws WebhookException if the request has no valid token
     */
    Address person(WebhookRequest request) {
        Matcher token = TOKEN.matcher(request.header("Authorization").orElse(""));
        if (!token.matches()) {
            throw new WebhookException(401, "The token of the chat link is missing.");
        }
        long until = Long.parseLong(token.group(2));
        byte[] expected = sign(token.group(1), until).getBytes(StandardCharsets.US_ASCII);
        boolean isSigned = MessageDigest.isEqual(expected, token.group(3).getBytes(StandardCharsets.US_ASCII));
        if (!isSigned || clock.instant().getEpochSecond() >= until) {
            throw new WebhookException(401, "This link is no longer valid.");
        }
        return Address.of(token.group(1));
    }

    private String sign(String number, long until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(("chat " + number + " until " + until).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
