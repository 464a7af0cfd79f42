package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Twilio's signature by an account's auth token, in the header {@code X-Twilio-Signature}.
 *
 * <pre>{@code
 * WebhookSignature signature = TwilioSignature.withToken(token);
 * WebhookSignature either = TwilioSignature.withTokens(current, previous);              // while the token is changed
 * WebhookSignature mine = TwilioSignature.with(Secrets.perSigner(tokensByAccountSid));  // several accounts
 * }</pre>
 *
 * <p>Where several accounts are served, the request's {@code AccountSid} says which one signed it: what one account signed
 * is never taken for another's, so query and form must not name two. The account is in {@link Verdict#signer}. Twilio signs with the primary token of the account, or of the subaccount, that owns the
 * number. Safe for use by several threads.
 */
public final class TwilioSignature implements WebhookSignature {
    private static final String ACCOUNT = "AccountSid";

    private final TwilioScheme scheme = new TwilioScheme("HmacSHA1");
    private final Secrets tokens;

    private TwilioSignature(Secrets tokens) {
        this.tokens = tokens;
    }

    /** By this auth token. */
    public static TwilioSignature withToken(String token) {
        return with(Secrets.of(token));
    }

    /** By one of these auth tokens, the likeliest first. */
    public static TwilioSignature withTokens(String... tokens) {
        return with(Secrets.of(tokens));
    }

    /** By the auth tokens of several accounts, or by such as are loaded. */
    public static TwilioSignature with(Secrets tokens) {
        return new TwilioSignature(SecretChecks.present(tokens, "The source of secrets"));
    }

    @Override
    public boolean mayBeSigned(Headers headers) {
        return TwilioScheme.mayBeSigned(headers);
    }

    @Override
    public Verdict verify(WebhookRequest request) {
        if (request.header(SignatureSettings.HEADER).isPresent()) {
            return Verdict.refused(
                    Refusal.MISSING_SIGNATURE,
                    SignatureSettings.HEADER + " says that a SharedKey signed it and not the auth token:"
                            + " TwilioSharedKeys checks that.");
        }
        return scheme.verify(request, tokens, new NamedSigner(() -> accounts(request)));
    }

    /**
     * The request as Twilio would send it, signed with the first token: for tests, and for programs that play Twilio. A body
     * that is no form gets its hash into the URL.
     */
    public WebhookRequest sign(WebhookRequest request) {
        List<Secret> candidates = tokens.heldBy(new NamedSigner(() -> accounts(request)));
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("There is no token for the request's " + ACCOUNT);
        }
        return scheme.sign(request, candidates.get(0));
    }

    /** One, if query and form agree and neither repeats it. What cannot be read names nobody. */
    private static List<String> accounts(WebhookRequest request) {
        try {
            List<String> inQuery = request.queryParameters().all(ACCOUNT);
            List<String> inForm = request.formParameters().all(ACCOUNT);
            return inQuery.equals(inForm)
                    ? inForm
                    : Stream.concat(inQuery.stream(), inForm.stream()).toList();
        } catch (WebhookException e) {
            return List.of();
        }
    }
}
