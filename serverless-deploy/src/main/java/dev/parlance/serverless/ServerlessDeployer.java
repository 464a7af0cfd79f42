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
 * <p>What has not changed is not sent again. Nothing that runs is touched before the new build is complete; a deployment
 * that was broken off is run again. For one thread; what it makes is immutable.
 */
public final class ServerlessDeployer {
    /** What is remembered of a project in a folder, beside its {@code package.json}. */
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

    /** Begins on this account. */
    public static ServerlessDeployer on(TwilioAccount account) {
        return new ServerlessDeployer(account);
    }

    /** What is deployed; to the service of its name. */
    public ServerlessDeployer project(FunctionsProject project) {
        this.project = project;
        return this;
    }

    /** Where it is deployed: {@code production}, or the suffix of a domain; {@code dev} if not set. */
    public ServerlessDeployer environment(String name) {
        this.environment = EnvironmentName.checked(name);
        return this;
    }

    /** Where it is remembered what was deployed; {@value #STATE_FILE} in the project's folder if not set. */
    public ServerlessDeployer state(Path file) {
        this.state = Optional.of(file);
        return this;
    }

    /** Removes variables that the project does not have; without this they stay. */
    public ServerlessDeployer removingVariables() {
        this.removingVariables = true;
        return this;
    }

    /** How long to wait for a build; ten minutes if not set. */
    public ServerlessDeployer buildLimit(Duration limit) {
        this.buildLimit = limit;
        return this;
    }

    /** Told of each step, of one at a time. */
    public ServerlessDeployer progress(Consumer<Step> listener) {
        this.progress = listener;
        return this;
    }

    /** The clock by which the build's limit passes, and how pauses pass. */
    ServerlessDeployer waiting(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        return this;
    }

    /**
     * Compares the project with what runs. Nothing is changed.
     *
     * @throws DeployException if somebody else deploys at this moment
     * @throws dev.parlance.account.AccountException if Twilio cannot be asked
     */
    public Plan plan() {
        FunctionsProject wanted = Objects.requireNonNull(project, "Say what to deploy: project(…)");
        FunctionsApi api = FunctionsApi.of(account, pause);
        State remembered = State.read(state.or(() -> wanted.folder().map(folder -> folder.resolve(STATE_FILE))));
        Progress steps = new Progress(progress);
        steps.tell(Step.Kind.COMPARING, wanted.name());
        Optional<Service> service = api.services().find(wanted.name());
        Optional<Environment> target = service.flatMap(it -> api.environments().find(it, environment));
        Optional<Build> running = target.flatMap(api.builds()::running);
        Comparison comparison = new Comparison(wanted, remembered, running);
        target.ifPresent(it -> learn(comparison.unknown(), remembered, api, it));
        List<Setting> settings = target.map(api.variables()::all).orElse(List.of());
        Rollout rollout = new Rollout(api, remembered, steps, new Waiting(clock, pause, buildLimit));
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

    /** Twilio is asked for the bytes of what is not remembered. */
    private void learn(List<DeployedFile> unknown, State state, FunctionsApi api, Environment target) {
        if (unknown.isEmpty()) {
            return;
        }
        Fingerprints fingerprints = new Fingerprints(account, api);
        List<Optional<String>> hashes = Together.map(unknown, file -> fingerprints.of(target, file));
        // An asset is known by its URL alone: if another build runs there now, these were not the bytes of this one.
        api.environments().expect(target, target.build(), "");
        for (int i = 0; i < unknown.size(); i++) {
            String version = unknown.get(i).version();
            hashes.get(i).ifPresent(hash -> state.remember(version, hash));
        }
    }
}
