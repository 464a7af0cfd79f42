package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.function.Predicate;

/** Credentials that stand in the header {@code Authorization} whole, after the name of their kind. */
record AuthorizationHeader(String kind, Predicate<String> isValid) implements Credentials {
    @Override
    public boolean areShownBy(WebhookRequest request) {
        List<String> values = request.headers().all("Authorization");
        String prefix = kind + " ";
        return values.size() == 1
                && values.get(0).regionMatches(true, 0, prefix, 0, prefix.length())
                && isValid.test(values.get(0).substring(prefix.length()).strip());
    }

    @Override
    public List<String> challenges() {
        return List.of(kind + " realm=\"webhooks\"");
    }
}
