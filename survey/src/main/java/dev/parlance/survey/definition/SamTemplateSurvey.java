package dev.parlance.survey.definition;

import dev.parlance.Problem;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads an unchanged survey of the Twilio SAM template: {@code survey-config.json} and its prompts in {@code
 * voice-prompts/survey-en-US.env} and so on.
 *
 * <pre>{@code
 * Survey survey = SamTemplateSurvey.load(Path.of("config-files"), "en-US");
 * }</pre>
 *
 * <p>A question of type {@code dtmf} accepts a digit; one of type {@code speech} accepts words. Defaults: one call attempt, no
 * expiry, up to twenty attempts per question. The only commands are STOP, START, HELP and the words for a language in the
 * prompt files. To change the defaults, add the corresponding fields of {@code survey.json} to the file.
 */
public final class SamTemplateSurvey {
    /** A high limit, because the template itself never gives up. */
    private static final int ATTEMPTS = 20;

    private static final int PAUSE = 2;
    private static final Rules RULES = Rules.DEFAULT
            .withAttempts(Attempts.thenEnd(ATTEMPTS))
            .withConfidence(0)
            .withCommands(Commands.CARRIERS)
            .withPauseSeconds(PAUSE);
    private static final Timing TIMING = Timing.DEFAULT.withExpiry(Timing.NEVER);
    private static final CallPolicy CALLS =
            new CallPolicy(1, CallPolicy.DEFAULT.interval(), Duration.ofMinutes(1), false);

    private SamTemplateSurvey() {}

    /**
     * Reads the survey from a folder with {@code survey-config.json} and {@code voice-prompts}.
     *
     * @throws SurveyException with all problems found
     */
    public static Survey load(Path folder, String defaultLanguage) {
        Path config = folder.resolve("survey-config.json");
        try {
            return parse(
                    String.valueOf(config.getFileName()),
                    Files.readString(config),
                    prompts(PromptSource.folder(folder.resolve("voice-prompts")), defaultLanguage));
        } catch (IOException e) {
            throw new SurveyException("The survey " + config + " can't be read: " + e, e);
        }
    }

    /**
     * Reads prompt files as the template does: {@code survey-en-US.env}, with values taken literally. A prompt may be empty, and
     * a file may have prompts that others lack. If there is no file for the default language, the first tag in alphabetical
     * order is the default.
     */
    public static Prompts prompts(PromptSource source, String defaultLanguage) {
        return Prompts.builder(source)
                .prefix("survey-")
                .literalEnv()
                .lenient()
                .defaultLanguage(defaultLanguage)
                .build();
    }

    /**
     * Reads {@code survey-config.json}.
     *
     * @param file the name to use in problems
     * @throws SurveyException with all problems found
     */
    public static Survey parse(String file, String json, Prompts prompts) {
        LocatedJson located = LocatedJson.parse(file, json);
        ProblemList problems = new ProblemList(file);
        Fields config = new Fields(located.root(), "", problems);
        SeedNames names = new SeedNames();
        List<Question> questions = new ArrayList<>();
        for (Fields question : config.objects("questions")) {
            String prompt = question.required("questionName");
            String id = names.idOf(prompt);
            Question asked = question.oneOf("questionType", "dtmf", "speech").equals("dtmf")
                    ? Question.number(id, 0, 9)
                    : Question.text(id);
            questions.add(asked.withPrompt(prompt));
        }
        SurveyBuilder survey = Survey.builder(config.text("name").orElse("survey"))
                .prompts(prompts)
                .opening(OpeningStyle.CONTINUE_OR_SWITCH)
                .say(Moment.WELCOME, "welcome")
                .say(Moment.BEGIN, "beginSurvey")
                .say(Moment.FIRST_QUESTION, "firstQuestion")
                .say(Moment.NEXT_QUESTION, "nextQuestion")
                .say(Moment.LAST_QUESTION, "lastQuestion")
                .say(Moment.GOODBYE, "finalGoodbye")
                .say(Moment.COMPLETED_ALREADY, "surveyCompletedAlready")
                .fallbackLanguage(config.text("fallbackLanguage").orElseGet(() -> fallback(prompts)))
                .rules(SurveyReader.rules(config, RULES))
                .timing(SurveyReader.timing(config, TIMING))
                .calls(SurveyReader.calls(config, CALLS))
                .ask(questions.toArray(Question[]::new));
        UnaryOperator<Problem> place = located::located;
        if (!problems.isEmpty()) {
            throw SurveyException.of(problems.all().stream().map(place).toList());
        }
        return survey.build(place);
    }

    private static String fallback(Prompts prompts) {
        String tag = prompts.defaultLanguage().tag();
        return Words.isKnown(tag) ? tag : "en";
    }
}
