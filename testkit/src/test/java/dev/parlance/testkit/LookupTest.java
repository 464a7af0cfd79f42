package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.LineType;
import dev.parlance.testkit.Rest.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lookup: what is known about a number. */
class LookupTest {
    private static final String ANA = "+14155550123";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest lookups = new Rest(twilio, "lookups.twilio.com");
    private final FakePhone ana = twilio.phone(ANA);

    private Answer lookUp(String number, String query) {
        return lookups.get("/v2/PhoneNumbers/" + number + "?" + query);
    }

    private JsonNode find(String name) {
        return find(ANA, name, "");
    }

    private JsonNode find(String number, String name, String more) {
        return lookUp(number, "Fields=" + name + more).json().path(name);
    }

    @Test
    void a_lookup_without_packages_has_all_keys() {
        Answer found = lookUp(ANA, "");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text("calling_country_code")).isEqualTo("1");
        assertThat(found.text("country_code")).isEqualTo("US");
        assertThat(found.text("phone_number")).isEqualTo(ANA);
        assertThat(found.text("national_format")).isEqualTo("(415) 555-0123");
        assertThat(found.json().path("valid").asBoolean()).isTrue();
        assertThat(found.json().path("validation_errors").isArray()).isTrue();
        assertThat(found.json().path("validation_errors")).isEmpty();
        assertThat(found.json().path("line_type_intelligence").isNull()).isTrue();
        assertThat(found.json()).hasSize(17);
    }

    @ParameterizedTest
    @CsvSource({
        "+141555501234, TOO_LONG, +141555501234",
        "+1415, TOO_SHORT, +1415",
        "+19995550123, INVALID_BUT_POSSIBLE, +19995550123",
        "+99955501234, INVALID_COUNTRY_CODE, +99955501234",
        "notanumber, NOT_A_NUMBER, +1notanumber"
    })
    void an_invalid_number_is_no_error(String number, String error, String shown) {
        Answer found = lookUp(number, "Fields=line_type_intelligence");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().path("valid").asBoolean()).isFalse();
        assertThat(found.json().at("/validation_errors/0").asText()).isEqualTo(error);
        assertThat(found.text("phone_number")).isEqualTo(shown);
        assertThat(found.json().path("country_code").isNull()).isTrue();
        assertThat(found.json().path("line_type_intelligence").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "4155550123, US, +14155550123, (415) 555-0123",
        "0612345678, FR, +33612345678, 06 12 34 56 78",
        "07400123456, GB, +447400123456, 07400 123456",
        "5512345678, MX, +525512345678, 55 1234 5678",
        "+16045550123, GB, +16045550123, (604) 555-0123"
    })
    void a_number_is_read_as_it_is_written_in_a_country(
            String written, String country, String number, String national) {
        Answer found = lookUp(written, "CountryCode=" + country);

        assertThat(found.text("phone_number")).isEqualTo(number);
        assertThat(found.text("national_format")).isEqualTo(national);
        assertThat(found.json().path("valid").asBoolean()).isTrue();
    }

    @Test
    void an_unknown_package_is_refused_with_the_names_of_all() {
        Answer refused = lookUp(ANA, "Fields=shoe_size");

        isError(refused, 400, 20001);
        assertThat(refused.text("message")).contains("line_type_intelligence", "reassigned_number", "validation");
    }

    @Test
    void the_line_is_what_the_test_says() {
        assertThat(find("line_type_intelligence").path("type").asText()).isEqualTo("mobile");
        ana.hasLine(LineType.FIXED_VOIP, "Example Cable");

        JsonNode line = find("line_type_intelligence");
        assertThat(line.path("type").asText()).isEqualTo("fixedVoip");
        assertThat(line.path("carrier_name").asText()).isEqualTo("Example Cable");
        assertThat(line.path("error_code").isNull()).isTrue();
        ana.isLandline();
        assertThat(find("line_type_intelligence").path("type").asText()).isEqualTo("landline");
    }

    @Test
    void a_number_of_the_account_is_one_of_twilio() {
        twilio.number("+15005550100");

        assertThat(find("+15005550100", "line_type_intelligence", "")
                        .path("type")
                        .asText())
                .isEqualTo("nonFixedVoip");
        assertThat(find("+18005550100", "line_type_intelligence", "")
                        .path("type")
                        .asText())
                .isEqualTo("tollFree");
    }

    @Test
    void the_caller_name_is_known_in_north_america() {
        assertThat(find("caller_name").path("caller_type").asText()).isEqualTo("UNDETERMINED");
        ana.isNamed("Ana García");

        assertThat(find("caller_name").path("caller_name").asText()).isEqualTo("ANA GARCÍA");
        assertThat(find("+442071234567", "caller_name", "").path("error_code").asInt())
                .isEqualTo(60600);
    }

    @Test
    void a_number_that_went_to_someone_else_is_reassigned() {
        assertThat(find("reassigned_number").path("error_code").asText()).isEqualTo("60617");
        ana.changesOwner();

        JsonNode later = find(ANA, "reassigned_number", "&LastVerifiedDate=20260215");
        assertThat(later.path("is_number_reassigned").asText()).isEqualTo("yes");
        twilio.advance(Duration.ofDays(2));
        JsonNode sooner = find(ANA, "reassigned_number", "&LastVerifiedDate=20260302");
        assertThat(sooner.path("is_number_reassigned").asText()).isEqualTo("no");
    }

    @Test
    void a_new_sim_card_is_reported() {
        assertThat(find("sim_swap").at("/last_sim_swap/swapped_in_period").asBoolean())
                .isFalse();
        ana.changesSim();

        assertThat(find("sim_swap").at("/last_sim_swap/swapped_in_period").asBoolean())
                .isTrue();
        assertThat(find("sim_swap").at("/last_sim_swap/last_sim_swap_date").asText())
                .isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void an_identity_is_compared_with_the_phones_person() {
        ana.isNamed("Ana García").livesIn("SAN FRANCISCO", "CA", "94103");

        JsonNode match = find(ANA, "identity_match", "&FirstName=ana&LastName=Lee&PostalCode=94103&State=CA");
        assertThat(match.path("first_name_match").asText()).isEqualTo("exact_match");
        assertThat(match.path("last_name_match").asText()).isEqualTo("no_match");
        assertThat(match.path("summary_score").asInt()).isEqualTo(75);
    }

    @ParameterizedTest
    @CsvSource({
        "+14155550123, call_forwarding, 60607",
        "+14155550123, phone_number_quality_score, 60606",
        "+14155550123, pre_fill, 60606",
        "+442071234567, sms_pumping_risk, 60006"
    })
    void a_package_that_can_not_answer_has_an_error_code(String number, String name, int code) {
        assertThat(find(number, name, "").path("error_code").asInt()).isEqualTo(code);
    }

    @Test
    void the_line_status_follows_the_reception() {
        ana.losesReception();

        assertThat(find("line_status").path("status").asText()).isEqualTo("unreachable");
    }

    @Test
    void many_numbers_are_looked_up_at_once() {
        ana.isLandline();
        Answer found = lookups.postBody("/v2/batch/query", "application/json", """
                {"phone_numbers": [
                  {"phone_number": "+14155550123", "fields": ["line_type_intelligence"], "correlation_id": "1"},
                  {"phone_number": "+1415", "correlation_id": "2"},
                  {"phone_number": "+14155550124", "fields": ["reassigned_number"],
                   "reassigned_number": {"last_verified_date": "20260101"}}
                ]}""");

        JsonNode numbers = found.json().path("phone_numbers");
        assertThat(numbers.at("/0/line_type_intelligence/type").asText()).isEqualTo("landline");
        assertThat(numbers.at("/0/correlation_id").asText()).isEqualTo("1");
        assertThat(numbers.at("/1/valid").asBoolean()).isFalse();
        assertThat(numbers.at("/2/reassigned_number/is_number_reassigned").asText())
                .isEqualTo("no");
    }

    @Test
    void version_1_knows_the_carrier_and_refuses_an_invalid_number() {
        ana.hasLine(LineType.MOBILE, "Example Mobile");

        Answer found = lookups.get("/v1/PhoneNumbers/" + ANA + "?Type=carrier");
        assertThat(found.json().at("/carrier/name").asText()).isEqualTo("Example Mobile");
        assertThat(found.json().path("caller_name").isNull()).isTrue();
        isError(lookups.get("/v1/PhoneNumbers/+1415"), 404, 20404);
    }
}
