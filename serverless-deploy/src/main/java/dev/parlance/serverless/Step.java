package dev.parlance.serverless;

/**
 * How far a deployment is, for a progress bar or a log.
 *
 * @param kind what is done
 * @param what to which thing, or an empty text
 * @param done how many of its kind are done
 * @param total how many there are; 0 where nobody knows
 */
public record Step(Kind kind, String what, int done, int total) {
    /** The parts of a deployment, in their order. */
    public enum Kind {
        /** What runs is compared with the project. */
        COMPARING("Comparing"),
        /** A service or an environment is made. */
        CREATING("Creating"),
        /** A file was uploaded. */
        UPLOADING("Uploading"),
        /** Twilio builds. */
        BUILDING("Building"),
        /** A variable was set or removed. */
        SETTING_VARIABLES("Setting variables"),
        /** The build is deployed. */
        DEPLOYING("Deploying");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** {@code Uploading 3/12 /hello}. */
    @Override
    public String toString() {
        String count = total == 0 ? "" : " " + done + "/" + total;
        return kind.words + count + (what.isEmpty() ? "" : " " + what);
    }
}
