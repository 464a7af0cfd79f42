package dev.parlance.spring.autoconfigure;

import dev.parlance.security.Secrets;
import dev.parlance.security.TwilioSignature;
import dev.parlance.security.WebhookSignature;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The signature of all accounts. */
final class Signatures {
    private Signatures() {}

    static WebhookSignature of(AccountSettings main, Map<String, ParlanceProperties.Twilio> named) {
        Map<String, List<Secret>> tokens = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(main),
                        named.entrySet().stream()
                                .map(account -> AccountProperties.named(account.getKey(), account.getValue())))
                .forEach(account ->
                        account.authToken().ifPresent(token -> tokens.put(account.accountSid(), List.of(token))));
        if (tokens.isEmpty()) {
            throw new IllegalStateException(
                    "No account has an auth token, which verifies that webhooks come from Twilio."
                            + " Set parlance.twilio.auth-token or TWILIO_AUTH_TOKEN; an API key can't do that");
        }
        return named.isEmpty()
                ? TwilioSignature.of(main.authToken().orElseThrow())
                : TwilioSignature.of(Secrets.perSigner(tokens));
    }
}
