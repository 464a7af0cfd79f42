package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consents, and the registration of brands and campaigns for texts in the US. */
class CampaignsTest {
    private static final String BOB = "+14155550123";
    private static final String OURS = "+14155550100";
    private static final String BUNDLE = "BU" + "0".repeat(32);
    private static final String ID = "0123456789abcdef0123456789abcdef";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest api = new Rest(twilio, "api.twilio.com");
    private final Rest accounts = new Rest(twilio, "accounts.twilio.com");
    private final Rest messaging = new Rest(twilio, "messaging.twilio.com");
    private String campaigns;

    @BeforeEach
    void setUp() {
        campaigns = "/v1/Services/" + twilio.messagingService(OURS) + "/Compliance/Usa2p";
    }

    private Answer brand(String mock) {
        return messaging.post(
                "/v1/a2p/BrandRegistrations",
                "CustomerProfileBundleSid",
                BUNDLE,
                "A2PProfileBundleSid",
                BUNDLE,
                "Mock",
                mock);
    }

    private Answer campaign(String brand) {
        return messaging.post(
                campaigns,
                "BrandRegistrationSid",
                brand,
                "Description",
                "Feedback of customers",
                "MessageFlow",
                "Customers opt in at the till.",
                "MessageSamples",
                "How was it? 1 to 5.",
                "MessageSamples",
                "Thank you.",
                "UsAppToPersonUsecase",
                "POLLING_VOTING",
                "HasEmbeddedLinks",
                "false",
                "HasEmbeddedPhone",
                "false");
    }

    private String statusOfText() {
        String sid = api.text(BOB, OURS, "How was it?").sid();
        twilio.settle();
        Answer text = api.get(api.account() + "/Messages/" + sid + ".json");
        return text.text("status") + " " + text.text("error_code");
    }

    @Test
    void texts_need_no_campaign_unless_the_test_asks_for_it() {
        assertThat(statusOfText()).isEqualTo("delivered null");
    }

    @Test
    void a_text_in_the_us_without_a_verified_campaign_is_undelivered() {
        twilio.needsCampaigns();
        String brand = brand("false").sid();
        String campaign = campaign(brand).sid();
        assertThat(statusOfText()).isEqualTo("undelivered 30034");
        twilio.review(brand, "APPROVED").review(campaign, "VERIFIED");

        assertThat(statusOfText()).isEqualTo("delivered null");
        assertThat(messaging.get(campaigns + "/" + campaign).text("campaign_status"))
                .isEqualTo("VERIFIED");
        assertThat(messaging.get("/v1/a2p/BrandRegistrations/" + brand).text("status"))
                .isEqualTo("APPROVED");
    }

    @Test
    void a_mock_brand_is_approved_by_the_clock() {
        Answer brand = brand("true");
        assertThat(brand.text("status")).isEqualTo("PENDING");
        twilio.advance(Duration.ofMinutes(1));

        assertThat(messaging.get("/v1/a2p/BrandRegistrations/" + brand.sid()).text("status"))
                .isEqualTo("APPROVED");
    }

    @Test
    void a_campaign_needs_a_brand_and_samples() {
        isError(campaign("BN" + "0".repeat(31) + "f"), 404, 20404);
        isError(
                messaging.post(
                        campaigns,
                        "BrandRegistrationSid",
                        brand("false").sid(),
                        "Description",
                        "Feedback of customers",
                        "MessageFlow",
                        "Customers opt in at the till.",
                        "MessageSamples",
                        "How was it? 1 to 5.",
                        "UsAppToPersonUsecase",
                        "POLLING_VOTING",
                        "HasEmbeddedLinks",
                        "false",
                        "HasEmbeddedPhone",
                        "false"),
                400,
                20001);
    }

    @Test
    void only_what_exists_is_reviewed() {
        assertThatThrownBy(() -> twilio.review("BN" + "0".repeat(31) + "f", "APPROVED"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no brand");
    }

    private Answer consent(String contact, String status) {
        return accounts.post(
                "/v1/Consents/Bulk",
                "Items",
                "{\"contact_id\": \"" + contact + "\", \"correlation_id\": \"" + ID + "\", \"sender_id\": \"" + OURS
                        + "\", \"status\": \"" + status + "\", \"source\": \"website\"}");
    }

    @Test
    void someone_who_opts_out_by_a_consent_gets_no_texts() {
        assertThat(consent(BOB, "opt-out")
                        .json()
                        .path("items")
                        .path(0)
                        .path("error_code")
                        .asInt())
                .isZero();
        isError(api.text(BOB, OURS, "How was it?"), 400, 21610);
        consent(BOB, "opt-in");

        assertThat(api.text(BOB, OURS, "How was it?").status()).isEqualTo(201);
    }

    @Test
    void each_invalid_item_has_its_errors() {
        assertThat(consent("Bob", "maybe").json().path("items").path(0).toString())
                .isEqualTo("{\"correlation_id\":\"" + ID
                        + "\",\"error_code\":30646,\"error_messages\":[\"INVALID_CONTACT_ID\",\"INVALID_STATUS\"]}");
        Answer contact = accounts.post(
                "/v1/Contacts/Bulk",
                "Items",
                "{\"contact_id\": \"" + BOB + "\", \"correlation_id\": \"" + ID + "\", \"country_iso_code\": \"US\"}");
        assertThat(contact.json().path("items").path(0).path("error_messages").toString())
                .isEqualTo("[\"INVALID_ZIP_CODE\"]");
    }
}
