package dev.parlance.examples.survey;

import dev.parlance.security.PageOrigin;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Access;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who has the key: a program sends it along, a browser has logged in with it and got a cookie that is good for half a day.
 * The cookie opens the results; to start a survey with it, the results page itself must ask.
 */
final class Visitors implements Access {
    private static final Duration STAY = Duration.ofHours(12);
    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)survey=(\\d{1,12})\\.([0-9a-f]{64})");

    private final Secret key;
    private final Access programs;
    private final PageOrigin pages;
    private final boolean secure;

    /** @param publicUrl where browsers reach the pages; their cookies go over HTTPS alone, where this does */
    Visitors(Secret key, URI publicUrl) {
        this.key = key;
        this.programs = Access.bearer(key);
        this.pages = PageOrigin.of(publicUrl);
        this.secure = publicUrl.getScheme().equals("https");
    }

    /** For starting a survey: the key, or the cookie if it is this application's own page that asks. */
    Access starters() {
        return request -> programs.caller(request)
                .or(() -> hasLoggedIn(request) && pages.isOwn(request) ? Optional.of("browser") : Optional.empty());
    }

    @Override
    public Optional<String> caller(WebhookRequest request) {
        return programs.caller(request).or(() -> hasLoggedIn(request) ? Optional.of("browser") : Optional.empty());
    }

    private boolean hasLoggedIn(WebhookRequest request) {
        Matcher cookie = COOKIE.matcher(request.header("Cookie").orElse(""));
        if (!cookie.find()) {
            return false;
        }
        long until = Long.parseLong(cookie.group(1));
        return Instant.now().getEpochSecond() < until && same(sealOf(until), cookie.group(2));
    }

    /** For programs and pages that fetch: nothing without the key. */
    WebhookHandler only(WebhookHandler handler) {
        return request -> caller(request).isPresent()
                ? handler.handle(request)
                : WebhookResponse.text("This needs the key: Authorization: Bearer …")
                        .withStatus(401);
    }

    /** For a page: who has not logged in is asked to. */
    WebhookHandler orLogin(WebhookHandler page) {
        return request -> caller(request).isPresent()
                ? page.handle(request)
                : Page.LOGIN.response().withStatus(401);
    }

    WebhookResponse login(WebhookRequest request) {
        String given = request.formParameters().first("key").orElse("").strip();
        if (!same(key.reveal(), given)) {
            return Page.LOGIN.response().withStatus(401);
        }
        long until = Instant.now().plus(STAY).getEpochSecond();
        return WebhookResponse.noContent()
                .withStatus(303)
                .withHeader("Location", "/results")
                .withHeader(
                        "Set-Cookie",
                        "survey=" + until + "." + sealOf(until) + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                                + STAY.toSeconds() + (secure ? "; Secure" : ""));
    }

    private String sealOf(long until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(key.reveal()), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes("logged in until " + until)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
