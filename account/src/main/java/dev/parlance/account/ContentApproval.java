package dev.parlance.account;

import java.util.Locale;
import java.util.Map;

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

        static Status of(String word) {
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

    static ContentApproval of(Map<?, ?> whatsApp) {
        return new ContentApproval(
                Status.of(text(whatsApp, "status")), text(whatsApp, "name"), text(whatsApp, "rejection_reason"));
    }

    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    /** Whether it can be sent at any time. */
    public boolean isApproved() {
        return status == Status.APPROVED;
    }
}
