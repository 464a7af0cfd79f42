package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.RequestResult;
import dev.parlance.testkit.ForEachTest;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On WhatsApp, a person sees that the business is typing while a request takes time. */
class TypingTest {
    private static final String OURS = "whatsapp:+15005550100";
    private static final String TYPING = "/v2/Indicators/Typing.json";

    private static final Survey SURVEY = Survey.parse(
            "s.json",
            """
                    {"name": "s", "opening": "guess", "goodbye": "bye", "questions": [
                      {"id": "drink", "kind": "text"},
                      {"id": "stock", "kind": "request", "function": "stock"},
                      {"id": "again", "kind": "request", "function": "stock"},
                      {"id": "many", "kind": "number"}
                    ]}
                    """,
            Prompts.of(Map.of("en", Map.of("drink", "Which drink?", "many", "How many?", "bye", "Bye."))));

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();
    /** Twilio has answered, or the channel has given up. */
    private final CountDownLatch isOver = new CountDownLatch(1);

    private Surveys surveys = open(account, UnaryOperator.identity(), () -> {});

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    private Surveys open(TextSender sender, UnaryOperator<MessengerChannel> change, Runnable request) {
        MessengerChannel channel =
                MessengerChannel.whatsApp(sender, account.contents()).withFrom(OURS);
        return Surveys.builder(SURVEY)
                .inMemory()
                .clock(twilio.clock())
                .channel(change.apply(channel))
                .function("stock", (session, key) -> {
                    request.run();
                    return RequestResult.ok(Map.of());
                })
                .build();
    }

    /** Answers the question before the request. */
    private void answer() {
        twilio.number(OURS).onText("https://app.example/whatsapp");
        twilio.mount("https://app.example", surveys.webhook("whatsapp"));
        ana.textsTo(OURS, "hi").receives("Which drink?").texts("tea");
    }

    private long indicators() {
        return twilio.log().requests().stream()
                .filter(request -> request.path().endsWith(TYPING))
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The account, which reports when it has shown the indicator. */
    private TextSender reporting() {
        return new TextSender() {
            @Override
            public Receipt send(TextMessage text) {
                return account.send(text);
            }

            @Override
            public void showTyping(Address person, String message) {
                try {
                    account.showTyping(person, message);
                } finally {
                    isOver.countDown();
                }
            }
        };
    }

    @Test
    void a_person_sees_that_the_business_is_typing_until_the_reply_comes() {
        surveys = open(reporting(), UnaryOperator.identity(), () -> {
            await(isOver);
            assertThat(ana.seesTyping(OURS)).isTrue();
        });

        answer();

        assertThat(ana.lastMessage()).withBody("How many?");
        assertThat(ana.seesTyping(OURS)).isFalse();
        assertThat(indicators()).as("one for all requests of a turn").isEqualTo(1);
    }

    @Test
    void a_failure_to_show_it_changes_nothing() {
        twilio.failNext(100, "POST *Typing.json", ApiFault.serverError(500));
        surveys = open(reporting(), UnaryOperator.identity(), () -> await(isOver));

        answer();

        assertThat(ana.lastMessage()).withBody("How many?");
    }

    @Test
    void the_reply_does_not_wait_for_it_and_it_is_given_up() {
        CountDownLatch isTrying = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        TextSender slow = new TextSender() {
            @Override
            public Receipt send(TextMessage text) {
                return account.send(text);
            }

            @Override
            public void showTyping(Address person, String message) {
                isTrying.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    isOver.countDown();
                }
            }
        };
        surveys = open(slow, UnaryOperator.identity(), () -> TypingTest.await(isTrying));

        answer();

        assertThat(ana.lastMessage()).withBody("How many?");
        await(isOver);
    }

    @Test
    void a_channel_without_typing_shows_nothing() {
        surveys = open(reporting(), MessengerChannel::withoutTyping, () -> {});

        answer();

        assertThat(ana.lastMessage()).withBody("How many?");
        assertThat(indicators()).isZero();
    }
}
