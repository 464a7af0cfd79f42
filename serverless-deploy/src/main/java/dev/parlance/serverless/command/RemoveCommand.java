package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.DeployException;
import dev.parlance.serverless.DeployedEnvironment;
import dev.parlance.serverless.DeployedService;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes an environment, or a whole service. */
@Command(
        name = "remove",
        description = "Removes an environment with its domain, or the whole service. Asks for confirmation.",
        mixinStandardHelpOptions = true)
final class RemoveCommand extends AccountCommand {
    @Option(names = "--whole-service", description = "Remove the service with all its environments.")
    private boolean whole;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Override
    int run(TwilioAccount account) throws IOException {
        DeployedService service = target().service(account);
        String name = service.service().name();
        if (whole) {
            confirm("the service " + name + " and everything in it", name);
            service.remove();
            terminal().out().println("Removed the service " + name);
        } else {
            DeployedEnvironment environment = service.environment(target().environmentName());
            String domain = environment.environment().domain();
            confirm(domain + " and everything deployed there", target().environmentName());
            environment.remove();
            terminal().out().println("Removed " + domain);
        }
        return 0;
    }

    private void confirm(String what, String name) throws IOException {
        if (!yes
                && !terminal()
                        .ask("This removes " + what + ". Type " + name + " to continue:")
                        .equals(name)) {
            throw new DeployException("Nothing was removed");
        }
    }
}
