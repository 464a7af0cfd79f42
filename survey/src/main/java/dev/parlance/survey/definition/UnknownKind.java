package dev.parlance.survey.definition;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.ExpectedInput;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.question.QuestionSettings;
import dev.parlance.survey.question.Reading;

/** Takes the place of a question whose kind does not exist, so that the rest of the survey can be checked. Never asked. */
record UnknownKind(QuestionSettings settings) implements Question {
    private static final QuestionKind KIND =
            QuestionKind.of("unknown", (fields, settings) -> new UnknownKind(settings));

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new UnknownKind(newSettings);
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
    public Reading read(Input input, AskContext context) {
        return Reading.unclear("invalid.answer");
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
