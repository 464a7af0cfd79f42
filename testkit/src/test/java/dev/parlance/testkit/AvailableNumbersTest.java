package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searching for numbers, and buying them. */
class AvailableNumbersTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest api = new Rest(twilio, "api.twilio.com");

    private Answer search(String path) {
        return api.get(api.account() + "/AvailablePhoneNumbers" + path);
    }

    private List<String> numbers(String path) {
        return search(path).json().path("available_phone_numbers").findValuesAsText("phone_number");
    }

    @Test
    void countries_name_the_types_of_their_numbers() {
        assertThat(search(".json").json().path("countries").findValuesAsText("country_code"))
                .contains("US", "CA", "GB");
        Answer france = search("/FR.json");
        assertThat(france.text("country")).isEqualTo("France");
        assertThat(france.json().path("subresource_uris").path("mobile").asText())
                .endsWith("/FR/Mobile.json");
        isError(search("/XX.json"), 404, 20404);
        isError(search("/XX/Local.json"), 404, 20404);
    }

    @Test
    void a_number_has_a_place_and_capabilities() {
        Answer found = search("/US/Local.json?AreaCode=415&PageSize=1");

        assertThat(found.json().at("/available_phone_numbers/0/phone_number").asText())
                .isEqualTo("+14155550100");
        assertThat(found.json().at("/available_phone_numbers/0/friendly_name").asText())
                .isEqualTo("(415) 555-0100");
        assertThat(found.json().at("/available_phone_numbers/0/locality").asText())
                .isEqualTo("San Francisco");
        assertThat(found.json()
                        .at("/available_phone_numbers/0/capabilities/sms")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/US/Local.json?AreaCode=907, +1907555",
        "/US/TollFree.json?Contains=888, +1888555",
        "/US/Local.json?InRegion=NY, +1212555",
        "/US/Local.json?NearLatLong=40.7%2C-74.0, +1212555",
        "/US/Local.json?NearNumber=%2B13125550100, +1312555",
        "/US/Local.json?Contains=1617, +1617555",
        "/FR/Mobile.json, +3363998",
        "/GB/Local.json?InLocality=Manchester, +44161496"
    })
    void a_search_finds_matching_numbers(String path, String start) {
        assertThat(numbers(path)).isNotEmpty().allMatch(number -> number.startsWith(start));
    }

    @Test
    void a_pattern_has_letters_and_stars() {
        assertThat(numbers("/US/Local.json?Contains=415JKL0**9")).hasSize(10).contains("+14155550109");
        isError(search("/US/Local.json?Contains=%23"), 400, 21499);
    }

    @Test
    void numbers_without_a_capability_are_left_out() {
        assertThat(numbers("/FR/Local.json?SmsEnabled=true")).isEmpty();
        assertThat(numbers("/FR/Mobile.json?SmsEnabled=true")).isNotEmpty();
    }

    @Test
    void a_bought_number_is_no_longer_available_until_it_is_released() {
        String number = numbers("/US/Local.json?AreaCode=512").get(0);
        Answer bought = api.post(api.account() + "/IncomingPhoneNumbers.json", "PhoneNumber", number);

        assertThat(bought.text("friendly_name")).isEqualTo("(512) 555-0100");
        assertThat(numbers("/US/Local.json?AreaCode=512")).doesNotContain(number);
        isError(api.post(api.account() + "/IncomingPhoneNumbers.json", "PhoneNumber", number), 400, 21422);
        api.delete(api.account() + "/IncomingPhoneNumbers/" + bought.sid() + ".json");
        assertThat(numbers("/US/Local.json?AreaCode=512")).contains(number);
    }

    @Test
    void an_area_code_buys_the_first_available_number() {
        twilio.number("+14155550100");

        assertThat(api.post(api.account() + "/IncomingPhoneNumbers.json", "AreaCode", "415")
                        .text("phone_number"))
                .isEqualTo("+14155550101");
    }
}
