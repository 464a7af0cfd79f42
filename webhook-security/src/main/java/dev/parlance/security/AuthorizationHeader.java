package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.function.Predicate;

/** Credentials sent whole in the {@code Authorization} header, after the name of their scheme. */
record AuthorizationHeader(String scheme, Predicate<String> isValid) implements Credentials {
    @Override
    public boolean accepts(WebhookRequest request) {
        List<String> values = request.headers().all("Authorization");
        String prefix = scheme + " ";
        return values.size() == 1
                && values.get(0).regionMatches(true, 0, prefix, 0, prefix.length())
                && isValid.test(values.get(0).substring(prefix.length()).strip());
    }

    @Override
    public List<String> challenges() {
        return List.of(scheme + " realm=\"webhooks\"");
    }
}
