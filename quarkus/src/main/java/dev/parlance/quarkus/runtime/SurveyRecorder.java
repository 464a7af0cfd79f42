package dev.parlance.quarkus.runtime;

import dev.parlance.survey.Surveys;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;
import java.util.function.Function;

/** Creates the beans of the surveys that the build found. */
@Recorder
public class SurveyRecorder {
    /** A survey in a folder on the class path, with its webhooks below a path of the server. */
    public Function<SyntheticCreationalContext<Surveys>, Surveys> surveys(
            String name, String folder, List<String> promptFiles, String path) {
        return context -> context.getInjectedReference(SurveyFactory.class)
                .create(name, SurveyResources.load(folder, promptFiles), path);
    }
}
