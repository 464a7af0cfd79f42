package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.DeployException;
import dev.parlance.serverless.DeployedEnvironment;
import dev.parlance.serverless.DeployedService;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Removes an environment, or a whole service. */
@Command(
        name = "remove",
        description = "Removes an environment with its domain, or the whole service. Asks first.",
        mixinStandardHelpOptions = true)
final class RemoveCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ServerlessCommand parent;

    @Mixin
    private Target target = new Target();

    @Option(names = "--whole-service", description = "Remove the service with all its environments.")
    private boolean whole;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        try (TwilioAccount account = target.account()) {
            DeployedService service = target.service(account);
            String name = service.service().name();
            if (whole) {
                confirm("the service " + name + " and whatever runs in it", name);
                service.remove();
                parent.terminal().out().println("Removed the service " + name);
            } else {
                DeployedEnvironment environment = service.environment(target.environmentName());
                String domain = environment.environment().domain();
                confirm(domain + " and what runs there", target.environmentName());
                environment.remove();
                parent.terminal().out().println("Removed " + domain);
            }
            return 0;
        }
    }

    private void confirm(String what, String name) throws IOException {
        if (!yes
                && !parent.terminal()
                        .ask("This removes " + what + ". Type " + name + " to go on:")
                        .equals(name)) {
            throw new DeployException("Nothing was removed");
        }
    }
}
