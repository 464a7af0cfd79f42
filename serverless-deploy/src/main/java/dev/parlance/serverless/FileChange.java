package dev.parlance.serverless;

import dev.parlance.serverless.project.ProjectFile;
import java.util.Optional;

/**
 * A planned change to a function or asset.
 *
 * @param action what the deployment does with it
 * @param file the file in the project; empty if it is removed
 * @param deployed the deployed file; empty if it is new
 * @param reason the reason for the upload, if not a change of content; otherwise empty
 */
public record FileChange(Action action, Optional<ProjectFile> file, Optional<DeployedFile> deployed, String reason) {
    static FileChange create(ProjectFile file) {
        return new FileChange(Action.CREATE, Optional.of(file), Optional.empty(), "");
    }

    static FileChange change(ProjectFile file, DeployedFile deployed, String why) {
        return new FileChange(Action.CHANGE, Optional.of(file), Optional.of(deployed), why);
    }

    static FileChange keep(ProjectFile file, DeployedFile deployed) {
        return new FileChange(Action.KEEP, Optional.of(file), Optional.of(deployed), "");
    }

    static FileChange remove(DeployedFile deployed) {
        return new FileChange(Action.REMOVE, Optional.empty(), Optional.of(deployed), "");
    }

    boolean isUploaded() {
        return action == Action.CREATE || action == Action.CHANGE;
    }

    /** {@code + public function /hello (812 bytes)}. */
    @Override
    public String toString() {
        String what = file.map(it -> it + " (" + it.size() + " bytes)")
                .orElseGet(() -> deployed.map(DeployedFile::toString).orElse(""));
        return action.sign() + " " + what + (reason.isEmpty() ? "" : ": " + reason);
    }
}
