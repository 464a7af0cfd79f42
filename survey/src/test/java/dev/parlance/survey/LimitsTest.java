package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.Receipt;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits that keep a wrong clock or an endless conversation from doing harm. */
class LimitsTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @Test
    void a_clock_jump_does_not_expire_every_session_at_once() {
        Surveys surveys = Surveys.builder(Coffee.survey().build())
                .store(DocumentStore.inMemory())
                .clock(twilio.clock())
                .textSender(text -> new Receipt("SM0", "queued"))
                .maxExpiriesPerRun(3)
                .build();
        for (int i = 0; i < 8; i++) {
            surveys.start(Channel.TEXT, Address.of("+1500555010" + i), Invitation.plain());
        }
        twilio.advance(Duration.ofDays(30));

        DueReport first = surveys.runDue();
        DueReport next = surveys.runDue();

        assertThat(first.expired()).isEqualTo(3);
        assertThat(first.heldBack()).isEqualTo(5);
        assertThat(next).isEqualTo(DueReport.NOTHING);
        twilio.advance(Duration.ofMinutes(10));
        assertThat(surveys.runDue().expired()).isEqualTo(3);
    }

    @Test
    void a_thousand_turns_with_the_longest_answers_leave_a_small_session() {
        List<String> replies = new ArrayList<>();
        Surveys surveys = Surveys.builder(Coffee.survey().build())
                .inMemory()
                .clock(twilio.clock())
                .listenerExecutor(Runnable::run)
                .onAnyEvent(event -> {
                    throw new IllegalStateException("the listener always fails");
                })
                .build();
        List<String> texts = new ArrayList<>(List.of("hi", "2"));
        for (int i = 0; i < 500; i++) {
            texts.addAll(List.of("測".repeat(1_600), "back"));
        }
        for (int i = 0; i < texts.size(); i++) {
            replies.add(surveys.textWebhook()
                    .respond(WebhookRequest.post("https://app.example/sms")
                            .withForm("MessageSid", "SM" + i, "From", PERSON, "To", "12345", "Body", texts.get(i)))
                    .bodyText());
        }

        SessionState session = SessionState.of(surveys.find(Address.of(PERSON)).orElseThrow());

        assertThat(replies.get(3)).contains("Why?");
        assertThat(session.dropped()).isGreaterThan(400);
        assertThat(session.toJson().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(300_000);
    }
}
