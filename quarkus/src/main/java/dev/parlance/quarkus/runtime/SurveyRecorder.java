package dev.parlance.quarkus.runtime;

import dev.parlance.survey.SurveyDesk;
import dev.parlance.survey.Surveys;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates the beans of the surveys that the build found. */
@Recorder
public class SurveyRecorder {
    /** A survey in a folder on the class path, with its webhooks and files below a path of the server. */
    public Function<SyntheticCreationalContext<Surveys>, Surveys> surveys(
            String name, String folder, List<String> promptFiles, String path) {
        return context -> context.getInjectedReference(SurveyFactory.class)
                .create(name, SurveyResources.load(folder, promptFiles), path);
    }

    /** Surveys that share a number. */
    public Function<SyntheticCreationalContext<SurveyDesk>, SurveyDesk> desk(
            String name, List<String> surveys, @Nullable String fallback, @Nullable String menu) {
        return context -> context.getInjectedReference(DeskFactory.class).create(name, surveys, fallback, menu);
    }

    /** The surveys, and which of them share a number. */
    public RuntimeValue<DeskSurveys> deskSurveys(List<String> folders, Map<String, List<String>> byDesk) {
        return new RuntimeValue<>(new DeskSurveys(folders, byDesk));
    }
}
