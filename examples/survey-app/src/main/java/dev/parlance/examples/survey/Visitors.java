package dev.parlance.examples.survey;

import dev.parlance.security.PageOrigin;
import dev.parlance.settings.Secret;
import dev.parlance.survey.CallerAuth;
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
 * Checks access. Programs send the key; browsers log in with the key and get a cookie that is valid for half a day. The cookie
 * opens the results. It can also start surveys, but only from the results page itself.
 */
final class Visitors implements CallerAuth {
    private static final Duration LOGIN_TIME = Duration.ofHours(12);
    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)survey=(\\d{1,12})\\.([0-9a-f]{64})");
    private static final WebhookResponse NO_ACCESS = WebhookResponse.text(
                    "The key is missing or wrong. Send it as Authorization: Bearer …")
            .withStatus(401);

    private final Secret key;
    private final Pages html;
    private final CallerAuth programs;
    private final PageOrigin pages;
    private final boolean secure;

    /**
     * Checks with this key.
     *
     * @param publicUrl the URL of the pages; with https, cookies are secure
     * @param html has the login page
     */
    Visitors(Secret key, URI publicUrl, Pages html) {
        this.key = key;
        this.html = html;
        this.programs = CallerAuth.bearer(key);
        this.pages = PageOrigin.of(publicUrl);
        this.secure = publicUrl.getScheme().equals("https");
    }

    /** Access for starting surveys: the key, or the cookie in a request from this application's own page. */
    CallerAuth starters() {
        return request -> programs.caller(request)
                .or(() -> isLoggedIn(request) && pages.isOwn(request) ? Optional.of("browser") : Optional.empty());
    }

    @Override
    public Optional<String> caller(WebhookRequest request) {
        return programs.caller(request).or(() -> isLoggedIn(request) ? Optional.of("browser") : Optional.empty());
    }

    private boolean isLoggedIn(WebhookRequest request) {
        Matcher cookie = COOKIE.matcher(request.header("Cookie").orElse(""));
        if (!cookie.find()) {
            return false;
        }
        long until = Long.parseLong(cookie.group(1));
        return Instant.now().getEpochSecond() < until && same(signatureOf(until), cookie.group(2));
    }

    /** Wraps a handler for programs and fetches: responds with 401 without access. */
    WebhookHandler only(WebhookHandler handler) {
        return request -> caller(request).isPresent() ? handler.handle(request) : NO_ACCESS;
    }

    /** Wraps an action: requires the key, or the cookie in a request from this application's own page. */
    WebhookHandler ownPage(WebhookHandler action) {
        return request -> starters().caller(request).isPresent() ? action.handle(request) : NO_ACCESS;
    }

    /** Wraps a page, or what it loads: without access, a browser that opens a page gets the login page. */
    WebhookHandler orLogin(WebhookHandler page) {
        return request -> {
            if (caller(request).isPresent()) {
                return page.handle(request);
            }
            boolean isPage = request.header("Accept")
                    .filter(types -> types.contains("text/html"))
                    .isPresent();
            return isPage ? loginPage() : NO_ACCESS;
        };
    }

    private WebhookResponse loginPage() {
        return html.page("login.html").withStatus(401);
    }

    WebhookResponse login(WebhookRequest request) {
        String given = request.formParameters().first("key").orElse("").strip();
        if (!same(key.reveal(), given)) {
            return loginPage();
        }
        long until = Instant.now().plus(LOGIN_TIME).getEpochSecond();
        return WebhookResponse.noContent()
                .withStatus(303)
                .withHeader("Location", "/results/")
                .withHeader(
                        "Set-Cookie",
                        "survey=" + until + "." + signatureOf(until) + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                                + LOGIN_TIME.toSeconds() + (secure ? "; Secure" : ""));
    }

    private String signatureOf(long until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(key.reveal()), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes("logged in until " + until)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static boolean same(String first, String second) {
        return MessageDigest.isEqual(bytes(first), bytes(second));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
