package dev.parlance.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking a request: accepted, or refused with a reason. Immutable.
 *
 * <pre>{@code
 * Verdict.accepted("3f…");
 * Verdict.refused(Refusal.MISSING_SIGNATURE, "There is no header X-Signature.");
 * }</pre>
 */
public final class Verdict {
    private final @Nullable Refusal refusal;
    private final String text;
    private final @Nullable String signer;

    private Verdict(@Nullable Refusal refusal, String text, @Nullable String signer) {
        this.refusal = refusal;
        this.text = text;
        this.signer = signer;
    }

    /**
     * The signature is valid.
     *
     * @param fingerprint identifies this delivery and stays the same in a retry; usually the signature
     */
    public static Verdict accepted(String fingerprint) {
        return new Verdict(null, fingerprint, null);
    }

    /**
     * The request is refused.
     *
     * @param detail what was wrong, for the log; must not contain secrets, signatures or personal data
     */
    public static Verdict refused(Refusal refusal, String detail) {
        return new Verdict(refusal, detail, null);
    }

    /** This verdict with the account or key whose secret signed the request. */
    public Verdict withSigner(String newSigner) {
        if (refusal != null) {
            throw new IllegalArgumentException("A refused request has no signer");
        }
        return new Verdict(null, text, newSigner);
    }

    /** Whether the request may be answered. */
    public boolean isAccepted() {
        return refusal == null;
    }

    /** Why the request was refused; empty if it was accepted. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What was wrong, for the log; empty if the request was accepted. */
    public String detail() {
        return refusal == null ? "" : text;
    }

    /** The account or key that signed; empty if the request was refused or the secrets are not per signer. */
    public Optional<String> signer() {
        return Optional.ofNullable(signer);
    }

    String fingerprint() {
        return refusal == null ? text : "";
    }

    /** The reason and the detail. */
    @Override
    public String toString() {
        return refusal == null ? "accepted" : refusal + ": " + text;
    }
}
