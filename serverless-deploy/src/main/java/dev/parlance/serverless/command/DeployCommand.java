package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.account.WebhookSetting;
import dev.parlance.serverless.Deployment;
import dev.parlance.serverless.Plan;
import dev.parlance.serverless.WebhookRoute;
import dev.parlance.serverless.WebhookRoutes;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deploys the project. */
@Command(
        name = "deploy",
        description = "Deploys the project: uploads changed files, builds, deploys the build and prints its URLs.",
        mixinStandardHelpOptions = true)
final class DeployCommand extends AccountCommand {
    @Mixin
    private DeployOptions options = new DeployOptions();

    @Mixin
    private WebhookOptions webhooks = new WebhookOptions();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    int run(TwilioAccount account) {
        List<WebhookRoute> wanted = webhooks.routes();
        WebhookRoutes routes = WebhookRoutes.of(account, target().folder().resolve(WebhookRoutes.FILE));
        Plan plan = options.deployer(target(), account, terminal()).plan();
        List<WebhookSetting> before = routes.current(wanted);
        terminal().endProgress();
        terminal().err().print(plan);
        before.forEach(now -> terminal().err().println("Now, " + now));
        wanted.forEach(route -> terminal().err().println("Wiring " + route));
        Deployment done = plan.apply();
        terminal().endProgress();
        routes.apply(wanted, done.environment());
        print(done, json);
        return 0;
    }
}
