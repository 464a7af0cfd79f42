package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.FakeTwilio;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Usage records count what happened in the fake. */
class UsageTest {
    private static final String OURS = "+14155550100";
    private static final String ANA = "+14155550123";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest api = new Rest(twilio, "api.twilio.com");

    @BeforeEach
    void useIt() {
        twilio.number(OURS);
        api.text(ANA, OURS, "hello");
        twilio.phone(ANA).textsTo(OURS, "hello");
        twilio.settle();
        twilio.advance(Duration.ofDays(40));
        api.text(ANA, OURS, "are you there?");
        api.post(
                api.account() + "/Calls.json",
                "To",
                ANA,
                "From",
                OURS,
                "Twiml",
                "<Response><Pause length='61'/></Response>");
        twilio.phone(ANA).answers();
        twilio.settle();
    }

    private List<JsonNode> records(String path) {
        JsonNode records =
                api.get(api.account() + "/Usage/Records" + path).json().path("usage_records");
        return StreamSupport.stream(records.spliterator(), false).toList();
    }

    private String count(String path) {
        List<JsonNode> records = records(path);
        assertThat(records).hasSize(1);
        return records.get(0).path("count").asText();
    }

    @Test
    void texts_calls_and_numbers_are_counted() {
        assertThat(count(".json?Category=sms")).isEqualTo("3");
        assertThat(count(".json?Category=sms-inbound")).isEqualTo("1");
        assertThat(count("/AllTime.json?Category=sms-outbound")).isEqualTo("2");
        assertThat(count("/AllTime.json?Category=phonenumbers")).isEqualTo("1");
        JsonNode calls = records("/Today.json?Category=calls-outbound").get(0);
        assertThat(calls.path("count").asText()).isEqualTo("1");
        assertThat(calls.path("usage").asText()).isEqualTo("2");
        assertThat(calls.path("usage_unit").asText()).isEqualTo("minutes");
        assertThat(calls.path("price").asInt()).isZero();
    }

    @Test
    void usage_is_divided_by_the_clock() {
        assertThat(count("/Today.json?Category=sms")).isEqualTo("1");
        assertThat(count("/Yesterday.json?Category=sms")).isEqualTo("0");
        assertThat(count("/ThisMonth.json?Category=sms")).isEqualTo("1");
        assertThat(count("/LastMonth.json?Category=sms")).isEqualTo("2");
        assertThat(records("/Monthly.json?Category=sms"))
                .extracting(record -> record.path("start_date").asText() + " "
                        + record.path("count").asText())
                .containsExactly("2026-04-01 1", "2026-03-01 2");
        assertThat(records("/Daily.json?Category=sms&StartDate=2026-03-01&EndDate=2026-03-02"))
                .extracting(record -> record.path("count").asText())
                .containsExactly("0", "2");
        assertThat(count("/Daily.json?Category=sms&StartDate=-0days")).isEqualTo("1");
    }

    @Test
    void subaccounts_are_included_unless_the_request_says_no() {
        Rest.Answer sub = api.post("/2010-04-01/Accounts.json", "FriendlyName", "branch");
        Rest branch = new Rest(twilio, "api.twilio.com").as(sub.sid(), sub.text("auth_token"));
        String account = "/2010-04-01/Accounts/" + sub.sid();
        branch.post(account + "/IncomingPhoneNumbers.json", "PhoneNumber", "+12125550100");

        assertThat(count(".json?Category=phonenumbers")).isEqualTo("2");
        assertThat(count(".json?Category=phonenumbers&IncludeSubaccounts=false"))
                .isEqualTo("1");
        assertThat(branch.get(account + "/Usage/Records.json?Category=phonenumbers")
                        .json()
                        .at("/usage_records/0/count")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void the_balance_is_what_the_test_says() {
        String url = "https://api.twilio.com" + api.account() + "/Balance.json";
        twilio.addResource(url, Map.of("balance", "9.50", "currency", "USD"));

        assertThat(api.get(api.account() + "/Balance.json").text("balance")).isEqualTo("9.50");
    }
}
