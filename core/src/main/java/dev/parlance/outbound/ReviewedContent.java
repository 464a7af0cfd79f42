package dev.parlance.outbound;

/**
 * A content that Twilio stores, and the state of WhatsApp's review.
 *
 * @param content the content
 * @param approval the state; {@code UNSUBMITTED} if nobody has asked for a review
 */
public record ReviewedContent(StoredContent content, ContentApproval approval) {}
