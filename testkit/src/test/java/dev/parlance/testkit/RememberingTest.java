package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.LogEntry;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.messaging.Outgoing;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fake remembers a limited number of things that have finished. */
class RememberingTest {
    private static final String OURS = "+14155550100";
    private static final String ANA = "+14155550123";

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private final Rest api = new Rest(twilio, "api.twilio.com");

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
    }

    private World world() {
        return twilio.part(World.class);
    }

    private String send(String to, String service, Optional<Instant> time) {
        return twilio.part(Messaging.class)
                .send(new Outgoing(
                        twilio.accountSid(), to, service.isEmpty() ? OURS : "", service, "hello", List.of(), "", time))
                .sid();
    }

    private String send(String to) {
        return send(to, "", Optional.empty());
    }

    private List<String> sids(JsonNode page) {
        List<String> sids = new ArrayList<>();
        page.path("messages").forEach(message -> sids.add(message.path("sid").asText()));
        return sids;
    }

    private String url(String sid) {
        return api.account() + "/Messages/" + sid + ".json";
    }

    @Test
    void a_hundred_thousand_texts_leave_a_small_world() {
        twilio.remembers(1_000);
        String service = twilio.messagingService(OURS);
        Instant tomorrow = twilio.clock().instant().plus(Duration.ofDays(1));
        String scheduled = send(ANA, service, Optional.of(tomorrow));

        for (int i = 0; i < 50_000; i++) {
            String phone = "+1415%07d".formatted(2_000_000 + i);
            send(phone, service, Optional.empty());
            twilio.settle();
            twilio.phone(phone).textsTo(OURS, "hi");
        }

        assertThat(world().owned().messages().size()).isEqualTo(1_001);
        assertThat(world().log().entries()).hasSize(1_000);
        assertThat(world().phones()).isLessThanOrEqualTo(1_000);
        assertThat(world().timeline().size()).isEqualTo(1);
        assertThat(api.get(url(scheduled)).text("status")).isEqualTo("scheduled");
        assertThat(api.get(api.account() + "/Usage/Records/AllTime.json?Category=sms")
                        .json()
                        .at("/usage_records/0/count")
                        .asText())
                .isEqualTo("100000");
    }

    @Test
    void the_oldest_finished_text_is_forgotten_like_one_that_never_was() {
        twilio.remembers(2);
        String first = send(ANA);
        String second = send(ANA);
        twilio.settle();
        assertThat(api.get(url(first)).status()).isEqualTo(200);

        String third = send(ANA);
        twilio.settle();

        assertThat(api.get(url(first)).status()).isEqualTo(404);
        assertThat(sids(api.get(api.account() + "/Messages.json").json())).containsExactly(third, second);
        assertThat(twilio.phone(ANA).inbox()).hasSize(2);
    }

    @Test
    void pages_neither_repeat_nor_lose_texts_while_the_list_moves() {
        twilio.remembers(5);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(send(ANA));
        }
        twilio.settle();
        JsonNode page = api.get(api.account() + "/Messages.json?PageSize=2").json();
        assertThat(sids(page)).containsExactly(sent.get(4), sent.get(3));

        send(ANA);
        twilio.settle(); // forgets the oldest
        JsonNode next = api.get(page.path("next_page_uri").asText()).json();
        assertThat(sids(next)).containsExactly(sent.get(2), sent.get(1));

        for (int i = 0; i < 3; i++) {
            send(ANA);
        }
        twilio.settle(); // forgets the text that the token names
        JsonNode last = api.get(next.path("next_page_uri").asText()).json();
        assertThat(sids(last)).isEmpty();
    }

    @Test
    void lists_by_a_field_follow_its_changes() {
        String list = api.account() + "/Calls.json?Status=";
        assertThat(api.get(list + "ringing").json().path("calls")).isEmpty();
        api.post(api.account() + "/Calls.json", "To", ANA, "From", OURS, "Twiml", "<Response/>");
        twilio.settle();
        assertThat(api.get(list + "ringing").json().path("calls")).hasSize(1);

        twilio.phone(ANA).answers();

        assertThat(api.get(list + "ringing").json().path("calls")).isEmpty();
        assertThat(api.get(list + "completed").json().path("calls")).hasSize(1);
    }

    @Test
    void ended_calls_are_forgotten_and_calls_in_progress_are_not() {
        twilio.remembers(2);
        twilio.mount(
                "https://app.example",
                request -> WebhookResponse.bytes(
                        "text/xml",
                        "<Response><Pause length='1'/><Gather/></Response>".getBytes(StandardCharsets.UTF_8)));
        twilio.number(OURS).onCall("https://app.example/voice");
        FakePhone luc = twilio.phone("+14155550124");
        luc.calls(OURS);

        for (int i = 0; i < 5; i++) {
            twilio.phone(ANA).calls(OURS).hangsUp();
        }

        assertThat(twilio.phone(ANA).callHistory()).hasSize(2);
        assertThat(luc.callHistory()).hasSize(1);
        assertThat(twilio.part(Telephony.class).size()).isEqualTo(3);
    }

    @Test
    void the_log_keeps_the_newest_entries() {
        twilio.remembers(3);
        for (int i = 0; i < 4; i++) {
            send(ANA);
        }
        twilio.settle();

        assertThat(twilio.log().of(LogEntry.Kind.TEXT)).hasSize(3);
        assertThat(twilio.log().toString()).startsWith("(5 earlier entries)");
    }

    @Test
    void a_fake_remembers_at_least_one_thing() {
        assertThatThrownBy(() -> twilio.remembers(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }
}
