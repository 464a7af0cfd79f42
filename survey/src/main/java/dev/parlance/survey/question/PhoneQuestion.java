package dev.parlance.survey.question;

import dev.parlance.survey.reading.CallingCode;
import dev.parlance.survey.reading.PhoneNumberReader;
import dev.parlance.survey.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks for a phone number.
 *
 * @param settings the settings common to all questions
 * @param country the country of numbers without a calling code, such as {@code MX}, or its calling code, such as {@code 52}
 */
public record PhoneQuestion(QuestionSettings settings, Optional<String> country) implements Question {
    private static final Pattern COUNTRY = Pattern.compile("\\+?(%s)|%s".formatted(codes(), countries()));

    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("phone", PhoneQuestion::read)
            .schema("""
                    {
                      "country": {
                        "type": "string",
                        "pattern": "^(%s)$",
                        "examples": ["MX", "52"],
                        "description": "The country of numbers without a calling code, such as MX or 52."
                      }
                    }""".formatted(COUNTRY.pattern().replace("\\", "\\\\")))
            .sentences("invalid.phone");

    /**
     * Checks the country.
     *
     * @throws IllegalArgumentException if it is neither a calling code nor a country
     */
    public PhoneQuestion {
        country.ifPresent(PhoneQuestion::callingCode);
    }

    private static String codes() {
        return CallingCode.names().stream()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .collect(Collectors.joining("|"));
    }

    /** Each country in upper or lower case, since a pattern of JSON Schema can't ignore case. */
    private static String countries() {
        return CallingCode.names().stream()
                .filter(name -> Character.isLetter(name.charAt(0)))
                .map(name -> name.chars()
                        .mapToObj(letter -> "[" + (char) letter + (char) Character.toLowerCase(letter) + "]")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    private static Question read(Fields fields, QuestionSettings settings) {
        PhoneQuestion question = new PhoneQuestion(settings, Optional.empty());
        return fields.parsed(
                        "country", COUNTRY, "a country such as MX or a calling code such as 52", question::withCountry)
                .orElse(question);
    }

    /** Returns a copy that reads numbers without a calling code as numbers of this country. */
    public PhoneQuestion withCountry(String code) {
        return new PhoneQuestion(settings, Optional.of(code));
    }

    @Override
    public PhoneQuestion withSettings(QuestionSettings newSettings) {
        return new PhoneQuestion(newSettings, country);
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
    public Reading read(Input input, AskContext context) {
        Optional<CallingCode> code = country.map(PhoneQuestion::callingCode);
        return InputText.of(input)
                .flatMap(entered -> read(entered, context.words(), code))
                .orElseGet(() -> Reading.unclear("invalid.phone"));
    }

    private static Optional<Reading> read(InputText entered, Words words, Optional<CallingCode> code) {
        Optional<String> written = PhoneNumberReader.read(entered.text(), code);
        Optional<String> number = written.or(() -> PhoneNumberReader.spelled(entered.text(), words, code));
        // Among many digits, a recognizer or a person is easily wrong by one.
        double certainty = written.isPresent() ? 1 : 0;
        String why = written.isPresent() ? "exactly a phone number" : "a phone number in words";
        return number.map(found -> entered.reading(Value.of(found), certainty, why));
    }

    private static CallingCode callingCode(String country) {
        return CallingCode.of(country)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + country + "\" is neither a country, such as MX, nor a calling code, such as 52"));
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(0, List.of());
    }
}
