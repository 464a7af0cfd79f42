package dev.parlance.serverless;

import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.Visibility;

/**
 * A function or an asset as a build has it.
 *
 * @param kind which of the two
 * @param path where it is reached
 * @param visibility who may reach it
 * @param sid the function or asset ({@code ZH…})
 * @param version the version of it that the build has ({@code ZN…}), whose bytes never change
 */
public record DeployedFile(FileKind kind, String path, Visibility visibility, String sid, String version) {
    /** {@code public function /hello}. */
    @Override
    public String toString() {
        return visibility + " " + kind + " " + path;
    }
}
