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
 * A question that is answered in one's own words.
 *
 * @param frame what every question has
 * @param least the fewest characters
 * @param most the most characters
 * @param pattern what all of the answer has to look like
 * @param recorded whether a call records the answer and has it written down, instead of recognising it at once
 */
public record TextQuestion(Frame frame, int least, int most, Optional<Pattern> pattern, boolean recorded)
        implements Question {
    /** How {@code survey.json} has it. */
    public static final QuestionKind KIND =
            QuestionKind.named("text", TextQuestion::read).schema("""
                    {
                      "least": {"type": "number"},
                      "most": {"type": "number"},
                      "pattern": {"type": "string"},
                      "recorded": {"type": "boolean", "default": false}
                    }""").sentences("invalid.length", "record");

    /** The longest answer that is kept. */
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

    /** The same question, for an answer of this many characters. */
    public TextQuestion length(int newLeast, int newMost) {
        return new TextQuestion(frame, newLeast, newMost, pattern, recorded);
    }

    /** The same question, for an answer that looks like this. */
    public TextQuestion matching(String regex) {
        return new TextQuestion(frame, least, most, Optional.of(Pattern.compile(regex)), recorded);
    }

    /** The same question, recorded on a call. */
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
        Optional<Said> said = Said.in(input);
        if (said.isEmpty()
                || (said.get().keyed() && pattern.isEmpty())
                || said.get().text().isEmpty()) {
            return Reading.unclear("invalid.answer");
        }
        String text = said.get().text();
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

    /** Patterns are equal when their texts are. */
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
