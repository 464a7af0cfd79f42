package dev.parlance.serverless;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A build: a set of function and asset versions that run together.
 *
 * @param sid its SID ({@code ZB…})
 * @param status its status
 * @param created when it was created
 * @param files the functions and assets in it
 * @param dependencies its npm packages and their versions
 * @param runtime its Node.js version; empty if the Twilio SDK does not report it
 */
public record Build(
        String sid,
        Status status,
        Instant created,
        List<DeployedFile> files,
        Map<String, String> dependencies,
        Optional<String> runtime) {

    /** The status of a build. */
    public enum Status {
        /** In progress. */
        BUILDING,
        /** Ready to be deployed. */
        COMPLETED,
        /** Failed; it can't be deployed. */
        FAILED
    }
}
