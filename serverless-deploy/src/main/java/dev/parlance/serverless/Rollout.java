package dev.parlance.serverless;

import dev.parlance.account.AccountException;
import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.ProjectFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Does what a plan says. Nothing that runs is touched before the build is complete. */
final class Rollout {
    private final FunctionsApi api;
    private final State state;
    private final Progress progress;
    private final Waiting waiting;

    Rollout(FunctionsApi api, State state, Progress progress, Waiting waiting) {
        this.api = api;
        this.state = state;
        this.progress = progress;
        this.waiting = waiting;
    }

    Deployment run(Plan plan) {
        Service service =
                plan.service().orElseGet(() -> createService(plan.project().name()));
        Environment environment =
                plan.environment().orElseGet(() -> createEnvironment(service, plan.environmentName()));
        Optional<String> before = plan.runningBuild();
        if (!plan.needsBuild()) {
            setVariables(plan, environment);
            List<DeployedFile> files = plan.files().stream()
                    .flatMap(change -> change.deployed().stream())
                    .toList();
            return Deployment.of(service, environment, before, files);
        }
        List<DeployedFile> files = upload(plan, service);
        Build build = build(plan, service, files);
        checkUnchanged(environment, before, "");
        String done = setVariables(plan, environment);
        if (!done.isEmpty()) {
            checkUnchanged(environment, before, done);
        }
        progress.tell(Step.Kind.DEPLOYING, environment.domain());
        api.environments().deploy(environment, build.sid());
        state.save();
        return Deployment.of(service, environment.running(build.sid()), before, files);
    }

    private Service createService(String name) {
        progress.tell(Step.Kind.CREATING, "service " + name);
        return api.services().create(name);
    }

    private Environment createEnvironment(Service service, String name) {
        progress.tell(Step.Kind.CREATING, "environment " + name);
        return api.environments().create(service, name);
    }

    /** All files of the build: those that stay, and the new versions of those that do not. */
    private List<DeployedFile> upload(Plan plan, Service service) {
        List<FileChange> uploads =
                plan.files().stream().filter(FileChange::isUploaded).toList();
        Map<FileKind, Map<String, String>> owners = owners(plan, service);
        Progress.Count count = progress.count(Step.Kind.UPLOADING, uploads.size());
        List<DeployedFile> uploaded;
        try {
            uploaded = Together.map(uploads, change -> {
                ProjectFile file = change.file().orElseThrow();
                String owner = change.deployed()
                        .map(DeployedFile::sid)
                        .or(() -> Optional.ofNullable(
                                owners.getOrDefault(file.kind(), Map.of()).get(file.path())))
                        .orElseGet(() -> api.files().createOwner(service, file.kind(), file.path()));
                DeployedFile version = api.files().upload(service, owner, file);
                state.remember(version.version(), file.sha256());
                count.done(file.path());
                return version;
            });
        } finally {
            state.save();
        }
        Stream<DeployedFile> kept = plan.files().stream()
                .filter(change -> change.action() == Action.KEEP)
                .flatMap(change -> change.deployed().stream());
        return Stream.concat(kept, uploaded.stream()).toList();
    }

    /** Functions and assets that may be there although nothing of them runs; none in a service that is new. */
    private Map<FileKind, Map<String, String>> owners(Plan plan, Service service) {
        Map<FileKind, Map<String, String>> owners = new HashMap<>();
        if (plan.service().isPresent()) {
            plan.files().stream()
                    .filter(change -> change.action() == Action.CREATE)
                    .map(change -> change.file().orElseThrow().kind())
                    .distinct()
                    .forEach(kind -> owners.put(kind, api.files().owners(service, kind)));
        }
        return owners;
    }

    private Build build(Plan plan, Service service, List<DeployedFile> files) {
        Map<String, String> dependencies = plan.project().dependencies();
        Optional<String> runtime = plan.project().runtime();
        progress.tell(Step.Kind.BUILDING, "");
        Build build;
        try {
            build = api.builds().create(service, files, dependencies, runtime, plan.runningBuild());
        } catch (AccountException e) {
            String words =
                    e.twilioMessage().map(said -> " Twilio says: " + said).orElse("");
            throw words.isEmpty() ? e : new DeployException("The build was refused." + words, e);
        }
        state.remember(build.sid(), dependencies, runtime);
        Progress.Count looks = progress.count(Step.Kind.BUILDING, 0);
        Build.Status status = waiting.until(
                () -> {
                    looks.done(build.sid());
                    return api.builds().status(service, build);
                },
                now -> now != Build.Status.BUILDING);
        return switch (status) {
            case COMPLETED -> build;
            case FAILED -> throw failed(plan, build);
            case BUILDING ->
                throw new DeployException("The build " + build.sid() + " is not complete after "
                        + waiting.limit().toMinutes()
                        + " minutes. What ran before still runs. Look at it in the console,"
                        + " or run the deployment again with a longer limit");
        };
    }

    /** Twilio tells nobody but its console why; so say what is left to look at. */
    private static DeployException failed(Plan plan, Build build) {
        String changed = plan.files().stream()
                .filter(FileChange::isUploaded)
                .filter(change -> change.file().orElseThrow().kind() == FileKind.FUNCTION)
                .map(change -> change.file().orElseThrow().path())
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("The build " + build.sid() + " failed. What ran before still runs.");
        text.append(" The API does not say why; what a build does is install dependencies and load functions.");
        if (!plan.project().dependencies().isEmpty()) {
            text.append("\n  Dependencies: ").append(plan.project().dependencies());
            text.append("; see whether `npm install` takes them");
            plan.project().runtime().ifPresent(node -> text.append(" on ").append(node));
        }
        if (!changed.isEmpty()) {
            text.append("\n  Functions that are new or changed: ").append(changed);
            text.append("; see whether `node --check` takes them");
        }
        return new DeployException(text.toString());
    }

    /** Two pipelines must not mix: whoever was overtaken stops here. */
    private void checkUnchanged(Environment environment, Optional<String> before, String done) {
        Optional<String> now = api.environments().now(environment).build();
        if (!now.equals(before)) {
            throw new DeployException("Somebody else deployed to " + environment.called() + " in the meantime: "
                    + before.orElse("nothing") + " ran when this began, " + now.orElse("nothing")
                    + " runs now. It was left"
                    + " alone" + done + ". Make a new plan");
        }
    }

    /** What was done, to be told if the deployment is then stopped; empty if nothing was. */
    private String setVariables(Plan plan, Environment environment) {
        List<VariableChange> changes = plan.variables().stream()
                .filter(change -> change.action() != Action.KEEP)
                .toList();
        Progress.Count count = progress.count(Step.Kind.SETTING_VARIABLES, changes.size());
        for (VariableChange change : changes) {
            String key = change.key();
            switch (change.action()) {
                case CREATE -> api.variables().create(environment, key, value(plan, key));
                case CHANGE ->
                    api.variables().change(environment, plan.variableNow(key).orElseThrow(), value(plan, key));
                case REMOVE ->
                    api.variables().remove(environment, plan.variableNow(key).orElseThrow());
                case KEEP -> throw new IllegalStateException(key);
            }
            count.done(key);
        }
        return changes.isEmpty()
                ? ""
                : ", but these variables have been set: "
                        + changes.stream().map(VariableChange::key).collect(Collectors.joining(", "));
    }

    private static String value(Plan plan, String key) {
        return Optional.ofNullable(plan.project().variables().get(key)).orElseThrow();
    }
}
