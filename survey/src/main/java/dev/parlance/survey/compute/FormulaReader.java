package dev.parlance.survey.compute;

import dev.parlance.survey.question.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a formula, which one of its fields names. */
final class FormulaReader {
    private static final List<Function<Fields, Optional<Formula>>> READERS = List.of(
            Total::read,
            Count::read,
            Difference::read,
            Quotient::read,
            Elapsed::read,
            Bands::read,
            Points::read,
            PartOf::read,
            FirstKnown::read,
            Cases::read,
            Template::read,
            Itself::read);

    private FormulaReader() {}

    static Formula read(Fields fields) {
        List<Formula> found = READERS.stream()
                .flatMap(reader -> reader.apply(fields).stream())
                .toList();
        if (found.size() != 1) {
            fields.problem(
                    "",
                    "needs " + (found.isEmpty() ? "" : "only ") + "one of sum, mean, product, least, greatest, count, "
                            + "difference, quotient, yearsSince, monthsSince, daysSince, bands, points, part, first, cases, text,"
                            + " value");
        }
        return found.isEmpty() ? new FirstKnown(List.of()) : found.get(0);
    }
}
