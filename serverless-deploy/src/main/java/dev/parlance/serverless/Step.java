package dev.parlance.serverless;

/**
 * A step of a deployment, for a progress bar or a log.
 *
 * @param kind the kind of step
 * @param label what the step is about, such as a path; can be empty
 * @param done how many steps of this kind are done
 * @param total how many steps of this kind there are; 0 if unknown
 */
public record Step(Kind kind, String label, int done, int total) {
    /** The kinds of steps, in order. */
    public enum Kind {
        /** The project is compared with the running build. */
        COMPARING("Comparing"),
        /** A service or environment is created. */
        CREATING("Creating"),
        /** A file was uploaded. */
        UPLOADING("Uploading"),
        /** Twilio is building. */
        BUILDING("Building"),
        /** A variable was set or removed. */
        SETTING_VARIABLES("Setting variables"),
        /** The build is deployed. */
        DEPLOYING("Deploying");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** {@code Uploading 3/12 /hello}. */
    @Override
    public String toString() {
        String count = total == 0 ? "" : " " + done + "/" + total;
        return kind.label + count + (label.isEmpty() ? "" : " " + label);
    }
}
