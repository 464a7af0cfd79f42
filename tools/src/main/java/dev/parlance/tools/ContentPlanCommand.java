package dev.parlance.tools;

import dev.parlance.survey.WhatsAppTemplates;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the templates of a survey, and which of them Twilio has. */
@Command(
        name = "plan",
        description = {
            "Prints the templates that a survey needs on WhatsApp, their words, and the state of their approval. Changes nothing.",
            "Ends with 1 if the survey can't begin in each language yet."
        },
        mixinStandardHelpOptions = true)
final class ContentPlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SurveyTemplates survey = new SurveyTemplates();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        WhatsAppTemplates templates = survey.load();
        templates.contents().forEach(content -> out.println(content.preview()));
        return survey.report(templates, out, WhatsAppTemplates::check);
    }
}
