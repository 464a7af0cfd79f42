package dev.parlance.fake.twilio;

/**
 * The advertisement or post that a person tapped to start a chat.
 *
 * @param sourceType {@code ad} or {@code post}
 * @param sourceId its ID
 * @param sourceUrl its URL
 * @param headline its heading
 * @param body its text
 * @param clickId the ID of the tap, which webhooks report as {@code ReferralCtwaClid}
 */
public record FakeReferral(
        String sourceType, String sourceId, String sourceUrl, String headline, String body, String clickId) {
    /** An advertisement. */
    public static FakeReferral ad(String sourceId, String headline) {
        return new FakeReferral(
                "ad", sourceId, "https://example.com/ads/" + sourceId, headline, "", "click-" + sourceId);
    }
}
