package dev.parlance.survey.question;

import dev.parlance.Address;
import java.util.Optional;

/**
 * The values for the placeholders of a request.
 *
 * @param known the answers and variables
 * @param types what the answers can be
 * @param respondent the person, for {@code {respondent}}
 */
public record RequestValues(ConditionContext known, AnswerTypes types, Address respondent) {
    /** The placeholder for the person's number. */
    static final String RESPONDENT = "respondent";

    Optional<String> get(String name) {
        return known.answer(name)
                .map(Value::text)
                .or(() -> known.variable(name))
                .or(() -> name.equals(RESPONDENT) ? Optional.of(respondent.value()) : Optional.empty());
    }

    boolean isNumber(String name) {
        return types.of(name)
                        .map(AnswerType::order)
                        .filter(Order.NUMBERS::equals)
                        .isPresent()
                && get(name).map(Order::of).filter(Order.NUMBERS::equals).isPresent();
    }
}
