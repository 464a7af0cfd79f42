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
 * An environment and what runs there.
 *
 * <pre>{@code
 * DeployedEnvironment staging = Serverless.on(account).service("greetings").environment("staging");
 * staging.promoteTo("production");
 * staging.setVariable("GREETING", "Hello");
 * }</pre>
 */
public final class DeployedEnvironment {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

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

    /** As it was when it was asked for. */
    public Environment environment() {
        return environment;
    }

    /** The build that runs, if one does. */
    public Optional<Build> build() {
        return api.builds().running(environment);
    }

    /** The files that run. */
    public List<DeployedFile> files() {
        return build().map(Build::files).orElse(List.of());
    }

    /** The builds that ran here, the newest first; one that ran twice is there twice. */
    public List<String> history() {
        return api.environments().history(environment).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Runs the build that ran before the present one. Variables stay as they are.
     *
     * @throws DeployException if none ran before, or if Twilio has deleted it
     */
    public Deployment rollBack() {
        String present = environment.build().orElse("");
        String before = history().stream()
                .filter(build -> !build.equals(present))
                .findFirst()
                .orElseThrow(() -> new DeployException(
                        "No other build ran in " + environment.called() + ": there is nothing to roll back to"));
        return run(before);
    }

    /**
     * Runs this build, whichever environment it was made for. If it runs already, nothing is done.
     *
     * @throws DeployException if there is no such build, or if it cannot run
     */
    public Deployment run(String buildSid) {
        Build build = api.builds()
                .find(environment.service(), buildSid)
                .orElseThrow(() -> new DeployException("There is no build " + buildSid + ". Twilio deletes builds that"
                        + " nothing has run for a day: deploy that state of the project again"));
        if (build.status() != Build.Status.COMPLETED) {
            throw new DeployException("The build " + buildSid + " cannot run: it is " + build.status());
        }
        api.environments().expect(environment, environment.build(), "");
        if (!environment.build().equals(Optional.of(buildSid))) {
            api.environments().deploy(environment, buildSid);
        }
        return Deployment.of(service, environment.running(buildSid), environment.build(), build.files());
    }

    /**
     * Runs in another environment what runs here, without a new build. An environment of that name is made if there is
     * none; variables are each environment's own.
     *
     * @throws DeployException if nothing runs here
     */
    public Deployment promoteTo(String otherName) {
        String build = environment
                .build()
                .orElseThrow(() -> new DeployException("Nothing runs in " + environment.called() + " to be promoted"));
        String name = EnvironmentName.checked(otherName);
        Environment other = api.environments()
                .find(service, name)
                .orElseGet(() -> api.environments().create(service, name));
        return new DeployedEnvironment(service, other, api, fingerprints, pause).run(build);
    }

    /** The variables with their values, which may be secrets; ordered by their names. */
    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        api.variables().all(environment).forEach(setting -> variables.put(setting.key(), setting.value()));
        return variables;
    }

    /** Sets a variable; functions find it from their next run on. */
    public void setVariable(String key, String value) {
        setVariables(Map.of(key, value));
    }

    /**
     * Sets these variables, and leaves others as they are. Those that have their values already are not sent.
     *
     * @throws dev.parlance.serverless.project.ProjectException if Twilio would not take one of them; none is set then
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
     * Takes variables away.
     *
     * @return those that were there
     */
    public Set<String> unsetVariables(Set<String> keys) {
        Map<String, Setting> there = settings();
        there.keySet().retainAll(keys);
        there.values().forEach(setting -> api.variables().remove(environment, setting));
        return there.keySet();
    }

    private Map<String, Setting> settings() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        api.variables().all(environment).forEach(setting -> settings.put(setting.key(), setting));
        return settings;
    }

    /**
     * Lines of the log, the oldest first.
     *
     * @throws DeployException if they are to be of a function that does not run here
     */
    public List<LogLine> logs(LogQuery query) {
        return new LogTail(api, environment, functions(), query).last();
    }

    /**
     * Tells a listener of lines as they are written, once a second, those of the query first; for as long as is said.
     * A line that Twilio shows late, or out of order, is told all the same, once.
     */
    public void followLogs(LogQuery query, Consumer<LogLine> listener, BooleanSupplier more) {
        LogTail tail = new LogTail(api, environment, functions(), query);
        tail.next().forEach(listener);
        while (more.getAsBoolean()) {
            pause.of(BETWEEN_LOOKS);
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
     * Writes what runs into an empty folder, so that it could be deployed again: functions, public assets, and a
     * {@code package.json}. Variables are not written.
     *
     * @return the files that Twilio does not show: protected and private assets
     * @throws DeployException if the folder is not empty
     */
    public List<DeployedFile> download(Path folder) {
        Build build = build().orElseThrow(() -> new DeployException("Nothing runs in " + environment.called()));
        return new Download(service, environment, fingerprints).to(folder, build);
    }

    /** Removes the environment with its variables and its domain. Builds stay. */
    public void remove() {
        api.environments().remove(environment);
    }
}
