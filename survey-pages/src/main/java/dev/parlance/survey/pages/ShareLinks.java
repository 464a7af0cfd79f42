package dev.parlance.survey.pages;

import dev.parlance.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Creates and checks links that show results without a login. A link is signed, and has its end and its filter in itself: nothing
 * is stored. Another secret ends all links.
 */
final class ShareLinks {
    static final Duration LONGEST = Duration.ofDays(366);
    /** A longer filter would make a link that many programs cut off. */
    static final int LONGEST_FILTER = 2_000;

    private static final Pattern TOKEN = Pattern.compile("(\\d{1,12})\\.([01])\\.([\\w-]{0,3000})\\.([\\w-]{43})");
    private static final String PURPOSE = "results ";

    private final Secret secret;
    private final Clock clock;

    ShareLinks(Secret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * What a link allows.
     *
     * @param survey the name of the survey
     * @param filter the filter that can't be changed, as a query
     * @param withTexts whether what people wrote can be read
     */
    record Shared(String survey, String filter, boolean withTexts, Instant until) {}

    Instant now() {
        return clock.instant();
    }

    String token(Shared shared) {
        String filter = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(shared.filter()));
        String content = shared.until().getEpochSecond() + "." + (shared.withTexts() ? 1 : 0) + "." + filter;
        return content + "." + sign(shared.survey(), content);
    }

    /** What a token allows; empty if it is not valid, or its time is over. */
    Optional<Shared> read(String survey, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String content = token.substring(0, token.lastIndexOf('.'));
        boolean isSigned = MessageDigest.isEqual(bytes(sign(survey, content)), bytes(parts.group(4)));
        Instant until = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        if (!isSigned || !clock.instant().isBefore(until)) {
            return Optional.empty();
        }
        String filter = new String(Base64.getUrlDecoder().decode(parts.group(3)), StandardCharsets.UTF_8);
        return Optional.of(new Shared(survey, filter, parts.group(2).equals("1"), until));
    }

    private String sign(String survey, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret.reveal()), "HmacSHA256"));
            byte[] signature = mac.doFinal(bytes(PURPOSE + survey + " " + content));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
