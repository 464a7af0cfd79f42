package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Recognises requests that an application's own page makes. Browsers send cookies along for pages of other ports of the same
 * host, even {@code SameSite=Strict} ones, so a cookie alone must not make an application text or call somebody.
 *
 * <pre>{@code
 * PageOrigin pages = PageOrigin.of(URI.create("https://survey.example.com"));
 * if (!pages.isOwn(request)) {
 *     throw new WebhookException(403, "Ask from the application's own page.");
 * }
 * }</pre>
 *
 * <p>It goes by {@code Sec-Fetch-Site}, or, where a browser sends none, by {@code Origin}: a page can set neither. A request
 * with neither is not recognised. For requests that change something; browsers send no {@code Origin} with an ordinary GET.
 */
public final class PageOrigin {
    private final String publicOrigin;

    private PageOrigin(String publicOrigin) {
        this.publicOrigin = publicOrigin;
    }

    /** The pages that browsers find at this URL, or at the host and port that they ask for by plain HTTP. */
    public static PageOrigin of(URI publicUrl) {
        return new PageOrigin(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
    }

    /** Whether an own page made this request. */
    public boolean isOwn(WebhookRequest request) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        if (site.isPresent()) {
            return site.get().equals("same-origin");
        }
        String asked = "http://" + request.header("Host").orElse("");
        return request.header("Origin")
                .filter(page -> page.equals(publicOrigin) || page.equals(asked))
                .isPresent();
    }
}
