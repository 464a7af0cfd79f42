package dev.parlance.serverless.maven;

import dev.parlance.account.TwilioAccount;
import dev.parlance.account.WebhookType;
import dev.parlance.serverless.Deployment;
import dev.parlance.serverless.Plan;
import dev.parlance.serverless.WebhookRoute;
import dev.parlance.serverless.WebhookRoutes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Deploys the project: uploads changed files, builds, deploys the build and logs its URLs. */
@Mojo(name = "deploy", requiresProject = false, threadSafe = true)
public final class DeployMojo extends ServerlessMojo {
    /** Which number, service or application sends its texts to which path or URL: {@code +15005550100:/survey}. */
    @Parameter(property = "parlance.wire")
    List<String> wire = List.of();

    /** Which number or application sends its calls to which path or URL. */
    @Parameter(property = "parlance.wireCalls")
    List<String> wireCalls = List.of();

    @Override
    void run(Plan plan, TwilioAccount account) {
        List<WebhookRoute> wanted = wanted();
        WebhookRoutes routes = WebhookRoutes.of(account, folder().resolve(WebhookRoutes.FILE));
        routes.current(wanted).forEach(now -> log("Now, " + now));
        wanted.forEach(route -> log("Wiring " + route));
        Deployment done = plan.apply();
        log(done);
        routes.apply(wanted, done.environment());
    }

    private List<WebhookRoute> wanted() {
        return Stream.concat(
                        wire.stream().map(text -> WebhookRoute.parse(text, WebhookType.TEXTS)),
                        wireCalls.stream().map(text -> WebhookRoute.parse(text, WebhookType.CALLS)))
                .toList();
    }
}
