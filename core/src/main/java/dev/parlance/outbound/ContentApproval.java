package dev.parlance.outbound;

import java.util.Locale;

/**
 * The state of WhatsApp's review of a content.
 *
 * @param status the status
 * @param name the template's name at WhatsApp; empty before the request
 * @param rejectionReason why WhatsApp rejected it; otherwise empty
 */
public record ContentApproval(Status status, String name, String rejectionReason) {
    /** The status of a review. */
    public enum Status {
        UNSUBMITTED,
        RECEIVED,
        PENDING,
        APPROVED,
        REJECTED,
        PAUSED,
        DISABLED,
        /** A status that this version does not know. */
        OTHER;

        /** The status that Twilio names so. */
        public static Status of(String word) {
            for (Status status : values()) {
                if (status.name().equals(word.toUpperCase(Locale.ROOT))) {
                    return status;
                }
            }
            return OTHER;
        }
    }

    /** What a template is for. WhatsApp prices and reviews by it. */
    public enum Category {
        UTILITY,
        MARKETING,
        AUTHENTICATION
    }

    /** Whether it can be sent at any time. */
    public boolean isApproved() {
        return status == Status.APPROVED;
    }
}
