package dev.parlance.survey.question;

import dev.parlance.survey.reading.Span;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The valid answers to a question that is being asked: from the first to the last one, both included.
 *
 * @param first the first valid answer; empty without such a limit
 * @param last the last valid answer; empty without such a limit
 */
record ValidRange<T extends Comparable<? super T>>(Optional<T> first, Optional<T> last) {
    /** Limits that contradict each other, such as an end before today, would make every answer invalid, so they don't apply. */
    static <T extends Comparable<? super T>> ValidRange<T> of(Optional<T> first, Optional<T> last) {
        boolean isEmpty = first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) > 0;
        return isEmpty ? new ValidRange<T>(Optional.empty(), Optional.empty()) : new ValidRange<T>(first, last);
    }

    /** Days as the readers of dates take them. */
    static Span span(ValidRange<LocalDate> days) {
        return new Span(days.first.orElse(LocalDate.MIN), days.last.orElse(LocalDate.MAX));
    }

    boolean has(T answer) {
        return !isTooEarly(answer) && !isTooLate(answer);
    }

    private boolean isTooEarly(T answer) {
        return first.filter(least -> answer.compareTo(least) < 0).isPresent();
    }

    private boolean isTooLate(T answer) {
        return last.filter(most -> answer.compareTo(most) > 0).isPresent();
    }

    /**
     * Names an answer that is not valid.
     *
     * @param range the key of the sentence that asks for an answer from {@code {least}} to {@code {most}}
     * @param write writes an answer for the respondent
     */
    Reading.Unclear outside(T given, String range, Function<T, String> write) {
        Reading.Unclear unclear = first.isPresent() && last.isPresent()
                ? new Reading.Unclear(range, Map.of("least", write.apply(first.get()), "most", write.apply(last.get())))
                : new Reading.Unclear("invalid.answer", Map.of());
        return because(unclear, given, write);
    }

    /** Adds to a reply that an answer is too early or too late. */
    Reading.Unclear because(Reading.Unclear unclear, T given, Function<T, String> write) {
        return unclear.because(isTooEarly(given) ? "tooEarly" : "tooLate", "given", write.apply(given));
    }
}
