// snippet: kind
package com.example.parking;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.ExpectedInput;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.question.QuestionSettings;
import dev.parlance.survey.question.Reading;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A question for a licence plate. */
public record LicencePlate(QuestionSettings settings, int longest) implements Question {
    public static final QuestionKind KIND = QuestionKind.of("licencePlate", LicencePlate::read)
            .schema("{\"longest\": {\"type\": \"integer\", \"minimum\": 4, \"maximum\": 10}}")
            .sentences("invalid.licencePlate");

    private static final Pattern PLATE = Pattern.compile("[A-Z]{1,3}[0-9]{1,4}[A-Z]{0,3}");

    private static Question read(Fields fields, QuestionSettings settings) {
        return new LicencePlate(settings, fields.integer("longest", 4, 10, 8));
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new LicencePlate(newSettings, longest);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("longest", longest);
    }

    @Override
    public AnswerType answers() {
        return AnswerType.open(); // exported, but never counted: a plate names a person
    }

    @Override
    public Reading read(Input input, AskContext context) {
        String plate = input.words().toUpperCase(Locale.ROOT).replaceAll("[ \\-]", "");
        return plate.length() <= longest && PLATE.matcher(plate).matches()
                ? Reading.of(plate)
                : Reading.unclear("invalid.licencePlate");
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
// end
