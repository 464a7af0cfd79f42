package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Recognises requests from your application's own pages. Browsers send cookies, even {@code SameSite=Strict} ones, with
 * requests from pages on other ports of the same host, so a cookie alone must not trigger a text or a call.
 *
 * <pre>{@code
 * PageOrigin pages = PageOrigin.of(URI.create("https://survey.example.com"));
 * if (!pages.isOwn(request)) {
 *     throw new WebhookException(403, "Send this request from the application's own page.");
 * }
 * }</pre>
 *
 * <p>It checks {@code Sec-Fetch-Site} or, if a browser does not send it, {@code Origin}; a page can set neither. A request
 * with neither is not recognised. Use it for requests that change something: browsers send no {@code Origin} with a plain GET.
 */
public final class PageOrigin {
    private final String publicOrigin;

    private PageOrigin(String publicOrigin) {
        this.publicOrigin = publicOrigin;
    }

    /** Accepts pages at this URL, and pages served over plain HTTP from the host and port of the request. */
    public static PageOrigin of(URI publicUrl) {
        return new PageOrigin(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
    }

    /** Whether one of the application's own pages made this request. */
    public boolean isOwn(WebhookRequest request) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        if (site.isPresent()) {
            return site.get().equals("same-origin");
        }
        String requested = "http://" + request.header("Host").orElse("");
        return request.header("Origin")
                .filter(page -> page.equals(publicOrigin) || page.equals(requested))
                .isPresent();
    }
}
