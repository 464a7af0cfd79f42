package dev.parlance.serverless;

import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.Visibility;

/**
 * A function or asset in a build.
 *
 * @param kind function or asset
 * @param path its URL path
 * @param visibility who can call it
 * @param sid the SID of the function or asset ({@code ZH…})
 * @param version the SID of its version in the build ({@code ZN…}); a version's content never changes
 */
public record DeployedFile(FileKind kind, String path, Visibility visibility, String sid, String version) {
    /** {@code public function /hello}. */
    @Override
    public String toString() {
        return visibility + " " + kind + " " + path;
    }
}
