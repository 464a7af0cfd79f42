package dev.parlance.survey.question;

import dev.parlance.survey.reading.CallingCode;
import dev.parlance.survey.reading.PhoneNumbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question for a phone number.
 *
 * @param frame what every question has
 * @param country the country of a number without a calling code, such as {@code MX}, or its calling code, such as {@code 52}
 */
public record PhoneQuestion(Frame frame, Optional<String> country) implements Question {
    /** How {@code survey.json} has it. */
    public static final QuestionKind KIND =
            QuestionKind.named("phone", PhoneQuestion::read).schema("""
                    {
                      "country": {
                        "type": "string",
                        "pattern": "^(\\\\+?[1-9]\\\\d{0,2}|[A-Za-z]{2})$",
                        "description": "Such as MX or 52: the country of a number without a calling code."
                      }
                    }""").sentences("invalid.phone");

    /**
     * Checks the country.
     *
     * @throws IllegalArgumentException if it is neither a calling code nor a country
     */
    public PhoneQuestion {
        country.ifPresent(PhoneQuestion::callingCode);
    }

    private static Question read(Fields fields, Frame frame) {
        PhoneQuestion question = new PhoneQuestion(frame, Optional.empty());
        return fields.parsed("country", "a country such as MX or a calling code such as 52", question::country)
                .orElse(question);
    }

    /** The same question, in which a number without a calling code is of this country. */
    public PhoneQuestion country(String code) {
        return new PhoneQuestion(frame, Optional.of(code));
    }

    @Override
    public PhoneQuestion in(Frame newFrame) {
        return new PhoneQuestion(newFrame, country);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return AnswerType.open();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        country.ifPresent(code -> details.put("country", code));
        return details;
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        Optional<CallingCode> code = country.map(PhoneQuestion::callingCode);
        Optional<String> number = Said.in(input).flatMap(said -> PhoneNumbers.read(said.text(), code));
        return number.map(Reading::of).orElseGet(() -> Reading.unclear("invalid.phone"));
    }

    private static CallingCode callingCode(String country) {
        return CallingCode.of(country)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + country + "\" is neither a country, such as MX, nor a calling code, such as 52"));
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.keysOrSpeech(0, List.of());
    }
}
