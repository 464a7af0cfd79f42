package dev.parlance.survey.machine;

/** What comes after a reply. */
public sealed interface Next {
    /** The person's answer is waited for. */
    record Wait() implements Next {}

    /** It is over: a call is hung up. */
    record End() implements Next {}

    /**
     * Somebody else takes over.
     *
     * @param to a phone number, or the URL of another application
     */
    record HandOver(String to) implements Next {
        /** Whether another application takes over, at a URL. */
        public boolean isUrl() {
            return to.contains("://");
        }
    }
}
