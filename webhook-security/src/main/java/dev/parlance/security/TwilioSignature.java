package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Twilio's signature with an account's auth token, in the {@code X-Twilio-Signature} header.
 *
 * <pre>{@code
 * WebhookSignature signature = TwilioSignature.of(token);
 * WebhookSignature either = TwilioSignature.of(current, previous);              // during a rotation
 * WebhookSignature mine = TwilioSignature.of(Secrets.perSigner(tokensByAccountSid));  // several accounts
 * }</pre>
 *
 * <p>With several accounts, the request's {@code AccountSid} names the signer, and only that account's tokens are tried. A
 * request whose query and form name two accounts is refused. The account is in {@link Verdict#signer}. Twilio signs with the
 * primary token of the account or subaccount that owns the number. Thread-safe.
 */
public final class TwilioSignature implements WebhookSignature {
    private static final String ACCOUNT = "AccountSid";

    private final TwilioScheme scheme = new TwilioScheme("HmacSHA1");
    private final Secrets tokens;

    private TwilioSignature(Secrets tokens) {
        this.tokens = tokens;
    }

    /** Checks with this auth token, or with several, likeliest first; one must match. */
    public static TwilioSignature of(Secret... tokens) {
        return of(Secrets.of(tokens));
    }

    /** Checks with auth tokens from this source: of several accounts, or loaded from a store. */
    public static TwilioSignature of(Secrets tokens) {
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
                    SignatureSettings.HEADER + " says that a SharedKey signed the request, not the auth token:"
                            + " check it with TwilioSharedKeys.");
        }
        return scheme.verify(request, tokens, new NamedSigner(() -> accounts(request)));
    }

    /**
     * Signs a request with the first token, as Twilio would. For tests and for programs that simulate Twilio. If the body is not
     * a form, the URL gets its hash.
     */
    public WebhookRequest sign(WebhookRequest request) {
        List<Secret> candidates = tokens.forSigner(new NamedSigner(() -> accounts(request)));
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("There is no token for the request's " + ACCOUNT);
        }
        return scheme.sign(request, candidates.get(0));
    }

    /**
     * The text that Twilio signs for this request: the URL, then the sorted parameters of the form without separators. It helps to
     * find out why a signature does not match.
     *
     * @throws WebhookException if the form is malformed
     */
    public static String signedText(WebhookRequest request) {
        return new String(SignedText.of(request).after(request.url()), StandardCharsets.UTF_8);
    }

    /** A single account if query and form agree and neither repeats it; empty if they can't be parsed. */
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
