package dev.parlance.fake.twilio;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the code in a text or in what a voice says. */
final class Codes {
    /** Digits, in speech with commas or spaces between them. */
    private static final Pattern CODE = Pattern.compile("(?<![+\\w])\\d(?:(?:, ?| )?\\d){3,9}(?!\\w)");

    private Codes() {}

    /** The last code of 4 to 10 digits, without what is between them. */
    static Optional<String> in(String text) {
        return CODE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(code -> code.replaceAll("\\D", ""))
                .reduce((one, next) -> next);
    }
}
