package dev.parlance.serverless.maven;

import dev.parlance.account.Hook;
import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Deployment;
import dev.parlance.serverless.Environment;
import dev.parlance.serverless.Plan;
import dev.parlance.serverless.Wire;
import dev.parlance.serverless.Wires;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Deploys the project: uploads what changed, builds, waits, runs the build, and says its URLs. */
@Mojo(name = "deploy", requiresProject = false, threadSafe = true)
public final class DeployMojo extends ServerlessMojo {
    /** What asks which path, or which URL, when a text comes: {@code +15005550100:/survey}. */
    @Parameter(property = "parlance.wire")
    List<String> wire = List.of();

    /** The same for calls. */
    @Parameter(property = "parlance.wireCalls")
    List<String> wireCalls = List.of();

    @Override
    void go(Plan plan, TwilioAccount account) {
        Deployment done = plan.apply();
        done.toString().lines().forEach(getLog()::info);
        List<Wire> wires = wires(done.environment());
        Wires.of(account, folder().resolve(Wires.FILE))
                .point(wires)
                .forEach(before -> getLog().info("Wired anew; before, " + before));
    }

    private List<Wire> wires(Environment deployed) {
        List<Wire> wires = new ArrayList<>();
        wire.forEach(text -> wires.add(Wire.parse(text, Hook.TEXTS, Optional.of(deployed))));
        wireCalls.forEach(text -> wires.add(Wire.parse(text, Hook.CALLS, Optional.of(deployed))));
        return wires;
    }
}
