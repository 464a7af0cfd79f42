package dev.parlance.tools;

import dev.parlance.Problem;
import dev.parlance.survey.WhatsAppTemplates;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.SurveyFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a survey, and prints what its texts cost and a flow chart. */
@Command(
        name = "check",
        description =
                "Checks a survey and its prompts. Prints all problems with their lines, warnings, what WhatsApp would not take,"
                        + " what the texts cost in each language, and a flow chart.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SurveyArgument argument = new SurveyArgument();

    @Parameters(
            index = "1..*",
            paramLabel = "OTHER",
            description = "Folders of other surveys of the same store, to check what this one uses of their answers.")
    private List<Path> others = List.of();

    @Mixin
    private PriceOption price = new PriceOption();

    @Option(
            names = "--flow",
            paramLabel = "FILE",
            description = "Write the flow chart to this file, as Mermaid, instead of printing it.")
    private @Nullable Path flow;

    @Option(
            names = "--missing",
            paramLabel = "TAG",
            description =
                    "Only print the sentences that the prompts of this language lack, with their English texts, as"
                            + " lines for its .env file.")
    private @Nullable String missing;

    @Option(
            names = "--whatsapp",
            description =
                    "The survey is used on WhatsApp: also print how what it says first, a question with buttons and one with a"
                            + " list look in each language, and end with 1 if WhatsApp would reject a template.")
    private boolean whatsApp;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (missing != null) {
            out.print(MissingSentences.of(missing, argument.folder().missingSentences(missing)));
            return 0;
        }
        Survey survey = argument.load();
        checkWithOthers(survey);
        out.printf(
                "%s: %s in %s, version %s. No problems.%n",
                survey.name(),
                counted(survey.questions().size(), "question"),
                counted(survey.prompts().languages().size(), "language"),
                survey.revision().substring(0, 8));
        survey.warnings().forEach(warning -> out.println("Warning: " + warning));
        survey.prompts().check().warnings().forEach(warning -> out.println("Warning: " + warning));
        out.println();
        out.print(CommandWords.of(survey));
        WhatsAppTemplates templates = WhatsAppTemplates.of(survey);
        out.print(WhatsAppLines.paragraph(templates));
        if (whatsApp) {
            templates.preview().forEach(content -> out.println(content.preview()));
        }
        out.print(TextCost.of(survey, price.dollars()));
        draw(survey, out);
        return whatsApp && !templates.problems().isEmpty() ? 1 : 0;
    }

    private void checkWithOthers(Survey survey) {
        Survey[] loaded =
                others.stream().map(folder -> SurveyFolder.at(folder).load()).toArray(Survey[]::new);
        List<Problem> problems = survey.problemsWith(loaded);
        if (!problems.isEmpty()) {
            throw SurveyException.of(problems);
        }
    }

    private static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private void draw(Survey survey, PrintWriter out) throws IOException {
        String chart = survey.flowChart();
        if (flow == null) {
            out.println();
            out.print(chart);
        } else {
            Files.writeString(flow, chart);
            out.printf("%nFlow chart written to %s%n", flow);
        }
    }
}
