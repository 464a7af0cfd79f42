package dev.parlance.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the survey of the Twilio SAM template, unchanged: {@code survey-config.json}, and its prompts in {@code
 * voice-prompts/survey-en-US.env} and so on.
 *
 * <pre>{@code
 * Survey survey = SeedSurvey.load(Path.of("config-files"), "en-US");
 * }</pre>
 *
 * <p>A question of type {@code dtmf} takes a digit; one of type {@code speech} takes words.
 */
public final class SeedSurvey {
    private static final int PAUSE = 2;

    private SeedSurvey() {}

    /**
     * Reads the survey of a folder that has {@code survey-config.json} and {@code voice-prompts}.
     *
     * @throws SurveyException with all that is wrong in it
     */
    public static Survey load(Path folder, String defaultLanguage) {
        Path config = folder.resolve("survey-config.json");
        try {
            return parse(
                    String.valueOf(config.getFileName()),
                    Files.readString(config),
                    prompts(PromptSource.folder(folder.resolve("voice-prompts")), defaultLanguage));
        } catch (IOException e) {
            throw new SurveyException("The survey " + config + " cannot be read: " + e, e);
        }
    }

    /** Reads prompt files as the template does: {@code survey-en-US.env}, each character of a value meant. */
    public static Prompts prompts(PromptSource source, String defaultLanguage) {
        return Prompts.reading(source)
                .prefix("survey-")
                .literalEnv()
                .defaultLanguage(defaultLanguage)
                .load();
    }

    /**
     * Reads {@code survey-config.json}.
     *
     * @param file what faults call it
     * @throws SurveyException with all that is wrong in it
     */
    public static Survey parse(String file, String json, Prompts prompts) {
        LocatedJson located = LocatedJson.parse(file, json);
        Faults faults = new Faults(file);
        List<Question> questions = new ArrayList<>();
        for (Fields question : new Fields(located.root(), "", faults).objects("questions")) {
            String name = question.required("questionName");
            if (question.oneOf("questionType", "dtmf", "speech").equals("dtmf")) {
                questions.add(Question.number(name, 0, 9));
            } else {
                questions.add(Question.text(name));
            }
        }
        if (!faults.isEmpty()) {
            throw SurveyException.of(faults.all().stream()
                    .map(problem ->
                            new SurveyProblem(file, located.line(problem.path()), problem.path(), problem.what()))
                    .toList());
        }
        JsonNode name = located.root().path("name");
        return Survey.named(name.isTextual() ? name.asText() : "survey")
                .prompts(prompts)
                .opening(OpeningStyle.CONTINUE_OR_SWITCH)
                .say(Moment.WELCOME, "welcome")
                .say(Moment.BEGIN, "beginSurvey")
                .say(Moment.FIRST_QUESTION, "firstQuestion")
                .say(Moment.NEXT_QUESTION, "nextQuestion")
                .say(Moment.LAST_QUESTION, "lastQuestion")
                .say(Moment.GOODBYE, "finalGoodbye")
                .say(Moment.COMPLETED_ALREADY, "surveyCompletedAlready")
                .rules(Rules.DEFAULT.pauseSeconds(PAUSE))
                .ask(questions.toArray(Question[]::new))
                .build();
    }
}
