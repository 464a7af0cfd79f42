package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Registration of brands, campaigns and toll-free numbers for texts in the US. A test decides about them. */
public final class CampaignsApi {
    private static final String HOST = "messaging";
    private static final String BRANDS = "/v1/a2p/BrandRegistrations";
    private static final String CAMPAIGNS = "/v1/Services/{service}/Compliance/Usa2p";
    private static final String TOLL_FREE = "/v1/Tollfree/Verifications";
    /** How long the review of a mock brand and its campaigns takes. */
    private static final Duration MOCK_REVIEW = Duration.ofMinutes(1);
    /** The statuses that a review can end with, by the prefix of the SID. */
    private static final Map<String, List<String>> RESULTS = Map.of(
            "BN", List.of("APPROVED", "FAILED", "IN_REVIEW", "SUSPENDED", "PENDING"),
            "QE", List.of("VERIFIED", "FAILED", "IN_PROGRESS", "PENDING"),
            "HH", List.of("TWILIO_APPROVED", "TWILIO_REJECTED", "IN_REVIEW", "PENDING_REVIEW"));

    private final World world;

    CampaignsApi(World world) {
        this.world = world;
    }

    void effects(Effects effects) {
        effects.after("POST", HOST, BRANDS, this::addBrand)
                .before("POST", HOST, CAMPAIGNS, this::checkCampaign)
                .after("POST", HOST, CAMPAIGNS, this::addCampaign)
                .after(
                        "POST",
                        HOST,
                        TOLL_FREE,
                        (verification, exchange) -> verification.set("status", "PENDING_REVIEW"));
    }

    private void addBrand(Resource brand, Exchange exchange) {
        brand.set("status", "PENDING");
        if (exchange.form("BrandType").isEmpty()) {
            brand.set("brand_type", "STANDARD");
        }
        if (isMock(brand)) {
            world.timeline()
                    .at(
                            world.clock().instant().plus(MOCK_REVIEW),
                            "review of a brand",
                            () -> review(brand.sid(), "APPROVED"));
        }
    }

    private static boolean isMock(Resource resource) {
        return resource.get("mock").asBoolean();
    }

    private void checkCampaign(Exchange exchange) {
        brand(exchange);
        List<String> given = exchange.all("MessageSamples");
        JsonNode list = given.size() == 1 && given.get(0).startsWith("[") ? Json.parse(given.get(0)) : Json.array();
        int samples = Math.max(given.size(), list.size());
        if (samples < 2 || samples > 5) {
            throw ApiError.badRequest(20001, "MessageSamples must have 2 to 5 samples, but there are " + samples);
        }
    }

    private Resource brand(Exchange exchange) {
        String sid = exchange.form("BrandRegistrationSid");
        return world.resources()
                .find(exchange.account() + " " + HOST + BRANDS, sid)
                .orElseThrow(() -> ApiError.notFound("/a2p/BrandRegistrations/" + sid));
    }

    private void addCampaign(Resource campaign, Exchange exchange) {
        ObjectNode limits = Json.object();
        limits.putObject("att").put("mps", 240).put("msg_class", "A");
        limits.putObject("tmobile").put("brand_tier", "TOP");
        boolean mock = isMock(brand(exchange));
        campaign.set("campaign_status", "PENDING").set("rate_limits", limits).set("mock", Json.of(mock));
        if (mock) {
            world.timeline()
                    .at(
                            world.clock().instant().plus(MOCK_REVIEW),
                            "review of a campaign",
                            () -> review(campaign.sid(), "VERIFIED"));
        }
    }

    /** Sets the result of a review. */
    public void review(String sid, String status) {
        List<String> allowed = RESULTS.getOrDefault(sid.substring(0, Math.min(2, sid.length())), List.of());
        Resource reviewed = world.resources()
                .find(sid)
                .filter(any -> allowed.contains(status))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no brand, campaign or toll-free verification " + sid + " that can become " + status));
        reviewed.set(sid.startsWith("QE") ? "campaign_status" : "status", status);
        if (status.equals("VERIFIED")) {
            reviewed.set("campaign_id", "C" + sid.substring(sid.length() - 6).toUpperCase(Locale.ROOT));
        }
        reviewed.setDate("date_updated", world.clock().instant());
    }
}
