package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Repeated and simultaneous webhooks of a number with several surveys. */
class DeskRacesTest {
    private static final Address ANA = Address.of("+15005550006");
    private static final int ROUNDS = 50;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final DeskApp app = new DeskApp(twilio);

    private final FakePhone ana = twilio.phone(ANA.value());
    private final Surveys coffee = app.surveys(DeskApp.withKeyword("coffee", "COFFEE"));
    private final Surveys tea = app.surveys(DeskApp.withKeyword("tea", "TEA"));

    private SurveyDesk openWithMenu() {
        return app.open(desk -> desk.add(coffee).add(tea).menu(app.surveys(DeskApp.menu("coffee", "tea")), "which"));
    }

    private static WebhookRequest text(Address from, String sid, String body) {
        return WebhookRequest.post(App.ADDRESS + "/sms")
                .withForm("From", from.value(), "To", App.NUMBER, "MessageSid", sid, "Body", body);
    }

    private static WebhookRequest call(Address from, String query, String... more) {
        String[] form = Stream.concat(
                        Stream.of("From", from.value(), "To", App.NUMBER, "CallSid", "CA0", "Direction", "inbound"),
                        Stream.of(more))
                .toArray(String[]::new);
        return WebhookRequest.post(App.ADDRESS + "/voice" + query).withForm(form);
    }

    private static List<String> atTheSameTime(Supplier<String> first, Supplier<String> second) {
        CompletableFuture<String> other = CompletableFuture.supplyAsync(second, task -> new Thread(task).start());
        return List.of(first.get(), other.join());
    }

    private static Address person(int number) {
        return Address.of("+150055510" + (10 + number));
    }

    @Test
    void every_repeated_text_gets_its_first_reply() {
        WebhookHandler texts = openWithMenu().textWebhook();
        List<WebhookRequest> requests = List.of(
                text(ANA, "SM1", "hi"),
                text(ANA, "SM2", "2"),
                text(ANA, "SM3", "5"),
                text(ANA, "SM4", "4"),
                text(ANA, "SM5", "hi"),
                text(ANA, "SM6", "1"));

        List<String> replies = requests.stream()
                .map(request -> texts.respond(request).bodyText())
                .toList();

        assertThat(replies)
                .satisfiesExactly(
                        reply -> assertThat(reply).contains("Which survey?"),
                        reply -> assertThat(reply).contains("tea one"),
                        reply -> assertThat(reply).contains("tea two"),
                        reply -> assertThat(reply).contains("Thank you"),
                        reply -> assertThat(reply).contains("Which survey?"),
                        reply -> assertThat(reply).contains("coffee one"));
        assertThat(requests)
                .extracting(request -> texts.respond(request).bodyText())
                .isEqualTo(replies);
    }

    @Test
    void every_repeated_request_of_a_call_gets_its_first_reply() {
        WebhookHandler calls = openWithMenu().voiceWebhook();
        List<WebhookRequest> requests = List.of(
                call(ANA, ""),
                call(ANA, "?survey=menu&turn=1", "Digits", "2"),
                call(ANA, "?survey=tea&turn=1", "Digits", "5"),
                call(ANA, "?survey=tea&turn=2", "Digits", "4"));

        List<String> replies = requests.stream()
                .map(request -> calls.respond(request).bodyText())
                .toList();

        assertThat(replies)
                .satisfiesExactly(
                        reply -> assertThat(reply).contains("Which survey?"),
                        reply -> assertThat(reply).contains("tea one"),
                        reply -> assertThat(reply).contains("tea two"),
                        reply -> assertThat(reply).contains("Thank you"));
        assertThat(requests)
                .extracting(request -> calls.respond(request).bodyText())
                .isEqualTo(replies);
    }

    @Test
    void a_text_that_arrives_twice_at_once_gets_one_reply_and_counts_once() {
        WebhookHandler texts = openWithMenu().textWebhook();
        for (int i = 0; i < ROUNDS; i++) {
            Address person = person(i);
            for (String body : List.of("hi", "2", "5", "COFFEE", "4")) {
                WebhookRequest request = text(person, "SM" + i + body, body);
                Supplier<String> delivery = () -> texts.respond(request).bodyText();

                List<String> replies = atTheSameTime(delivery, delivery);

                assertThat(replies.get(0)).isEqualTo(replies.get(1));
            }
            assertThat(tea.find(person).orElseThrow().disposition().name()).isEqualTo("COMPLETED");
            assertThat(coffee.find(person)).isEmpty();
        }
    }

    @Test
    void two_first_texts_at_once_start_one_survey() {
        WebhookHandler texts = openWithMenu().textWebhook();
        for (int i = 0; i < ROUNDS; i++) {
            Address person = person(i);
            WebhookRequest one = text(person, "SM1" + i, "COFFEE");
            WebhookRequest other = text(person, "SM2" + i, "TEA");

            atTheSameTime(
                    () -> texts.respond(one).bodyText(),
                    () -> texts.respond(other).bodyText());

            assertThat(Stream.of(coffee, tea)
                            .filter(survey -> survey.find(person).isPresent()))
                    .hasSize(1);
        }
    }

    @Test
    void two_surveys_that_contact_a_person_at_once_do_not_both_reach_them() {
        openWithMenu();
        ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        List<FakePhone> phones = IntStream.range(0, ROUNDS)
                .mapToObj(i -> twilio.phone(person(i).value()))
                .toList();

        for (FakePhone phone : phones) {
            Address person = Address.of(phone.number());
            twilio.concurrently(
                    () -> outcomes.add(coffee.start(Channel.TEXT, person, Invitation.plain())
                            .outcome()),
                    () -> outcomes.add(
                            tea.start(Channel.TEXT, person, Invitation.plain()).outcome()));
        }

        assertThat(outcomes).filteredOn(Outcome.STARTED::equals).hasSize(ROUNDS);
        assertThat(outcomes).filteredOn(Outcome.IN_ANOTHER_SURVEY::equals).hasSize(ROUNDS);
    }

    @Test
    void a_text_that_twilio_delivers_twice_counts_once() {
        openWithMenu();
        twilio.failNextWebhook("*/sms", WebhookFault.TWICE);
        ana.textsTo(App.NUMBER, "TEA").receives("tea one");
        twilio.advance(Duration.ofSeconds(1));
        twilio.failNextWebhook("*/sms", WebhookFault.TWICE);
        ana.textsTo(App.NUMBER, "3").receives("tea two?");

        assertThat(app.answered()).containsExactly("tea first=3");
    }
}
