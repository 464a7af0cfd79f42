package dev.parlance.survey.question;

import dev.parlance.survey.words.Folding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question for a phone number.
 *
 * @param frame what every question has
 * @param country the calling code that a number without one is taken to be of, such as {@code 52}
 */
public record PhoneQuestion(Frame frame, Optional<String> country) implements Question {
    private static final Pattern BETWEEN = Pattern.compile("[\\s().\\-/\\u2010-\\u2015]");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern NATIONAL = Pattern.compile("\\d{6,14}");

    /** The same question, in which a number without a calling code is of this country. */
    public PhoneQuestion country(String callingCode) {
        return new PhoneQuestion(frame, Optional.of(callingCode));
    }

    @Override
    public Question in(Frame newFrame) {
        return new PhoneQuestion(newFrame, country);
    }

    @Override
    public String kind() {
        return "phone";
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        country.ifPresent(code -> details.put("country", code));
        return details;
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        Optional<String> number = Said.in(input).flatMap(said -> number(said.text()));
        return number.map(Reading::of).orElseGet(() -> Reading.unclear("invalid.phone"));
    }

    private Optional<String> number(String text) {
        String plain = BETWEEN.matcher(Folding.plainDigits(text)).replaceAll("");
        if (plain.startsWith("00")) {
            plain = "+" + plain.substring(2);
        }
        if (INTERNATIONAL.matcher(plain).matches()) {
            return Optional.of(plain);
        }
        if (!NATIONAL.matcher(plain).matches()) {
            return Optional.empty();
        }
        if (country.isEmpty()) {
            return Optional.of(plain);
        }
        String national = plain.startsWith("0") ? plain.substring(1) : plain;
        return Optional.of("+" + country.get() + national);
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.keysOrSpeech(0, List.of());
    }
}
