package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** How many decimal places a computed number has; halves are rounded up. */
record Rounding(Optional<Integer> decimals) {
    static final Rounding NONE = new Rounding(Optional.empty());
    static final Rounding HUNDREDTHS = new Rounding(Optional.of(2));

    private static final int MOST = 10;

    static Rounding read(Fields fields, Rounding usual) {
        return fields.has("decimals") ? new Rounding(Optional.of(fields.integer("decimals", 0, MOST, 0))) : usual;
    }

    Value of(BigDecimal number) {
        return Value.of(decimals.map(places -> number.setScale(places, RoundingMode.HALF_UP))
                .orElse(number));
    }

    Value quotient(BigDecimal number, BigDecimal divisor) {
        return Value.of(number.divide(divisor, decimals.orElse(MOST), RoundingMode.HALF_UP));
    }

    AnswerType numbers() {
        return new AnswerType.Numbers(Optional.empty(), Optional.empty(), decimals.orElse(MOST), false);
    }

    void writeTo(Map<String, Object> json, Rounding usual) {
        if (!equals(usual)) {
            decimals.ifPresent(places -> json.put("decimals", places));
        }
    }
}
