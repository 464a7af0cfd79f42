package dev.parlance.tools;

import dev.parlance.editor.SurveyEditor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens a page that edits a survey. */
@Command(
        name = "edit",
        description = "Opens a page on this machine that edits a survey and its prompts in all languages. It shows the"
                + " differences before it saves.",
        mixinStandardHelpOptions = true)
final class EditCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SurveyArgument argument = new SurveyArgument();

    @Mixin
    private PriceOption price = new PriceOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the page. Default: a free one.")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        try (SurveyEditor editor = SurveyEditor.open(argument.path(), port, price.dollars())) {
            spec.commandLine().getOut().printf("Open  %s%nStop the editor with Ctrl-C.%n", editor.url());
            spec.commandLine().getOut().flush();
            Thread.currentThread().join();
            return 0;
        }
    }
}
