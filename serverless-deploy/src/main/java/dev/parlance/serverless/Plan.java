package dev.parlance.serverless;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Problem;
import dev.parlance.serverless.VariablesApi.Setting;
import dev.parlance.serverless.project.FunctionsProject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The changes that a deployment will make, created by {@link ServerlessDeployer#plan}. Read it as text ({@link #toString}) or
 * as {@linkplain #json JSON}, then {@linkplain #apply apply} it. Immutable.
 */
public final class Plan {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FunctionsProject project;
    private final String environmentName;
    private final Optional<Service> service;
    private final Optional<Environment> environment;
    private final List<FileChange> files;
    private final List<String> settings;
    private final List<VariableChange> variables;
    private final List<Setting> variablesNow;
    private final Rollout rollout;

    Plan(
            FunctionsProject project,
            String environmentName,
            Optional<Service> service,
            Optional<Environment> environment,
            List<FileChange> files,
            List<String> settings,
            List<VariableChange> variables,
            List<Setting> variablesNow,
            Rollout rollout) {
        this.project = project;
        this.environmentName = environmentName;
        this.service = service;
        this.environment = environment;
        this.files = List.copyOf(files);
        this.settings = List.copyOf(settings);
        this.variables = List.copyOf(variables);
        this.variablesNow = List.copyOf(variablesNow);
        this.rollout = rollout;
    }

    /** The change to each file, including unchanged files. */
    public List<FileChange> files() {
        return files;
    }

    /** The change to each variable, including unchanged variables. */
    public List<VariableChange> variables() {
        return variables;
    }

    /** Changes to the dependencies and the Node.js version, one phrase each. */
    public List<String> settings() {
        return settings;
    }

    /** What does not prevent the deployment, but may not be what you want. */
    public List<Problem> warnings() {
        return project.warnings();
    }

    /** Whether there is nothing to change. */
    public boolean isEmpty() {
        return !needsBuild() && variables.stream().allMatch(change -> change.action() == Action.KEEP);
    }

    /** Whether applying the plan makes a new build. */
    public boolean needsBuild() {
        return runningBuild().isEmpty()
                || !settings.isEmpty()
                || files.stream().anyMatch(change -> change.action() != Action.KEEP);
    }

    /**
     * Applies the plan. Does nothing if it is empty. After a failure, the previous build is still running.
     *
     * @throws DeployException if the build fails or takes too long, or if someone else has deployed since the plan was made
     * @throws dev.parlance.account.AccountException if Twilio refuses a request or cannot be reached; you can run the same
     *     deployment again
     */
    public Deployment apply() {
        return rollout.run(this);
    }

    FunctionsProject project() {
        return project;
    }

    String environmentName() {
        return environmentName;
    }

    Optional<Service> service() {
        return service;
    }

    Optional<Environment> environment() {
        return environment;
    }

    Optional<String> runningBuild() {
        return environment.flatMap(Environment::build);
    }

    Optional<Setting> variableNow(String key) {
        return variablesNow.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    /** The changes as text, one per line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(service.isPresent() ? "Service " : "New service ").append(project.name());
        text.append(environment.isPresent() ? ", environment " : ", new environment ")
                .append(environmentName);
        environment.ifPresent(it -> text.append(" (").append(it.domain()).append(')'));
        text.append('\n');
        lines().forEach(line -> text.append("  ").append(line).append('\n'));
        warnings().forEach(warning -> text.append("Warning: ").append(warning).append('\n'));
        return text.append(summary()).append('\n').toString();
    }

    private Stream<String> lines() {
        return Stream.of(
                        files.stream()
                                .filter(change -> change.action() != Action.KEEP)
                                .map(FileChange::toString),
                        settings.stream().map(change -> settingsAction().sign() + " " + change),
                        variables.stream()
                                .filter(change -> change.action() != Action.KEEP)
                                .map(VariableChange::toString))
                .flatMap(lines -> lines);
    }

    private Action settingsAction() {
        return runningBuild().isEmpty() ? Action.CREATE : Action.CHANGE;
    }

    private String summary() {
        if (isEmpty()) {
            return "Nothing to do: all %d files and %d variables are up to date."
                    .formatted(files.size(), variables.size());
        }
        long uploads = files.stream().filter(FileChange::isUploaded).count();
        long removed = files.stream()
                .filter(change -> change.action() == Action.REMOVE)
                .count();
        return "%d to upload, %d to remove, %d unchanged; %s."
                .formatted(
                        uploads,
                        removed,
                        files.size() - uploads - removed,
                        needsBuild() ? "one new build" : "no new build");
    }

    /** The plan as JSON: an object with {@code service}, {@code environment}, {@code files}, {@code variables} … */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("service", project.name());
        json.put("newService", service.isEmpty());
        json.put("environment", environmentName);
        json.put("newEnvironment", environment.isEmpty());
        json.put("domain", environment.map(Environment::domain).orElse(null));
        json.put("empty", isEmpty());
        json.put("newBuild", needsBuild());
        ArrayNode fileList = json.putArray("files");
        files.forEach(change -> fileList.add(json(change)));
        ArrayNode settingList = json.putArray("settings");
        settings.forEach(settingList::add);
        ArrayNode variableList = json.putArray("variables");
        variables.forEach(change ->
                variableList.addObject().put("action", word(change.action())).put("key", change.key()));
        ArrayNode warningList = json.putArray("warnings");
        warnings().forEach(warning -> warningList.add(warning.toString()));
        return json.toPrettyString();
    }

    private static ObjectNode json(FileChange change) {
        ObjectNode json = JSON.createObjectNode().put("action", word(change.action()));
        change.file()
                .ifPresentOrElse(
                        file -> json.put("kind", file.kind().toString())
                                .put("path", file.path())
                                .put("visibility", file.visibility().toString())
                                .put("bytes", file.size()),
                        () -> change.deployed()
                                .ifPresent(file -> json.put("kind", file.kind().toString())
                                        .put("path", file.path())
                                        .put("visibility", file.visibility().toString())));
        return change.reason().isEmpty() ? json : json.put("why", change.reason());
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }
}
