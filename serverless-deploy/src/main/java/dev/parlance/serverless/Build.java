package dev.parlance.serverless;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A build: a set of function and asset versions that run together. */
public final class Build {
    private final String sid;
    private final Status status;
    private final Instant created;
    private final List<DeployedFile> files;
    private final Map<String, String> dependencies;
    private final Optional<String> runtime;

    /** The status of a build. */
    public enum Status {
        /** In progress. */
        BUILDING,
        /** Ready to be deployed. */
        COMPLETED,
        /** Failed; it can't be deployed. */
        FAILED
    }

    Build(
            String sid,
            Status status,
            Instant created,
            List<DeployedFile> files,
            Map<String, String> dependencies,
            Optional<String> runtime) {
        this.sid = sid;
        this.status = status;
        this.created = created;
        this.files = List.copyOf(files);
        this.dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
        this.runtime = runtime;
    }

    /** Its SID ({@code ZB…}). */
    public String sid() {
        return sid;
    }

    /** Its status. */
    public Status status() {
        return status;
    }

    /** When it was created. */
    public Instant created() {
        return created;
    }

    /** The functions and assets in it. */
    public List<DeployedFile> files() {
        return files;
    }

    /** Its npm packages and their versions. */
    public Map<String, String> dependencies() {
        return dependencies;
    }

    /** Its Node.js version; empty if the Twilio SDK does not report it. */
    public Optional<String> runtime() {
        return runtime;
    }

    /** The SID and the status. */
    @Override
    public String toString() {
        return sid + " " + status;
    }
}
