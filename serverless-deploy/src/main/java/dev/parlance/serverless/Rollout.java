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

/** Applies a plan. Changes nothing in the environment until the new build is complete. */
final class Rollout {
    private static final int REFUSED = 400;

    private final FunctionsApi api;
    private final State state;
    private final Progress progress;
    private final Polling polling;

    Rollout(FunctionsApi api, State state, Progress progress, Polling polling) {
        this.api = api;
        this.state = state;
        this.progress = progress;
        this.polling = polling;
    }

    Deployment run(Plan plan) {
        state.save(); // fail now if the file is not writable
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
        api.environments().requireBuild(environment, before, "");
        String done = setVariables(plan, environment);
        if (!done.isEmpty()) {
            api.environments().requireBuild(environment, before, done);
        }
        progress.report(Step.Kind.DEPLOYING, environment.domain());
        api.environments().deploy(environment, build.sid());
        state.save();
        return Deployment.of(service, environment.running(build.sid()), before, files);
    }

    private Service createService(String name) {
        progress.report(Step.Kind.CREATING, "service " + name);
        return api.services().create(name);
    }

    private Environment createEnvironment(Service service, String name) {
        progress.report(Step.Kind.CREATING, "environment " + name);
        return api.environments().create(service, name);
    }

    /** Uploads changed files, and returns all files of the build: unchanged ones and new versions. */
    private List<DeployedFile> upload(Plan plan, Service service) {
        List<FileChange> uploads =
                plan.files().stream().filter(FileChange::isUploaded).toList();
        Map<FileKind, Map<String, String>> owners = owners(plan, service);
        Progress.Count count = progress.count(Step.Kind.UPLOADING, uploads.size());
        List<DeployedFile> uploaded;
        try {
            uploaded = Parallel.map(uploads, change -> {
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
        Stream<DeployedFile> unchanged = plan.files().stream()
                .filter(change -> change.action() == Action.KEEP)
                .flatMap(change -> change.deployed().stream());
        return Stream.concat(unchanged, uploaded.stream()).toList();
    }

    /** Existing functions and assets, even if no build contains them. A new service has none. */
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
        progress.report(Step.Kind.BUILDING, "");
        Build build = startBuild(plan, service, files);
        state.remember(build.sid(), dependencies, runtime);
        Progress.Count polls = progress.count(Step.Kind.BUILDING, 0);
        api.builds().await(service.sid(), build.sid(), polling, () -> polls.done(build.sid()), hints(plan));
        return build;
    }

    private Build startBuild(Plan plan, Service service, List<DeployedFile> files) {
        try {
            return api.builds()
                    .create(
                            service,
                            files,
                            plan.project().dependencies(),
                            plan.project().runtime(),
                            plan.runningBuild());
        } catch (AccountException e) {
            if (e.httpStatus().orElse(0) != REFUSED) {
                throw e;
            }
            String message = e.twilioMessage().orElse("nothing");
            throw new DeployException("Twilio refused the build. Twilio says: " + message, e);
        }
    }

    /** Possible causes of a failed build. Twilio shows the actual cause only in its console. */
    private static String hints(Plan plan) {
        String changed = plan.files().stream()
                .filter(FileChange::isUploaded)
                .flatMap(change -> change.file().stream())
                .filter(file -> file.kind() == FileKind.FUNCTION)
                .map(ProjectFile::path)
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder();
        if (!plan.project().dependencies().isEmpty()) {
            text.append("\n  Dependencies: ").append(plan.project().dependencies());
            text.append("; check them with `npm install`");
            plan.project().runtime().ifPresent(node -> text.append(" on ").append(node));
        }
        if (!changed.isEmpty()) {
            text.append("\n  New or changed functions: ").append(changed);
            text.append("; check them with `node --check`");
        }
        return text.toString();
    }

    /** Sets and removes variables. Returns the end of a sentence for the error message if the deployment then stops. */
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
                : ", but these variables have already been changed: "
                        + changes.stream().map(VariableChange::key).collect(Collectors.joining(", "));
    }

    private static String value(Plan plan, String key) {
        return Optional.ofNullable(plan.project().variables().get(key)).orElseThrow();
    }
}
