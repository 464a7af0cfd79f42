package dev.parlance.serverless;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A build: versions of functions and assets that run together.
 *
 * @param sid Twilio's name for it ({@code ZB…})
 * @param status how far it is
 * @param created when it was begun
 * @param files what it is made of
 * @param dependencies the packages of npm that it has, with their versions
 * @param runtime its Node, if this library's SDK knows it
 */
public record Build(
        String sid,
        Status status,
        Instant created,
        List<DeployedFile> files,
        Map<String, String> dependencies,
        Optional<String> runtime) {

    /** How far a build is. */
    public enum Status {
        /** Twilio is at it. */
        BUILDING,
        /** It can be deployed. */
        COMPLETED,
        /** It will never be. */
        FAILED
    }
}
