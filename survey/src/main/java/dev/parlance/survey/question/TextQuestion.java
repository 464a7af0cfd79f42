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
 * @param frame the settings common to all questions
 * @param least the minimum number of characters
 * @param most the maximum number of characters
 * @param pattern the pattern that the whole answer must match
 * @param recorded whether calls record the answer and transcribe it later, instead of recognizing it at once
 */
public record TextQuestion(Frame frame, int least, int most, Optional<Pattern> pattern, boolean recorded)
        implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND =
            QuestionKind.named("text", TextQuestion::read).schema("""
                    {
                      "least": {"type": "number"},
                      "most": {"type": "number"},
                      "pattern": {"type": "string"},
                      "recorded": {"type": "boolean", "default": false}
                    }""").sentences("invalid.length", "record");

    /** The most characters in an answer. */
    public static final int LONGEST = 5_000;

    private static Question read(Fields fields, Frame frame) {
        return new TextQuestion(
                frame,
                fields.integer("least", 0, LONGEST, 1),
                fields.integer("most", 1, LONGEST, LONGEST),
                fields.parsed("pattern", "a regular expression", Pattern::compile),
                fields.flag("recorded"));
    }

    static TextQuestion of(String id) {
        return new TextQuestion(Frame.of(id), 1, LONGEST, Optional.empty(), false);
    }

    /** Returns a copy with these limits on the number of characters. */
    public TextQuestion length(int newLeast, int newMost) {
        return new TextQuestion(frame, newLeast, newMost, pattern, recorded);
    }

    /** Returns a copy that accepts only answers that match this regular expression as a whole. */
    public TextQuestion matching(String regex) {
        return new TextQuestion(frame, least, most, Optional.of(Pattern.compile(regex)), recorded);
    }

    /** Returns a copy whose answer is recorded on calls. */
    public TextQuestion recordedOnCalls() {
        return new TextQuestion(frame, least, most, pattern, true);
    }

    @Override
    public Question in(Frame newFrame) {
        return new TextQuestion(newFrame, least, most, pattern, recorded);
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
        if (least != 1) {
            details.put("least", least);
        }
        if (most != LONGEST) {
            details.put("most", most);
        }
        pattern.ifPresent(regex -> details.put("pattern", regex.pattern()));
        if (recorded) {
            details.put("recorded", true);
        }
        return details;
    }

    @Override
    public boolean takesAnyWords() {
        return pattern.isEmpty();
    }

    @Override
    public Set<String> sentences() {
        return recorded ? kind().sentences() : Set.of("invalid.length");
    }

    @Override
    public void check(Collection<Words> languages, Problems problems, Problems warnings) {
        pattern.filter(PatternCheck::backtracks)
                .ifPresent(regex -> warnings.add("pattern", PatternCheck.warning(regex)));
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
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
        if (length < least || length > most) {
            return new Reading.Unclear("invalid.length", Map.of("least", least, "most", most));
        }
        if (pattern.isPresent() && !BoundedMatch.matches(pattern.get(), text)) {
            return Reading.unclear("invalid.answer");
        }
        return Reading.of(text);
    }

    @Override
    public Listening listening(Hearing hearing) {
        return recorded ? new Listening(Listening.Mode.RECORDING, 0, List.of()) : Listening.speech();
    }

    /** Compares patterns by their text. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TextQuestion that
                && frame.equals(that.frame)
                && details().equals(that.details());
    }

    @Override
    public int hashCode() {
        return frame.hashCode();
    }
}
