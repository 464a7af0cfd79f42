package dev.parlance.fake.twilio.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of an answer after masking. */
class MasksTest {
    private static final List<String> SECRETS = List.of(
            "4155550123",
            "7700900123",
            "Ada Lovelace",
            "ada@example.org",
            "see you at nine",
            "sk-live",
            "123456",
            "a1b2c3d4",
            "lovelace-service",
            "nickname",
            "51.5074");
    private final Masks masks = new Masks();

    @Test
    void nothing_personal_or_secret_is_left() throws Exception {
        JsonNode masked = masks.json("", new ObjectMapper().readTree("""
                {"sid": "SMa1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4", "to": "+14155550123", "from": "whatsapp:+447700900123",
                 "body": "see you at nine", "friendly_name": "Ada Lovelace", "email": "ada@example.org",
                 "auth_token": "sk-live", "code": "123456", "latitude": 51.5074, "status": "Ada Lovelace",
                 "uri": "/v1/Services/lovelace-service/+14155550123", "message": "'+14155550123' is not a number",
                 "attributes": {"nickname": 7}, "Ada Lovelace": [["ada@example.org"]]}"""));
        assertThat(masked.toString()).doesNotContain(SECRETS);
    }

    @Test
    void what_a_program_decides_by_is_kept() throws Exception {
        String answer = "{\"status\":\"queued\",\"code\":21211,\"error_code\":null,\"beta\":false,"
                + "\"date_created\":\"Mon, 30 Nov 2026 07:00:00 +0000\","
                + "\"more_info\":\"https://www.twilio.com/docs/errors/21211\"}";
        assertThat(masks.json("", new ObjectMapper().readTree(answer))).hasToString(answer);
    }

    @Test
    void the_same_value_has_the_same_mask() {
        assertThat(masks.value("to", "+14155550123"))
                .isEqualTo(masks.value("From", "+14155550123"))
                .isNotEqualTo(masks.value("to", "+14155550124"));
        assertThat(masks.value("to", "whatsapp:+14155550123")).isEqualTo("whatsapp:+12025550100");
    }

    @Test
    void a_number_keeps_its_country_and_length() {
        assertThat(masks.value("to", "+14155550123")).isEqualTo("+12025550100");
        assertThat(masks.value("to", "+447700900123")).isEqualTo("+440000000001");
    }

    @Test
    void a_sid_keeps_its_prefix() {
        assertThat(masks.value("sid", "AC" + "a1b2c3d4".repeat(4))).isEqualTo("AC" + "0".repeat(32));
        assertThat(masks.value("sid", "SM" + "a1b2c3d4".repeat(4))).isEqualTo("SM" + "0".repeat(31) + "1");
    }
}
