package dev.parlance.survey.machine;

/** What comes after a reply. */
public sealed interface Next {
    /** Waits for the person's answer. */
    record Wait() implements Next {}

    /** The session is over; a call hangs up. */
    record End() implements Next {}

    /**
     * Hands over to someone else.
     *
     * @param to a phone number, or the URL of another application
     */
    record HandOver(String to) implements Next {
        /** Whether it hands over to an application, at a URL. */
        public boolean isUrl() {
            return to.contains("://");
        }
    }
}
