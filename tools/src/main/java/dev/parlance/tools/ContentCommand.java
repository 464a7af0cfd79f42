package dev.parlance.tools;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The WhatsApp templates of a survey. */
@Command(
        name = "content",
        description = "Shows and creates the WhatsApp templates that a survey begins and reminds with.",
        subcommands = {ContentPlanCommand.class, ContentApplyCommand.class},
        mixinStandardHelpOptions = true)
final class ContentCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Choose what to do: plan or apply.");
    }
}
