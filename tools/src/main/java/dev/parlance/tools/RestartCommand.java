package dev.parlance.tools;

import dev.parlance.Address;
import dev.parlance.settings.Settings;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.Surveys.EarlierAnswers;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.store.DocumentStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets a person answer a survey again. */
@Command(
        name = "restart",
        description =
                "Lets a person answer a survey again. It starts with their next text, call or invitation. Their answers"
                        + " stay in the results as an earlier run. The application can keep running.",
        mixinStandardHelpOptions = true)
final class RestartCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PersonArgument person = new PersonArgument();

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--survey",
            paramLabel = "FOLDER",
            description = "The survey's folder, as the application uses it. Default: SURVEY_FOLDER, or survey.")
    private @Nullable Path folder;

    @Option(names = "--without-answers", description = "Erase the person's answers to this survey.")
    private boolean withoutAnswers;

    @Override
    public Integer call() {
        Address address = person.address();
        Survey survey = SurveyFolder.at(folder()).load();
        try (DocumentStore sessions = store.open()) {
            return restart(address, survey, sessions);
        }
    }

    private Path folder() {
        return folder == null
                ? Path.of(Settings.standard().find("SURVEY_FOLDER").orElse("survey"))
                : folder;
    }

    private int restart(Address address, Survey survey, DocumentStore sessions) {
        PrintWriter err = spec.commandLine().getErr();
        Surveys surveys = Surveys.builder(survey)
                .store(sessions)
                .eventSink(events -> 0) // handles none, so that they stay for the application's listeners
                .build();
        if (surveys.results().isEmpty()) {
            err.printf("The store has no answers to the survey \"%s\".%n", survey.name());
            return 1;
        }
        if (!surveys.restart(address, withoutAnswers ? EarlierAnswers.ERASE : EarlierAnswers.KEEP)) {
            err.printf("%s has not started the survey \"%s\".%n", address, survey.name());
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s can answer the survey \"%s\" again.%n", address, survey.name());
        if (surveys.isOptedOut(address)) {
            out.println("They have opted out: they receive nothing until they text START.");
        }
        return 0;
    }
}
