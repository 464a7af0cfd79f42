package dev.parlance.serverless;

import dev.parlance.serverless.VariablesApi.Setting;
import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.FunctionsProject;
import dev.parlance.serverless.project.ProjectFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a project with the running build. */
final class Comparison {
    private final FunctionsProject project;
    private final State state;
    private final Optional<Build> running;
    private final Map<Place, DeployedFile> deployed = new LinkedHashMap<>();

    private record Place(FileKind kind, String path) {}

    Comparison(FunctionsProject project, State state, Optional<Build> running) {
        this.project = project;
        this.state = state;
        this.running = running;
        running.ifPresent(build ->
                build.files().forEach(file -> deployed.put(new Place(file.kind(), file.path()), file)));
    }

    /** The deployed files that the project also has, and whose hash is not in the state file. */
    List<DeployedFile> withoutHash() {
        return project.files().stream()
                .flatMap(file -> deployedFile(file).stream())
                .filter(file -> state.hash(file.version()).isEmpty())
                .toList();
    }

    List<FileChange> files() {
        List<FileChange> changes = new ArrayList<>();
        Map<Place, DeployedFile> removed = new LinkedHashMap<>(deployed);
        for (ProjectFile file : project.files()) {
            removed.remove(place(file));
            changes.add(deployedFile(file)
                    .map(deployedFile -> compare(file, deployedFile))
                    .orElseGet(() -> FileChange.create(file)));
        }
        removed.values().forEach(file -> changes.add(FileChange.remove(file)));
        return changes;
    }

    private static Place place(ProjectFile file) {
        return new Place(file.kind(), file.path());
    }

    private Optional<DeployedFile> deployedFile(ProjectFile file) {
        return Optional.ofNullable(deployed.get(place(file)));
    }

    private FileChange compare(ProjectFile file, DeployedFile deployedFile) {
        Optional<String> hash = state.hash(deployedFile.version());
        if (file.visibility() != deployedFile.visibility()) {
            return FileChange.change(file, deployedFile, "was " + deployedFile.visibility());
        }
        if (hash.isEmpty()) {
            return FileChange.change(file, deployedFile, "Twilio does not show its current content");
        }
        return hash.get().equals(file.sha256())
                ? FileChange.keep(file, deployedFile)
                : FileChange.change(file, deployedFile, "");
    }

    /** The differences in dependencies and runtime, one phrase each. */
    List<String> settings() {
        return running.map(this::settings).orElseGet(this::allSettings);
    }

    private List<String> allSettings() {
        List<String> all = new ArrayList<>();
        if (!project.dependencies().isEmpty()) {
            all.add("dependencies " + project.dependencies());
        }
        project.runtime().ifPresent(node -> all.add("runtime " + node));
        return all;
    }

    private List<String> settings(Build build) {
        List<String> changes = new ArrayList<>();
        Optional<State.BuildInputs> inputs = state.build(build.sid());
        Map<String, String> dependencies =
                inputs.map(State.BuildInputs::dependencies).orElse(build.dependencies());
        if (!dependencies.equals(project.dependencies())) {
            changes.add("dependencies " + dependencies + " -> " + project.dependencies());
        }
        String runtime = inputs.flatMap(known -> Optional.ofNullable(known.runtime()))
                .or(build::runtime)
                .orElse("unknown");
        project.runtime()
                .filter(wanted -> !wanted.equals(runtime))
                .ifPresent(wanted -> changes.add("runtime " + runtime + " -> " + wanted));
        return changes;
    }

    List<VariableChange> variables(List<Setting> settings, boolean removing) {
        List<VariableChange> changes = new ArrayList<>();
        Set<String> set = new HashSet<>();
        for (Setting setting : settings) {
            set.add(setting.key());
            String wanted = project.variables().get(setting.key());
            if (wanted == null) {
                changes.add(new VariableChange(removing ? Action.REMOVE : Action.KEEP, setting.key()));
            } else {
                boolean same = wanted.equals(setting.value());
                changes.add(new VariableChange(same ? Action.KEEP : Action.CHANGE, setting.key()));
            }
        }
        project.variables().keySet().stream()
                .filter(key -> !set.contains(key))
                .sorted()
                .forEach(key -> changes.add(new VariableChange(Action.CREATE, key)));
        return changes;
    }
}
