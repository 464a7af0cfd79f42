package dev.parlance.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a request came to: accepted, or refused and why. Immutable.
 *
 * <pre>{@code
 * Verdict.accepted(signature);
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
     * The request is its sender's.
     *
     * @param fingerprint tells this delivery from others and is the same when it comes again, such as its signature
     */
    public static Verdict accepted(String fingerprint) {
        return new Verdict(null, fingerprint, null);
    }

    /**
     * The request is refused.
     *
     * @param detail what was wrong, for the log: no secret, no signature, nothing that a person wrote
     */
    public static Verdict refused(Refusal refusal, String detail) {
        return new Verdict(refusal, detail, null);
    }

    /** This acceptance, with the account or key whose secret signed the request. */
    public Verdict withSigner(String newSigner) {
        if (refusal != null) {
            throw new IllegalArgumentException("A request that is refused has no signer");
        }
        return new Verdict(null, text, newSigner);
    }

    /** Whether the request may be answered. */
    public boolean isAccepted() {
        return refusal == null;
    }

    /** Why it was refused; empty if it was not. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What was wrong, for the log; empty if nothing was. */
    public String detail() {
        return refusal == null ? "" : text;
    }

    /** The account or key that signed; empty if the request is refused, or one secret serves all. */
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
