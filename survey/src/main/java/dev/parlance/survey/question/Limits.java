package dev.parlance.survey.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The first and the last valid answer, such as days or years, both included.
 *
 * @param <T> what the answers are
 * @param earliest the first valid answer; empty without such a limit
 * @param latest the last valid answer; empty without such a limit
 */
public record Limits<T extends Comparable<? super T>>(Optional<T> earliest, Optional<T> latest) {
    /** No limits. */
    static <T extends Comparable<? super T>> Limits<T> none() {
        return new Limits<T>(Optional.empty(), Optional.empty());
    }

    /** From the first to the last one. */
    static <T extends Comparable<? super T>> Limits<T> between(T first, T last) {
        return new Limits<T>(Optional.of(first), Optional.of(last));
    }

    /**
     * Reads the fields {@code earliest} and {@code latest}.
     *
     * @param read reads a field with this name
     */
    static <T extends Comparable<? super T>> Limits<T> read(Function<String, Optional<T>> read) {
        return new Limits<T>(read.apply("earliest"), read.apply("latest"));
    }

    /** Reports that nothing is valid. */
    void check(ProblemCollector problems) {
        if (latest.filter(this::isTooEarly).isPresent()) {
            problems.add("earliest", "is after \"latest\"");
        }
    }

    boolean has(T answer) {
        return !isTooEarly(answer) && !isTooLate(answer);
    }

    boolean isTooEarly(T answer) {
        return earliest.filter(first -> answer.compareTo(first) < 0).isPresent();
    }

    boolean isTooLate(T answer) {
        return latest.filter(last -> answer.compareTo(last) > 0).isPresent();
    }

    /**
     * Names an answer that is not valid.
     *
     * @param range the key of the sentence that asks for an answer from {@code {least}} to {@code {most}}
     * @param write writes an answer for the respondent
     */
    Reading.Unclear outside(T given, String range, Function<T, String> write) {
        Reading.Unclear unclear = earliest.isPresent() && latest.isPresent()
                ? new Reading.Unclear(
                        range, Map.of("least", write.apply(earliest.get()), "most", write.apply(latest.get())))
                : new Reading.Unclear("invalid.answer", Map.of());
        return because(unclear, given, write);
    }

    /** Adds to a reply that an answer is too early or too late. */
    Reading.Unclear because(Reading.Unclear unclear, T given, Function<T, String> write) {
        return unclear.because(isTooEarly(given) ? "tooEarly" : "tooLate", "given", write.apply(given));
    }

    /** The fields in {@code survey.json}. */
    Map<String, Object> toJson(Function<T, Object> write) {
        Map<String, Object> json = new LinkedHashMap<>();
        earliest.ifPresent(first -> json.put("earliest", write.apply(first)));
        latest.ifPresent(last -> json.put("latest", write.apply(last)));
        return json;
    }
}
