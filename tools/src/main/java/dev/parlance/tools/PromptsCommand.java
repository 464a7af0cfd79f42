package dev.parlance.tools;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prompts for translators. */
@Command(
        name = "prompts",
        description = "Exports prompts for translators, imports translations, and makes a pseudo-language for tests.",
        subcommands = {PromptsExportCommand.class, PromptsImportCommand.class, PromptsPseudoCommand.class},
        mixinStandardHelpOptions = true)
final class PromptsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Choose what to do: export, import or pseudo.");
    }
}
