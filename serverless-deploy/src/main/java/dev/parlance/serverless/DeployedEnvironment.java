package dev.parlance.serverless;

import dev.parlance.serverless.VariablesApi.Setting;
import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * An environment and the build running in it.
 *
 * <pre>{@code
 * DeployedEnvironment staging = Serverless.on(account).service("greetings").environment("staging");
 * staging.promoteTo("production");
 * staging.setVariable("GREETING", "Hello");
 * }</pre>
 */
public final class DeployedEnvironment {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final Service service;
    private final Environment environment;
    private final FunctionsApi api;
    private final Fingerprints fingerprints;
    private final Pause pause;

    DeployedEnvironment(
            Service service, Environment environment, FunctionsApi api, Fingerprints fingerprints, Pause pause) {
        this.service = service;
        this.environment = environment;
        this.api = api;
        this.fingerprints = fingerprints;
        this.pause = pause;
    }

    /** The environment as it was when this object was created. */
    public Environment environment() {
        return environment;
    }

    /** The running build, if any. */
    public Optional<Build> build() {
        return api.builds().running(environment);
    }

    /** The files of the running build. */
    public List<DeployedFile> files() {
        return build().map(Build::files).orElse(List.of());
    }

    /** The SIDs of the builds that have run here, newest first. A build that ran twice is listed twice. */
    public List<String> history() {
        return api.environments().history(environment).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Runs the previous build again. Variables do not change.
     *
     * @throws DeployException if there is no previous build, or Twilio has deleted it
     */
    public Deployment rollBack() {
        String present = environment.build().orElse("");
        String before = history().stream()
                .filter(build -> !build.equals(present))
                .findFirst()
                .orElseThrow(() -> new DeployException(
                        "Nothing to roll back to: no other build has run in " + environment.shortName()));
        return run(before);
    }

    /**
     * Runs a build of this service, including one made for another environment. Does nothing if it is already running.
     *
     * @throws DeployException if the build does not exist or is not complete
     */
    public Deployment run(String buildSid) {
        Build build = api.builds()
                .find(environment.service(), buildSid)
                .orElseThrow(() -> new DeployException("There is no build " + buildSid + ". Twilio deletes a build that"
                        + " has not run for a day: check out that version of the project and deploy it again"));
        if (build.status() != Build.Status.COMPLETED) {
            throw new DeployException("The build " + buildSid + " cannot run: its status is " + build.status());
        }
        api.environments().requireBuild(environment, environment.build(), "");
        if (!environment.build().equals(Optional.of(buildSid))) {
            api.environments().deploy(environment, buildSid);
        }
        return Deployment.of(service, environment.running(buildSid), environment.build(), build.files());
    }

    /**
     * Runs this environment's build in another environment, without building again. Creates that environment if it does not
     * exist. Does not copy variables.
     *
     * @throws DeployException if no build is running here
     */
    public Deployment promoteTo(String otherName) {
        String build = environment
                .build()
                .orElseThrow(() ->
                        new DeployException("Nothing to promote: no build is running in " + environment.shortName()));
        String name = EnvironmentName.checked(otherName);
        Environment other = api.environments()
                .find(service, name)
                .orElseGet(() -> api.environments().create(service, name));
        return new DeployedEnvironment(service, other, api, fingerprints, pause).run(build);
    }

    /** The variables with their values, sorted by name. Values may be secrets. */
    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        api.variables().all(environment).forEach(setting -> variables.put(setting.key(), setting.value()));
        return variables;
    }

    /** Sets a variable. Functions see it from their next run. */
    public void setVariable(String key, String value) {
        setVariables(Map.of(key, value));
    }

    /**
     * Sets these variables and leaves the others unchanged. Sends only values that differ.
     *
     * @throws dev.parlance.serverless.project.ProjectException if Twilio would refuse one of them; then none is set
     */
    public void setVariables(Map<String, String> values) {
        Variables.check(values);
        Map<String, Setting> now = settings();
        new TreeMap<>(values).forEach((key, value) -> {
            Setting setting = now.get(key);
            if (setting == null) {
                api.variables().create(environment, key, value);
            } else if (!setting.value().equals(value)) {
                api.variables().change(environment, setting, value);
            }
        });
    }

    /**
     * Removes variables.
     *
     * @return the keys that existed
     */
    public Set<String> unsetVariables(Set<String> keys) {
        Map<String, Setting> existing = settings();
        existing.keySet().retainAll(keys);
        existing.values().forEach(setting -> api.variables().remove(environment, setting));
        return existing.keySet();
    }

    private Map<String, Setting> settings() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        api.variables().all(environment).forEach(setting -> settings.put(setting.key(), setting));
        return settings;
    }

    /**
     * Returns log lines, oldest first.
     *
     * @throws DeployException if the query names a function that is not deployed here
     */
    public List<LogLine> logs(LogQuery query) {
        return new LogTail(api, environment, functions(), query).last();
    }

    /**
     * Passes log lines to a listener: first those of the query, then new ones, polling once a second while {@code more}
     * returns true. Delivers each line once, even if Twilio shows it late or out of order.
     */
    public void followLogs(LogQuery query, Consumer<LogLine> listener, BooleanSupplier more) {
        LogTail tail = new LogTail(api, environment, functions(), query);
        tail.next().forEach(listener);
        while (more.getAsBoolean()) {
            pause.of(POLL_INTERVAL);
            tail.next().forEach(listener);
        }
    }

    private Map<String, String> functions() {
        Map<String, String> paths = new LinkedHashMap<>();
        files().stream()
                .filter(file -> file.kind() == FileKind.FUNCTION)
                .forEach(file -> paths.put(file.sid(), file.path()));
        return paths;
    }

    /**
     * Downloads the running build into an empty folder, ready to be deployed again: functions, public assets and a
     * {@code package.json}. Does not write variables.
     *
     * @return the files that Twilio does not make available: protected and private assets
     * @throws DeployException if the folder is not empty or no build is running
     */
    public List<DeployedFile> download(Path folder) {
        Build build =
                build().orElseThrow(() -> new DeployException("No build is running in " + environment.shortName()));
        return new Download(service, environment, fingerprints).to(folder, build);
    }

    /** Removes the environment with its variables and domain. Keeps the builds. */
    public void remove() {
        api.environments().remove(environment);
    }
}
