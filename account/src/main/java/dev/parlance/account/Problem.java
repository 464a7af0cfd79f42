package dev.parlance.account;

import dev.parlance.outbound.OutboundException.Reason;
import java.net.URI;

/**
 * What one of Twilio's error codes means, and what to do about it.
 *
 * <pre>{@code
 * Problem problem = Problem.of(30005);
 * problem.reason();    // UNREACHABLE
 * problem.meaning();   // "The number does not exist, or is no longer in service."
 * problem.remedy();    // "Check the number with the person; do not go on sending to it."
 * }</pre>
 *
 * @param code Twilio's error code
 * @param reason what kind of problem it is
 * @param meaning what happened, a sentence
 * @param remedy what to do about it, a sentence
 */
public record Problem(int code, Reason reason, String meaning, String remedy) {
    /** The problem that a code stands for; one that this library does not know points to Twilio's page on it. */
    public static Problem of(int code) {
        return KnownProblems.find(code)
                .orElseGet(() -> new Problem(
                        code,
                        code / 1000 == 30 ? Reason.UNREACHABLE : Reason.REFUSED,
                        "This library has no explanation of the code.",
                        "Read Twilio's page on it."));
    }

    /** Twilio's page on the code. */
    public URI moreInfo() {
        return URI.create("https://www.twilio.com/docs/errors/" + code);
    }
}
