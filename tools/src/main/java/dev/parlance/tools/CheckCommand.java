package dev.parlance.tools;

import dev.parlance.prompt.PromptException;
import dev.parlance.survey.definition.FlowChart;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.SurveyFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells all that is wrong with a survey, what its texts cost, and which way it goes. */
@Command(
        name = "check",
        description =
                "Checks a survey and its prompts: all faults with their places, what its texts cost in each language,"
                        + " and a picture of its way.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            defaultValue = "survey",
            description = "Has survey.json and prompts, or survey-config.json and voice-prompts; ${DEFAULT-VALUE}.")
    private Path folder = Path.of("survey");

    @Option(
            names = "--flow",
            paramLabel = "FILE",
            description = "Write the picture there, as Mermaid, instead of printing it.")
    private @Nullable Path flow;

    @Option(
            names = "--segment-price",
            paramLabel = "DOLLARS",
            defaultValue = "0.0083",
            description = "What a segment of a text costs; ${DEFAULT-VALUE}.")
    private double segmentPrice;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Survey survey;
        try {
            survey = SurveyFolder.at(folder).load();
        } catch (PromptException | SurveyException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
        out.printf(
                "%s: %d questions in %d languages, version %s. No faults.%n",
                survey.name(),
                survey.questions().size(),
                survey.prompts().languages().size(),
                survey.revision().substring(0, 8));
        survey.prompts().check().warnings().forEach(warning -> out.println("Warning: " + warning));
        out.println();
        out.print(TextCost.of(survey, segmentPrice));
        draw(survey, out);
        return 0;
    }

    private void draw(Survey survey, PrintWriter out) throws IOException {
        String chart = FlowChart.of(survey);
        if (flow == null) {
            out.println();
            out.print(chart);
        } else {
            Files.writeString(flow, chart);
            out.printf("%nIts way is drawn in %s%n", flow);
        }
    }
}
