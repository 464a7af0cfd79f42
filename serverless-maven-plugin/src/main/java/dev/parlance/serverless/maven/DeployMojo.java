package dev.parlance.serverless.maven;

import dev.parlance.account.Hook;
import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Deployment;
import dev.parlance.serverless.Plan;
import dev.parlance.serverless.Wire;
import dev.parlance.serverless.Wires;
import java.util.List;
import java.util.Optional;
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
        List<Wire> wanted = wires();
        Wires wires = Wires.of(account, folder().resolve(Wires.FILE));
        wires.look(wanted).forEach(now -> log("Now, " + now));
        wanted.forEach(wire -> log("Wiring " + wire));
        Deployment done = plan.apply();
        log(done);
        wires.point(wanted, Optional.of(done.environment()));
    }

    private List<Wire> wires() {
        return Stream.concat(
                        wire.stream().map(text -> Wire.parse(text, Hook.TEXTS)),
                        wireCalls.stream().map(text -> Wire.parse(text, Hook.CALLS)))
                .toList();
    }
}
