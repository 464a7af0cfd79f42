package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations: services, users and what they have read, receipts, webhooks before and after events, timers. */
class ConversationsTest {
    private static final String ANA = "+5215512345678";
    private static final String OURS = "+15005550100";
    private static final String APP = "https://app.example/conversations";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest rest = new Rest(twilio, "conversations.twilio.com");
    private final List<WebhookRequest> webhooks = Collections.synchronizedList(new ArrayList<>());
    private WebhookResponse reply = WebhookResponse.json("{}");
    private String thread;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        twilio.mount(APP, request -> {
            webhooks.add(request);
            return reply;
        });
        thread = "/v1/Conversations/"
                + rest.post("/v1/Conversations", "UniqueName", "help").sid();
    }

    private Answer joinAna() {
        return rest.post(
                thread + "/Participants", "MessagingBinding.Address", ANA, "MessagingBinding.ProxyAddress", OURS);
    }

    private void report(String... events) {
        List<String> form = new ArrayList<>(List.of("PreWebhookUrl", APP, "PostWebhookUrl", APP));
        for (String event : events) {
            form.addAll(List.of("Filters", event));
        }
        rest.post("/v1/Configuration/Webhooks", form.toArray(String[]::new));
    }

    private List<String> reported(String parameter) {
        twilio.settle();
        return webhooks.stream()
                .map(webhook -> webhook.formParameters().first(parameter).orElse(""))
                .toList();
    }

    @Test
    void a_service_has_its_own_conversations_with_the_same_behaviour() {
        String service = "/v1/Services/"
                + rest.post("/v1/Services", "FriendlyName", "Shop").sid();
        Answer other = rest.post(service + "/Conversations", "UniqueName", "help");
        rest.post(
                service + "/Conversations/help/Participants",
                "MessagingBinding.Address",
                ANA,
                "MessagingBinding.ProxyAddress",
                OURS);
        rest.post(service + "/Conversations/help/Messages", "Author", "agent", "Body", "hola");

        twilio.phone(ANA).receives("hola");
        assertThat(other.text("url")).endsWith(service + "/Conversations/" + other.sid());
        assertThat(other.text("chat_service_sid")).isEqualTo(service.replace("/v1/Services/", ""));
        isError(rest.get("/v1/Conversations/" + other.sid()), 404, 20404);
        assertThat(rest.get("/v1/Conversations").json().path("conversations")).hasSize(1);
    }

    @Test
    void the_default_service_is_the_one_of_paths_without_a_service() {
        String service = "/v1/Services/" + rest.get("/v1/Configuration").text("default_chat_service_sid");

        assertThat(rest.get(service + "/Conversations/help").sid())
                .isEqualTo(rest.get(thread).sid());
    }

    @Test
    void an_identity_that_joins_becomes_a_user() {
        Answer participant = rest.post(thread + "/Participants", "Identity", "agent");
        Answer user = rest.get("/v1/Users/agent");

        assertThat(user.text("identity")).isEqualTo("agent");
        assertThat(rest.get("/v1/Roles/" + user.text("role_sid")).text("friendly_name"))
                .isEqualTo("service user");
        assertThat(rest.get("/v1/Roles/" + participant.text("role_sid"))
                        .json()
                        .path("permissions")
                        .toString())
                .contains("sendMessage");
    }

    @Test
    void a_user_sees_what_is_unread() {
        rest.post(thread + "/Participants", "Identity", "agent");
        for (int i = 0; i < 3; i++) {
            rest.post(thread + "/Messages", "Author", "bot", "Body", "n" + i);
        }
        String ofUser = "/v1/Users/agent/Conversations/help";

        assertThat(rest.get(ofUser).json().path("unread_messages_count").isNull())
                .isTrue();
        rest.post(ofUser, "LastReadMessageIndex", "0");
        assertThat(rest.get(ofUser).json().path("unread_messages_count").asInt())
                .isEqualTo(2);
        assertThat(rest.get("/v1/Users/agent/Conversations").json().path("conversations"))
                .hasSize(1);
        assertThat(rest.get("/v1/ParticipantConversations?Identity=agent")
                        .json()
                        .path("conversations")
                        .path(0)
                        .path("conversation_unique_name")
                        .asText())
                .isEqualTo("help");
    }

    @Test
    void nobody_joins_twice() {
        rest.post(thread + "/Participants", "Identity", "agent");
        joinAna();

        isError(rest.post(thread + "/Participants", "Identity", "agent"), 409, 50433);
        isError(joinAna(), 409, 50416);
    }

    @Test
    void a_closed_conversation_cannot_be_used_and_frees_its_participants() {
        joinAna();
        rest.post(thread, "State", "closed");

        isError(rest.post(thread + "/Messages", "Body", "hola"), 400, 50355);
        isError(rest.post(thread, "State", "active"), 400, 50355);
        isError(rest.post(thread + "/Participants", "Identity", "agent"), 400, 50355);
        thread = "/v1/Conversations/" + rest.post("/v1/Conversations").sid();
        assertThat(joinAna().status()).isEqualTo(201);
    }

    @Test
    void timers_make_a_conversation_inactive_and_close_it() {
        report("onConversationStateUpdated");
        rest.post(thread, "Timers.Inactive", "PT10M", "Timers.Closed", "PT1H");
        twilio.advance(Duration.ofMinutes(9));
        rest.post(thread + "/Messages", "Body", "still here");
        twilio.advance(Duration.ofMinutes(9));
        assertThat(rest.get(thread).text("state")).isEqualTo("active");
        twilio.advance(Duration.ofMinutes(1));
        assertThat(rest.get(thread).text("state")).isEqualTo("inactive");
        rest.post(thread + "/Messages", "Body", "and again");
        assertThat(rest.get(thread).text("state")).isEqualTo("active");
        twilio.advance(Duration.ofHours(1));

        assertThat(rest.get(thread).text("state")).isEqualTo("closed");
        assertThat(reported("StateTo")).containsExactly("inactive", "active", "inactive", "closed");
        assertThat(reported("Reason")).containsExactly("TIMER", "EVENT", "TIMER", "TIMER");
    }

    @Test
    void a_webhook_before_an_event_can_change_it() {
        report("onMessageAdd", "onMessageAdded");
        reply = WebhookResponse.json("{\"body\": \"[removed]\"}");
        joinAna();
        twilio.phone(ANA).textsTo(OURS, "my password is 1234");

        assertThat(rest.get(thread + "/Messages")
                        .json()
                        .path("messages")
                        .path(0)
                        .path("body")
                        .asText())
                .isEqualTo("[removed]");
        assertThat(reported("EventType")).containsExactly("onMessageAdd", "onMessageAdded");
        assertThat(reported("Source")).containsOnly("SMS");
        assertThat(reported("Body")).containsExactly("my password is 1234", "[removed]");
    }

    @Test
    void a_webhook_before_an_event_can_refuse_it() {
        report("onMessageAdd", "onMessageAdded");
        reply = WebhookResponse.json("{}").withStatus(403);
        joinAna();
        twilio.phone(ANA).textsTo(OURS, "spam");

        assertThat(rest.get(thread + "/Messages").json().path("messages")).isEmpty();
        assertThat(reported("EventType")).containsExactly("onMessageAdd");
        assertThat(twilio.alerts()).hasSize(1);
    }

    @Test
    void requests_trigger_webhooks_only_if_they_ask_for_it() {
        report("onParticipantAdded", "onMessageAdded");
        joinAna();
        rest.post(thread + "/Messages", "Body", "hola");

        assertThat(reported("EventType")).isEmpty();
        isError(rest.post("/v1/Configuration/Webhooks", "Filters", "onNothing"), 400, 20001);
    }

    @Test
    void a_message_has_a_receipt_for_each_text() {
        report("onDeliveryUpdated");
        joinAna();
        twilio.phone(ANA).losesReception();
        String message = thread + "/Messages/"
                + rest.post(thread + "/Messages", "Author", "agent", "Body", "hola")
                        .sid();
        twilio.settle();
        Answer receipts = rest.get(message + "/Receipts");

        assertThat(receipts.json().path("delivery_receipts").findValuesAsText("status"))
                .containsExactly("undelivered");
        assertThat(receipts.json().path("delivery_receipts").findValuesAsText("error_code"))
                .containsExactly("30003");
        assertThat(rest.get(message).json().path("delivery").path("undelivered").asText())
                .isEqualTo("all");
        assertThat(reported("Status")).containsExactly("sent", "undelivered");
    }

    @Test
    void a_text_from_a_new_person_begins_a_conversation() {
        rest.post(
                "/v1/Configuration/Addresses",
                "Type",
                "sms",
                "Address",
                OURS,
                "AutoCreation.Enabled",
                "true",
                "AutoCreation.Type",
                "webhook",
                "AutoCreation.WebhookUrl",
                APP,
                "AutoCreation.WebhookFilters",
                "onMessageAdded",
                "AutoCreation.WebhookFilters",
                "onParticipantAdded");
        twilio.phone(ANA).textsTo(OURS, "hola");
        twilio.phone(ANA).textsTo(OURS, "?");

        assertThat(rest.get("/v1/Conversations").json().path("conversations")).hasSize(2);
        assertThat(reported("EventType")).containsExactly("onParticipantAdded", "onMessageAdded", "onMessageAdded");
        assertThat(reported("Author")).containsExactly("", ANA, ANA);
        isError(rest.post("/v1/Configuration/Addresses", "Type", "sms", "Address", OURS), 409, 20409);
    }

    @Test
    void a_conversation_is_created_with_its_participants_or_not_at_all() {
        Answer both = rest.post(
                "/v1/ConversationWithParticipants",
                "UniqueName",
                "two",
                "Participant",
                "{\"identity\": \"agent\"}",
                "Participant",
                "{\"identity\": \"bot\"}");
        Answer twice = rest.post(
                "/v1/ConversationWithParticipants",
                "UniqueName",
                "twice",
                "Participant",
                "{\"identity\": \"agent\"}",
                "Participant",
                "{\"identity\": \"agent\"}");

        assertThat(rest.get("/v1/Conversations/two/Participants").json().path("participants"))
                .hasSize(2);
        assertThat(both.text("unique_name")).isEqualTo("two");
        isError(twice, 409, 50433);
        isError(rest.get("/v1/Conversations/twice"), 404, 20404);
    }

    @Test
    void roles_have_known_permissions() {
        Answer role = rest.post(
                "/v1/Roles", "FriendlyName", "reader", "Type", "conversation", "Permission", "leaveConversation");
        Answer changed =
                rest.post("/v1/Roles/" + role.sid(), "Permission", "sendMessage", "Permission", "leaveConversation");

        assertThat(changed.json().path("permissions")).hasSize(2);
        isError(rest.post("/v1/Roles/" + role.sid(), "Permission", "fly"), 400, 20001);
    }
}
