package dev.parlance.serverless;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.VariablesApi.Setting;
import dev.parlance.serverless.project.FunctionsProject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Deploys a project of Twilio Functions and Assets.
 *
 * <pre>{@code
 * Plan plan = ServerlessDeployer.builder(account, FunctionsProject.in(Path.of(".")))
 *         .environment("production")
 *         .progress(System.out::println)
 *         .build()
 *         .plan();
 * System.out.println(plan);
 * Deployment done = plan.apply();
 * }</pre>
 *
 * <p>Uploads only what has changed. Changes nothing in the environment until the new build is complete. If a deployment is
 * interrupted, run it again. Immutable, like the plans it makes.
 */
public final class ServerlessDeployer {
    /** The default name of the state file, in the project's folder. */
    public static final String STATE_FILE = ".parlance-serverless.json";

    private final TwilioAccount account;
    private final FunctionsProject project;
    private final String environment;
    private final Optional<Path> stateFile;
    private final boolean pruningVariables;
    private final Duration buildLimit;
    private final Consumer<Step> progress;
    private final Clock clock;
    private final Pause pause;

    private ServerlessDeployer(Builder options) {
        account = options.account;
        project = options.project;
        environment = options.environment;
        stateFile = options.stateFile;
        pruningVariables = options.pruningVariables;
        buildLimit = options.buildLimit;
        progress = options.progress;
        clock = options.clock;
        pause = options.pause;
    }

    /** Starts building a deployer of a project to this account, into the service with the project's name. */
    public static Builder builder(TwilioAccount account, FunctionsProject project) {
        return new Builder(account, project);
    }

    /**
     * Compares the project with the running build. Changes nothing.
     *
     * @throws DeployException if someone else deploys at the same time
     * @throws dev.parlance.account.AccountException if a request to Twilio fails
     */
    public Plan plan() {
        FunctionsApi api = FunctionsApi.of(account, pause);
        State saved = State.read(stateFile.or(() -> project.folder().map(folder -> folder.resolve(STATE_FILE))));
        Progress steps = new Progress(progress);
        steps.report(Step.Kind.COMPARING, project.name());
        Optional<Service> service = api.services().find(project.name());
        Optional<Environment> target = service.flatMap(it -> api.environments().find(it, environment));
        Optional<Build> running = target.flatMap(api.builds()::running);
        Comparison comparison = new Comparison(project, saved, running);
        target.ifPresent(it -> fetchHashes(comparison.withoutHash(), saved, api, it));
        List<Setting> settings = target.map(api.variables()::all).orElse(List.of());
        Rollout rollout = new Rollout(api, saved, steps, new Polling(clock, pause, buildLimit));
        return new Plan(
                project,
                environment,
                service,
                target,
                comparison.files(),
                comparison.settings(),
                comparison.variables(settings, pruningVariables),
                settings,
                rollout);
    }

    private void fetchHashes(List<DeployedFile> files, State state, FunctionsApi api, Environment target) {
        if (files.isEmpty()) {
            return;
        }
        Fingerprints fingerprints = new Fingerprints(account, api, pause);
        List<Optional<String>> hashes = Parallel.map(files, file -> fingerprints.of(target, file));
        // An asset's URL always serves the running build: if that has changed meanwhile, these hashes are of other
        // files.
        api.environments().requireBuild(target, target.build(), "");
        for (int i = 0; i < files.size(); i++) {
            String version = files.get(i).version();
            hashes.get(i).ifPresent(hash -> state.remember(version, hash));
        }
    }

    /** Options of a deployment. Not thread-safe. */
    public static final class Builder {
        private final TwilioAccount account;
        private final FunctionsProject project;
        private String environment = "dev";
        private Optional<Path> stateFile = Optional.empty();
        private boolean pruningVariables;
        private Duration buildLimit = Duration.ofMinutes(10);
        private Consumer<Step> progress = step -> {};
        private Clock clock = Clock.systemUTC();
        private Pause pause = Pause.REAL;

        private Builder(TwilioAccount account, FunctionsProject project) {
            this.account = account;
            this.project = project;
        }

        /**
         * Sets the environment: {@code production}, or a domain suffix. Default: {@code dev}.
         *
         * @throws DeployException if the name can't be part of a domain
         */
        public Builder environment(String name) {
            this.environment = EnvironmentName.checked(name);
            return this;
        }

        /** Sets the file that saves what was deployed. Default: {@value #STATE_FILE} in the project's folder. */
        public Builder stateFile(Path file) {
            this.stateFile = Optional.of(file);
            return this;
        }

        /** Sets whether to remove variables that the project does not have. Default: they stay. */
        public Builder pruneVariables(boolean remove) {
            this.pruningVariables = remove;
            return this;
        }

        /** Sets how long to wait for a build. Default: 10 minutes. */
        public Builder buildLimit(Duration limit) {
            this.buildLimit = limit;
            return this;
        }

        /** Sets a listener for the steps of the deployment. It is called for one step at a time. */
        public Builder progress(Consumer<Step> listener) {
            this.progress = listener;
            return this;
        }

        /** Sets the clock, and how to pause between two requests. */
        Builder timing(Clock newClock, Pause newPause) {
            this.clock = newClock;
            this.pause = newPause;
            return this;
        }

        /** Builds the deployer without making a request. */
        public ServerlessDeployer build() {
            return new ServerlessDeployer(this);
        }
    }
}
