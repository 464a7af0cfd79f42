package dev.parlance.account;

import java.util.Arrays;

/** The status of a message. */
public enum DeliveryStatus {
    /** Accepted by a messaging service, which will choose the sender. */
    ACCEPTED,
    /** Scheduled for later. */
    SCHEDULED,
    /** Canceled before it was sent. */
    CANCELED,
    /** Waiting to be sent. */
    QUEUED,
    /** Being sent to the carrier. */
    SENDING,
    /** Accepted by the carrier. */
    SENT,
    /** Delivered to the phone, according to the carrier. */
    DELIVERED,
    /** Delivered to some members of a group. */
    PARTIALLY_DELIVERED,
    /** Not delivered by the carrier. */
    UNDELIVERED,
    /** Not sent. */
    FAILED,
    /** Opened by the recipient; only on channels that report it. */
    READ,
    /** Being received by Twilio. */
    RECEIVING,
    /** Received by Twilio. */
    RECEIVED,
    /** A status that this library does not know. */
    UNKNOWN;

    static DeliveryStatus of(String twilioName) {
        return Arrays.stream(values())
                .filter(status -> status.name().equalsIgnoreCase(twilioName))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
