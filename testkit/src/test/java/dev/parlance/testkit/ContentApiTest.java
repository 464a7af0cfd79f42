package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content resources over the API, and their approval by WhatsApp. */
class ContentApiTest {
    private static final String YES_NO = """
            {"friendly_name": "yes_no", "language": "en", "variables": {"1": "Ana"},
             "types": {"twilio/quick-reply": {"body": "Are you there, {{1}}?",
                       "actions": [{"title": "Yes", "id": "y"}, {"title": "No", "id": "n"}]}}}
            """;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest api = new Rest(twilio, "content.twilio.com");

    private Answer create(String json) {
        return api.postJson("/v1/Content", json);
    }

    private static String text(String name, String body) {
        return "{\"friendly_name\": \"%s\", \"language\": \"en\", \"variables\": {\"1\": \"x\"},".formatted(name)
                + "\"types\": {\"twilio/text\": {\"body\": \"%s\"}}}".formatted(body);
    }

    private Answer requestApproval(String sid) {
        return api.postJson(
                "/v1/Content/" + sid + "/ApprovalRequests/whatsapp",
                "{\"name\": \"my_template\", \"category\": \"UTILITY\"}");
    }

    private JsonNode approval(String sid) {
        return api.get("/v1/Content/" + sid + "/ApprovalRequests").json().path("whatsapp");
    }

    @Test
    void content_is_created_fetched_listed_changed_and_deleted() {
        Answer created = create(YES_NO);
        String path = "/v1/Content/" + created.sid();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.sid()).startsWith("HX");
        assertThat(api.get(path).text("friendly_name")).isEqualTo("yes_no");
        assertThat(created.json().path("links").path("approval_create").asText())
                .endsWith(path + "/ApprovalRequests/whatsapp");
        assertThat(api.get("/v1/Content").json().path("contents")).hasSize(1);
        assertThat(api.putJson(path, "{\"types\": {\"twilio/text\": {\"body\": \"hi\"}}}")
                        .json()
                        .path("types")
                        .has("twilio/text"))
                .isTrue();
        assertThat(api.delete(path).status()).isEqualTo(204);
        isError(api.get(path), 404, 20404);
    }

    @Test
    void a_long_list_has_pages() {
        for (int i = 0; i < 3; i++) {
            create(text("t" + i, "hi"));
        }

        JsonNode first = api.get("/v1/Content?PageSize=2").json();

        assertThat(first.path("contents")).hasSize(2);
        assertThat(first.path("meta").path("next_page_url").asText()).contains("PageToken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"twilio/quick-reply\": {\"body\": \"a\", \"actions\": [{\"title\": \"a title with over twenty\"}]}",
                "\"twilio/quick-reply\": {\"body\": \"a\", \"actions\": []}",
                "\"twilio/list-picker\": {\"body\": \"a\", \"button\": \"b\", \"items\": ["
                        + "{\"id\": \"1\", \"item\": \"an item with over twenty-four characters\"}]}",
                "\"twilio/unknown\": {\"body\": \"a\"}",
                ""
            })
    void content_over_a_limit_is_refused(String type) {
        isError(create("{\"language\": \"en\", \"types\": {" + type + "}}"), 400, 20001);
    }

    @Test
    void a_template_is_received_pending_then_approved() {
        String sid = create(YES_NO).sid();
        assertThat(approval(sid).path("status").asText()).isEqualTo("unsubmitted");

        assertThat(requestApproval(sid).text("status")).isEqualTo("received");
        twilio.advance(Duration.ofMinutes(1));
        assertThat(approval(sid).path("status").asText()).isEqualTo("pending");
        twilio.advance(Duration.ofMinutes(4));

        assertThat(approval(sid).path("status").asText()).isEqualTo("approved");
        assertThat(approval(sid).path("name").asText()).isEqualTo("my_template");
        assertThat(approval(sid).path("content_type").asText()).isEqualTo("twilio/quick-reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{1}} is here", "Hello {{1}}", "Hello {{1}} {{2}}!", "Hello {{2}}!"})
    void whatsapp_rejects_variables_at_the_ends_side_by_side_or_without_a_sample(String body) {
        String sid = create(text("bad", body)).sid();
        requestApproval(sid);

        twilio.advance(Duration.ofMinutes(5));

        assertThat(approval(sid).path("status").asText()).isEqualTo("rejected");
        assertThat(approval(sid).path("rejection_reason").asText()).isNotEmpty();
    }

    @Test
    void a_test_decides_about_a_template_before_or_after_it_is_submitted() {
        twilio.content("yes_no").rejects("Too vague");
        String sid = create(YES_NO).sid();
        requestApproval(sid);
        assertThat(approval(sid).path("rejection_reason").asText()).isEqualTo("Too vague");

        twilio.content("yes_no").waits();
        twilio.advance(Duration.ofDays(1));
        assertThat(twilio.content("my_template").status()).isEqualTo("pending");

        twilio.content("yes_no").approves();
        assertThat(twilio.content(sid).status()).isEqualTo("approved");
    }

    @Test
    void content_that_a_test_asks_about_must_exist() {
        assertThatThrownBy(() -> twilio.content("nothing").status()).hasMessageContaining("nothing");
    }

    @Test
    void a_list_picker_is_never_reviewed() {
        String sid = create("""
                        {"language": "en", "types": {"twilio/list-picker": {"body": "Which?", "button": "Choose",
                         "items": [{"id": "1", "item": "Tea"}]}}}
                        """).sid();

        isError(requestApproval(sid), 400, 20001);
    }

    @Test
    void a_request_needs_a_plain_name_and_a_known_category() {
        String path = "/v1/Content/" + create(YES_NO).sid() + "/ApprovalRequests/whatsapp";

        isError(api.postJson(path, "{\"name\": \"Not Plain\", \"category\": \"UTILITY\"}"), 400, 20001);
        isError(api.postJson(path, "{\"name\": \"plain\", \"category\": \"OTHER\"}"), 400, 20001);
    }

    @Test
    void lists_with_approvals_are_filtered() {
        String sid = create(YES_NO).sid();
        create(text("hello", "Hello there"));
        requestApproval(sid);
        twilio.content(sid).approves();

        JsonNode all = api.get("/v1/ContentAndApprovals").json().path("contents");
        assertThat(all).hasSize(2);
        assertThat(all.findValuesAsText("status")).containsExactlyInAnyOrder("approved", "unsubmitted");
        assertThat(names("/v2/Content?ContentName=HELL")).containsExactly("hello");
        assertThat(names("/v2/Content?Content=there,")).containsExactly("yes_no");
        assertThat(names("/v2/Content?ContentType=twilio/quick-reply")).containsExactly("yes_no");
        assertThat(names("/v2/ContentAndApprovals?ChannelEligibility=whatsapp:approved"))
                .containsExactly("yes_no");
        assertThat(names("/v2/Content?Language=fr")).isEmpty();
        assertThat(names("/v2/Content?SortByContentName=asc")).containsExactly("hello", "yes_no");
        assertThat(names("/v2/Content?DateCreatedAfter=2030-01-01T00:00:00Z")).isEmpty();
        assertThat(api.get("/v1/LegacyContent").json().path("contents")).isEmpty();
    }

    private List<String> names(String path) {
        return api.get(path).json().path("contents").findValuesAsText("friendly_name");
    }
}
