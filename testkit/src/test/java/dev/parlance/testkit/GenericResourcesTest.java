package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Resources without behaviour: they are stored and shown as Twilio documents them. */
class GenericResourcesTest {
    private static final String SERVICES = "/v1/Services";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest chat = new Rest(twilio, "chat.twilio.com");
    private final Rest monitor = new Rest(twilio, "monitor.twilio.com");
    private final Rest proxy = new Rest(twilio, "proxy.twilio.com");

    private static List<String> values(Answer list, String key, String field) {
        return list.json().path(key).findValuesAsText(field);
    }

    @Test
    void a_new_resource_has_a_sid_dates_a_url_and_links() {
        Answer service = proxy.post(SERVICES, "UniqueName", "rides", "DefaultTtl", "3600");

        assertThat(service.status()).isEqualTo(201);
        assertThat(service.sid()).isEqualTo("KS00000000000000000000000000000001");
        assertThat(service.text("account_sid")).isEqualTo(twilio.accountSid());
        assertThat(service.text("unique_name")).isEqualTo("rides");
        assertThat(service.json().path("default_ttl").isInt()).isTrue();
        assertThat(service.text("date_created")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(service.text("url")).endsWith("/proxy.twilio.com/v1/Services/" + service.sid());
        assertThat(service.json().path("links").path("phone_numbers").asText())
                .endsWith("/v1/Services/" + service.sid() + "/PhoneNumbers");
    }

    @Test
    void a_resource_is_found_by_its_unique_name_which_is_taken() {
        String sid = proxy.post(SERVICES, "UniqueName", "rides").sid();

        assertThat(proxy.get(SERVICES + "/rides").sid()).isEqualTo(sid);
        isError(proxy.post(SERVICES, "UniqueName", "rides"), 409, 20409);
    }

    @Test
    void a_change_keeps_the_other_fields() {
        String path = SERVICES + "/"
                + proxy.post(SERVICES, "UniqueName", "rides", "DefaultTtl", "60")
                        .sid();
        Answer changed = proxy.post(path, "DefaultTtl", "90");

        assertThat(changed.text("unique_name")).isEqualTo("rides");
        assertThat(proxy.get(path).json().path("default_ttl").asInt()).isEqualTo(90);
    }

    @Test
    void a_deleted_resource_is_gone_with_all_below_it() {
        String path =
                SERVICES + "/" + proxy.post(SERVICES, "UniqueName", "rides").sid();
        String session = path + "/Sessions/"
                + proxy.post(path + "/Sessions", "UniqueName", "today").sid();

        assertThat(proxy.delete(path).status()).isEqualTo(204);
        isError(proxy.get(path), 404, 20404);
        isError(proxy.get(session), 404, 20404);
        isError(proxy.post(path + "/Sessions", "UniqueName", "tomorrow"), 404, 20404);
        isError(proxy.delete(path), 404, 20404);
    }

    @Test
    void a_list_is_filtered_and_has_pages() {
        String service = "/v2/Services/"
                + chat.post("/v2/Services", "FriendlyName", "Support").sid();
        for (String type : List.of("public", "private", "public", "public")) {
            chat.post(service + "/Channels", "Type", type);
        }
        Answer first = chat.get(service + "/Channels?Type=public&PageSize=2");
        Answer second = chat.get(first.json().path("meta").path("next_page_url").asText());

        assertThat(values(first, "channels", "type")).containsExactly("public", "public");
        assertThat(values(second, "channels", "type")).containsExactly("public");
        assertThat(second.json().path("meta").path("next_page_url").isNull()).isTrue();
    }

    @Test
    void a_configuration_has_values_before_it_is_changed() {
        Rest flex = new Rest(twilio, "conversations.twilio.com");

        assertThat(flex.get("/v1/Configuration").status()).isEqualTo(200);
        flex.post("/v1/Configuration", "DefaultClosedTimer", "PT60S");
        assertThat(flex.get("/v1/Configuration").text("default_closed_timer")).isEqualTo("PT60S");
    }

    @Test
    void a_country_exists_although_no_request_creates_it() {
        Answer country = new Rest(twilio, "pricing.twilio.com").get("/v1/Messaging/Countries/EE");

        assertThat(country.status()).isEqualTo(200);
        assertThat(country.text("iso_country")).isEqualTo("EE");
    }

    @Test
    void a_test_adds_what_only_twilio_creates() {
        String sid = twilio.addResource("https://monitor.twilio.com/v1/Alerts", Map.of("error_code", "11200"));

        assertThat(values(monitor.get("/v1/Alerts"), "alerts", "sid")).containsExactly(sid);
        assertThat(monitor.get("/v1/Alerts/" + sid).text("error_code")).isEqualTo("11200");
        isError(monitor.get("/v1/Alerts/NO" + "f".repeat(32)), 404, 20404);
    }

    @Test
    void resources_with_behaviour_are_created_by_requests_only() {
        assertThatThrownBy(() -> twilio.addResource("https://conversations.twilio.com/v1/Conversations", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Use the API");
        assertThatThrownBy(() -> twilio.addResource("https://conversations.twilio.com/v1/Nothing", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no such resource");
    }

    @Test
    void accounts_do_not_see_each_other() {
        Answer other = new Rest(twilio, "api.twilio.com").post("/2010-04-01/Accounts.json");
        String sid = proxy.post(SERVICES, "UniqueName", "rides").sid();

        isError(
                new Rest(twilio, "proxy.twilio.com")
                        .as(other.sid(), other.text("auth_token"))
                        .get(SERVICES + "/" + sid),
                404,
                20404);
    }
}
