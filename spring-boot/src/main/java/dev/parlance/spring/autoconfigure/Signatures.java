package dev.parlance.spring.autoconfigure;

import dev.parlance.security.Refusal;
import dev.parlance.security.Secrets;
import dev.parlance.security.TwilioSignature;
import dev.parlance.security.Verdict;
import dev.parlance.security.WebhookSignature;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The auth tokens of all accounts, which sign their webhooks. Empty if the accounts have API keys only.
 *
 * @param tokens the tokens by account
 */
record Signatures(Map<String, List<Secret>> tokens) {
    private static final String NO_TOKEN =
            "No account has an auth token, which verifies that webhooks come from Twilio."
                    + " Set parlance.twilio.auth-token or TWILIO_AUTH_TOKEN; an API key can't do that.";

    static Signatures of(AccountSettings main, Map<String, ParlanceProperties.Twilio> named) {
        Stream<AccountSettings> others =
                named.entrySet().stream().map(account -> AccountProperties.named(account.getKey(), account.getValue()));
        Map<String, List<Secret>> tokens = new LinkedHashMap<>();
        Stream.concat(Stream.of(main), others)
                .forEach(account ->
                        account.authToken().ifPresent(token -> tokens.put(account.accountSid(), List.of(token))));
        return new Signatures(Map.copyOf(tokens));
    }

    boolean canVerify() {
        return !tokens.isEmpty();
    }

    /** The check. With one account, a request needs not name it. */
    WebhookSignature signature() {
        return switch (tokens.size()) {
            case 0 -> request -> Verdict.refused(Refusal.MISSING_SIGNATURE, NO_TOKEN);
            case 1 -> TwilioSignature.of(Secrets.of(tokens.values().iterator().next()));
            default -> TwilioSignature.of(Secrets.perSigner(tokens));
        };
    }
}
