package dev.parlance.account;

import dev.parlance.outbound.OutboundException.Reason;
import java.net.URI;

/**
 * The meaning of a Twilio error code, and its remedy.
 *
 * <pre>{@code
 * TwilioError error = TwilioError.of(30005);
 * error.reason();    // UNREACHABLE
 * error.meaning();   // "The number does not exist, or is no longer in service."
 * error.remedy();    // "Check the number with the recipient, and stop sending to it."
 * }</pre>
 *
 * @param code Twilio's error code
 * @param reason the kind of problem
 * @param meaning what happened, in one sentence
 * @param remedy what to do, in one sentence
 */
public record TwilioError(int code, Reason reason, String meaning, String remedy) {
    /** Explains a code. For an unknown code, the remedy points to Twilio's page. */
    public static TwilioError of(int code) {
        return KnownProblems.find(code)
                .orElseGet(() -> new TwilioError(
                        code,
                        code / 1000 == 30 ? Reason.UNREACHABLE : Reason.REFUSED,
                        "This library does not know the error code.",
                        "Read Twilio's page about it."));
    }

    /** Twilio's page about the code. */
    public URI moreInfo() {
        return URI.create("https://www.twilio.com/docs/errors/" + code);
    }
}
