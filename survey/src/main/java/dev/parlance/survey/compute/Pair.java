package dev.parlance.survey.compute;

import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Operand;
import java.util.List;
import java.util.Optional;

/** The two values of a difference or a quotient. */
record Pair(Operand first, Operand second) {
    static Optional<Pair> read(Fields fields, String name) {
        if (!fields.has(name)) {
            return Optional.empty();
        }
        List<Operand> both = Inputs.read(fields, name);
        if (both.size() != 2) {
            fields.problem(name, "needs exactly two questions");
            return Optional.of(new Pair(Operand.answer(""), Operand.answer("")));
        }
        return Optional.of(new Pair(both.get(0), both.get(1)));
    }
}
