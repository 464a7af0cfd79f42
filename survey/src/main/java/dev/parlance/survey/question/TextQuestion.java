package dev.parlance.survey.question;

import dev.parlance.survey.reading.BoundedMatch;
import dev.parlance.survey.words.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks for a free-text answer.
 *
 * @param settings the settings common to all questions
 * @param minLength the minimum number of characters
 * @param maxLength the maximum number of characters
 * @param pattern the pattern that the whole answer must match
 * @param recorded whether calls record the answer and transcribe it later, instead of recognizing it at once
 */
public record TextQuestion(
        QuestionSettings settings, int minLength, int maxLength, Optional<Pattern> pattern, boolean recorded)
        implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND =
            QuestionKind.of("text", TextQuestion::read).schema("""
                    {
                      "least": {"type": "integer", "minimum": 0, "maximum": 5000, "default": 1, "description": "The fewest characters of an answer."},
                      "most": {"type": "integer", "minimum": 1, "maximum": 5000, "default": 5000, "description": "The most characters of an answer."},
                      "pattern": {"type": "string", "examples": ["[0-9]{5}"], "description": "The regular expression that the whole answer must match."},
                      "recorded": {"type": "boolean", "default": false, "description": "Whether calls record the answer and transcribe it later, instead of recognizing it at once."}
                    }""").sentences("invalid.length", "record");

    /** The most characters in an answer. */
    public static final int MAX_LENGTH = 5_000;

    private static Question read(Fields fields, QuestionSettings settings) {
        return new TextQuestion(
                settings,
                fields.integer("least", 0, MAX_LENGTH, 1),
                fields.integer("most", 1, MAX_LENGTH, MAX_LENGTH),
                fields.parsed("pattern", "a regular expression", Pattern::compile),
                fields.flag("recorded"));
    }

    static TextQuestion of(String id) {
        return new TextQuestion(QuestionSettings.of(id), 1, MAX_LENGTH, Optional.empty(), false);
    }

    /** Returns a copy with these limits on the number of characters. */
    public TextQuestion withLength(int newLeast, int newMost) {
        return new TextQuestion(settings, newLeast, newMost, pattern, recorded);
    }

    /** Returns a copy that accepts only answers that match this regular expression as a whole. */
    public TextQuestion matching(String regex) {
        return new TextQuestion(settings, minLength, maxLength, Optional.of(Pattern.compile(regex)), recorded);
    }

    /** Returns a copy whose answer is recorded on calls. */
    public TextQuestion recordedOnCalls() {
        return new TextQuestion(settings, minLength, maxLength, pattern, true);
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new TextQuestion(newSettings, minLength, maxLength, pattern, recorded);
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
        if (minLength != 1) {
            details.put("least", minLength);
        }
        if (maxLength != MAX_LENGTH) {
            details.put("most", maxLength);
        }
        pattern.ifPresent(regex -> details.put("pattern", regex.pattern()));
        if (recorded) {
            details.put("recorded", true);
        }
        return details;
    }

    @Override
    public boolean acceptsAnyText() {
        return pattern.isEmpty();
    }

    @Override
    public Set<String> sentences() {
        return recorded ? kind().sentences() : Set.of("invalid.length");
    }

    @Override
    public void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        pattern.filter(PatternCheck::backtracks)
                .ifPresent(regex -> warnings.add("pattern", PatternCheck.warning(regex)));
        if (minLength > maxLength) {
            problems.add("least", "is greater than \"most\"");
        }
    }

    @Override
    public Reading read(Input input, AskContext context) {
        if (input instanceof Input.Recording recording) {
            return Reading.of(recording.url());
        }
        Optional<InputText> entered = InputText.of(input);
        if (entered.isEmpty()
                || (entered.get().keyed() && pattern.isEmpty())
                || entered.get().text().isEmpty()) {
            return Reading.unclear("invalid.answer");
        }
        String text = entered.get().text();
        int length = text.codePointCount(0, text.length());
        if (length < minLength || length > maxLength) {
            return new Reading.Unclear("invalid.length", Map.of("least", minLength, "most", maxLength));
        }
        if (pattern.isPresent() && !BoundedMatch.matches(pattern.get(), text)) {
            return Reading.unclear("invalid.answer");
        }
        return Reading.of(text);
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return recorded ? new ExpectedInput(ExpectedInput.Mode.RECORDING, 0, List.of()) : ExpectedInput.speech();
    }

    /** Compares patterns by their text. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TextQuestion that
                && settings.equals(that.settings)
                && details().equals(that.details());
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }
}
