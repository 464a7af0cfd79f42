package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recovery when a process ends in the middle of a contact, and stored data from newer versions. */
class CrashTest {
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private static final String PERSON = "+15005550006";
    private final DocumentStore store = DocumentStore.inMemory();
    private final List<TextMessage> texts = new ArrayList<>();
    private final List<PhoneCall> calls = new ArrayList<>();
    private boolean crashes = true;

    private Surveys surveys() {
        return Surveys.builder(Coffee.survey()
                        .timing(Coffee.timing(Duration.ofHours(24), Duration.ofDays(3)))
                        .build())
                .store(store)
                .clock(twilio.clock())
                .textSender(text -> {
                    texts.add(text);
                    crash();
                    return new Receipt("SM0", "queued");
                })
                .callPlacer(
                        call -> {
                            calls.add(call);
                            crash();
                            return new Receipt("CA0", "queued");
                        },
                        URI.create("https://app.example/voice"))
                .build();
    }

    private void crash() {
        if (crashes) {
            crashes = false;
            throw new Crash();
        }
    }

    @Test
    void a_text_that_may_have_been_sent_is_not_repeated_but_the_reminder_is_sent() {
        assertThatExceptionOfType(Crash.class)
                .isThrownBy(() -> surveys().start(Channel.TEXT, Address.of(PERSON), Invitation.plain()));

        Surveys restarted = surveys();
        assertThat(restarted
                        .start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.ALREADY_STARTED);
        twilio.advance(Duration.ofMinutes(10));
        restarted.runDue();
        assertThat(texts).hasSize(1);

        twilio.advance(Duration.ofHours(24));
        assertThat(restarted.runDue().reminded()).isEqualTo(1);
        assertThat(texts).hasSize(2);
    }

    @Test
    void a_reply_counts_even_if_the_crash_left_the_text_unrecorded() {
        assertThatExceptionOfType(Crash.class)
                .isThrownBy(() -> surveys().start(Channel.TEXT, Address.of(PERSON), Invitation.plain()));

        Surveys restarted = surveys();
        String reply = restarted
                .textWebhook()
                .respond(WebhookRequest.post("https://app.example/sms")
                        .withForm("MessageSid", "SM1", "From", PERSON, "To", "12345", "Body", "4"))
                .bodyText();

        assertThat(reply).contains("Would you come again?");
        assertThat(SessionState.of(restarted.find(Address.of(PERSON)).orElseThrow())
                        .outbox()
                        .events())
                .isEmpty();
        twilio.advance(Duration.ofMinutes(11));
        assertThat(restarted.runDue()).isEqualTo(DueReport.NOTHING);
    }

    @Test
    void a_call_without_a_status_is_placed_again_later() {
        assertThatExceptionOfType(Crash.class)
                .isThrownBy(() -> surveys().start(Channel.VOICE, Address.of(PERSON), Invitation.plain()));

        Surveys restarted = surveys();
        restarted.runDue();
        assertThat(calls).hasSize(1);
        twilio.advance(Duration.ofHours(2));
        restarted.runDue();
        twilio.advance(Duration.ofHours(2));
        restarted.runDue();

        assertThat(calls).hasSize(2);
    }

    @Test
    void unknown_fields_of_a_newer_version_are_kept() throws Exception {
        crashes = false;
        Surveys surveys = surveys();
        surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.plain());
        var document = store.page("session:coffee", "", 1).get(0);
        String newer = document.json().replaceFirst("\\{", "{\"mood\":{\"of\":[1,\"good\"]},");
        store.save(document.withJson(newer));

        surveys.textWebhook()
                .respond(WebhookRequest.post("https://app.example/sms")
                        .withForm("MessageSid", "SM1", "From", PERSON, "To", "12345", "Body", "4"));

        JsonNode stored = new ObjectMapper()
                .readTree(store.page("session:coffee", "", 1).get(0).json());
        assertThat(stored.path("mood").toString()).isEqualTo("{\"of\":[1,\"good\"]}");
        assertThat(stored.path("answers")).hasSize(1);
    }

    @Test
    void an_event_can_be_written_as_a_cloud_event() throws Exception {
        crashes = false;
        List<String> delivered = new ArrayList<>();
        Surveys surveys = Surveys.builder(Coffee.survey().build())
                .inMemory()
                .clock(twilio.clock())
                .listenerExecutor(Runnable::run)
                .onAnyEvent(event -> delivered.add(event.cloudEvent()))
                .build();
        for (String text : List.of("hi", "4")) {
            surveys.textWebhook()
                    .respond(WebhookRequest.post("https://app.example/sms")
                            .withForm("MessageSid", "SM" + text, "From", PERSON, "To", "12345", "Body", text));
        }

        JsonNode answered = new ObjectMapper().readTree(delivered.get(1));

        assertThat(answered.path("specversion").asText()).isEqualTo("1.0");
        assertThat(answered.path("type").asText()).isEqualTo("dev.parlance.survey.answered");
        assertThat(answered.path("source").asText()).isEqualTo("/parlance/surveys/coffee");
        assertThat(answered.path("subject").asText()).isEqualTo(PERSON);
        assertThat(answered.path("sequence").asText()).isEqualTo("2");
        assertThat(answered.path("time").asText())
                .isEqualTo(twilio.clock().instant().toString());
        assertThat(answered.path("data").path("answer").path("value").path(0).asText())
                .isEqualTo("4");
        assertThat(new ObjectMapper().readTree(delivered.get(0)).path("id").asText())
                .endsWith("-1");
    }
}
