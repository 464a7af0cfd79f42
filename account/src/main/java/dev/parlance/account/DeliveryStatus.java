package dev.parlance.account;

import java.util.Arrays;

/** What became of a message. */
public enum DeliveryStatus {
    /** Taken by a messaging service, which will choose the sender. */
    ACCEPTED,
    /** To be sent at a later time. */
    SCHEDULED,
    /** Taken back before it was sent. */
    CANCELED,
    /** Waiting to be sent. */
    QUEUED,
    /** On its way to the carrier. */
    SENDING,
    /** Taken by the carrier. */
    SENT,
    /** On the person's phone, says the carrier. */
    DELIVERED,
    /** Delivered to some of a group. */
    PARTIALLY_DELIVERED,
    /** Not delivered by the carrier. */
    UNDELIVERED,
    /** Not sent. */
    FAILED,
    /** Opened by the person; on channels that tell. */
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
