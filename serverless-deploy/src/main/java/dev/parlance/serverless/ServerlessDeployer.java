package dev.parlance.serverless;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.VariablesApi.Setting;
import dev.parlance.serverless.project.FunctionsProject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deploys a project of Twilio Functions and Assets.
 *
 * <pre>{@code
 * Deployment done = ServerlessDeployer.on(account)
 *         .project(FunctionsProject.in(Path.of(".")))
 *         .environment("production")
 *         .progress(step -> log.info("{}", step))
 *         .plan()
 *         .apply();
 * }</pre>
 *
 * <p>Uploads only what has changed. Changes nothing in the environment until the new build is complete. If a deployment is
 * interrupted, run it again. Not thread-safe; the plans it creates are immutable.
 */
public final class ServerlessDeployer {
    /** The default name of the state file, in the project's folder. */
    public static final String STATE_FILE = ".parlance-serverless.json";

    private final TwilioAccount account;
    private @Nullable FunctionsProject project;
    private String environment = "dev";
    private Optional<Path> state = Optional.empty();
    private boolean removingVariables;
    private Duration buildLimit = Duration.ofMinutes(10);
    private Consumer<Step> progress = step -> {};
    private Clock clock = Clock.systemUTC();
    private Pause pause = Pause.REAL;

    private ServerlessDeployer(TwilioAccount account) {
        this.account = account;
    }

    /** Starts configuring a deployment to this account. */
    public static ServerlessDeployer on(TwilioAccount account) {
        return new ServerlessDeployer(account);
    }

    /** The project to deploy. It is deployed to the service of the same name. Required. */
    public ServerlessDeployer project(FunctionsProject project) {
        this.project = project;
        return this;
    }

    /** The environment: {@code production}, or a domain suffix. Default: {@code dev}. */
    public ServerlessDeployer environment(String name) {
        this.environment = EnvironmentName.checked(name);
        return this;
    }

    /** The file that saves what was deployed. Default: {@value #STATE_FILE} in the project's folder. */
    public ServerlessDeployer state(Path file) {
        this.state = Optional.of(file);
        return this;
    }

    /** Removes variables that the project does not have. By default they stay. */
    public ServerlessDeployer pruneVariables() {
        this.removingVariables = true;
        return this;
    }

    /** How long to wait for a build. Default: 10 minutes. */
    public ServerlessDeployer buildLimit(Duration limit) {
        this.buildLimit = limit;
        return this;
    }

    /** Sets a listener for the steps of the deployment. It is called for one step at a time. */
    public ServerlessDeployer progress(Consumer<Step> listener) {
        this.progress = listener;
        return this;
    }

    /** Replaces the clock and the pauses in tests. */
    ServerlessDeployer waiting(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        return this;
    }

    /**
     * Compares the project with the running build. Changes nothing.
     *
     * @throws DeployException if someone else deploys at the same time
     * @throws dev.parlance.account.AccountException if a request to Twilio fails
     */
    public Plan plan() {
        FunctionsProject wanted = Objects.requireNonNull(project, "No project to deploy: call project(…)");
        FunctionsApi api = FunctionsApi.of(account, pause);
        State saved = State.read(state.or(() -> wanted.folder().map(folder -> folder.resolve(STATE_FILE))));
        Progress steps = new Progress(progress);
        steps.report(Step.Kind.COMPARING, wanted.name());
        Optional<Service> service = api.services().find(wanted.name());
        Optional<Environment> target = service.flatMap(it -> api.environments().find(it, environment));
        Optional<Build> running = target.flatMap(api.builds()::running);
        Comparison comparison = new Comparison(wanted, saved, running);
        target.ifPresent(it -> fetchHashes(comparison.withoutHash(), saved, api, it));
        List<Setting> settings = target.map(api.variables()::all).orElse(List.of());
        Rollout rollout = new Rollout(api, saved, steps, new Polling(clock, pause, buildLimit));
        return new Plan(
                wanted,
                environment,
                service,
                target,
                comparison.files(),
                comparison.settings(),
                comparison.variables(settings, removingVariables),
                settings,
                rollout);
    }

    private void fetchHashes(List<DeployedFile> files, State state, FunctionsApi api, Environment target) {
        if (files.isEmpty()) {
            return;
        }
        Fingerprints fingerprints = new Fingerprints(account, api);
        List<Optional<String>> hashes = Parallel.map(files, file -> fingerprints.of(target, file));
        // An asset's URL always serves the running build: if that has changed meanwhile, these hashes are of other
        // files.
        api.environments().requireBuild(target, target.build(), "");
        for (int i = 0; i < files.size(); i++) {
            String version = files.get(i).version();
            hashes.get(i).ifPresent(hash -> state.remember(version, hash));
        }
    }
}
