package dev.parlance.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.TextMessage;
import dev.parlance.prompt.Prompts;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObservationsTest {
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final TestObservationRegistry registry = TestObservationRegistry.create();
    private final Observations observations = Observations.in(registry);
    private final List<Observation.Context> finished = new CopyOnWriteArrayList<>();
    private TwilioAccount account;

    @BeforeEach
    void open() {
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }

            @Override
            public void onStop(Observation.Context context) {
                finished.add(context);
            }
        });
        twilio.number(OURS).onText("https://app.example/sms").onCall("https://app.example/voice");
        account = TwilioAccount.builder(twilio.settings())
                .baseUrl(twilio.url())
                .clock(twilio.clock())
                .aroundTexts(observations::texts)
                .aroundCalls(observations::calls)
                .build();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private List<Map<String, String>> keysOf(String name) {
        return finished.stream()
                .filter(context -> name.equals(context.getName()))
                .map(context -> context.getLowCardinalityKeyValues().stream()
                        .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue)))
                .toList();
    }

    private void serve(WebhookHandler handler) {
        twilio.mount("https://app.example", observations.webhooks(handler));
    }

    @Test
    void a_webhook_has_a_kind_a_channel_and_an_outcome() {
        serve(request -> WebhookResponse.of(MessageTwiml.reply("Hello")));

        twilio.phone(ANA).texts("hi").receives("Hello");

        assertThat(keysOf("parlance.webhook"))
                .containsExactly(Map.of("kind", "text", "channel", "phone", "outcome", "success", "refusal", "none"));
    }

    @Test
    void the_parts_of_a_call_have_kinds() {
        serve(request -> WebhookResponse.of(
                request.parameters().first("Digits").isPresent()
                        ? VoiceTwiml.create().say("Thanks").hangup()
                        : VoiceTwiml.create()
                                .gather(gather ->
                                        gather.action("/voice").digits(1).say("Press a key"))));

        twilio.phone(ANA).calls(OURS).presses("1").hears("Thanks");

        assertThat(keysOf("parlance.webhook"))
                .extracting(keys -> keys.get("kind"))
                .startsWith("call", "gather");
        assertThat(keysOf("parlance.webhook"))
                .extracting(keys -> keys.get("channel"))
                .containsOnly("voice");
    }

    @Test
    void a_handler_that_fails_is_an_error_and_one_that_refuses_is_not() {
        WebhookRequest text = WebhookRequest.post("https://app.example/sms").withForm("MessageSid", "SM0");

        observations
                .webhooks(request -> {
                    throw new IllegalStateException("broken");
                })
                .respond(text);
        observations
                .webhooks(request -> {
                    throw new WebhookException(409, "Not now");
                })
                .respond(text);

        assertThat(keysOf("parlance.webhook"))
                .extracting(keys -> keys.get("outcome"))
                .containsExactly("error", "refused");
    }

    @Test
    void a_webhook_with_a_wrong_signature_is_counted_with_the_reason() {
        WebhookHandler safe = SignedWebhooks.verifiedBy(TwilioSignature.of(Secret.of("0".repeat(32))))
                .withListener(observations.refusals())
                .handler(observations.webhooks(request -> WebhookResponse.noContent()));

        safe.respond(WebhookRequest.post("https://app.example/sms").withForm("Body", "forged"));

        assertThat(keysOf("parlance.webhook"))
                .containsExactly(Map.of(
                        "kind", "none", "channel", "none", "outcome", "refused", "refusal", "missing-signature"));
    }

    @Test
    void a_text_that_a_webhook_sends_is_its_child() {
        serve(request -> {
            account.send(TextMessage.to(Address.of("+15005550111"), "Ana wrote")
                    .withFrom(IncomingMessage.of(request).to().value()));
            return WebhookResponse.noContent();
        });

        twilio.phone(ANA).texts("hi");
        twilio.phone("+15005550111").receives("Ana wrote");

        Observation.Context send = finished.get(0);
        assertThat(send.getName()).isEqualTo("parlance.send");
        assertThat(send.getParentObservation()).isNotNull();
        assertThat(send.getParentObservation().getContextView().getName()).isEqualTo("parlance.webhook");
    }

    @Test
    void texts_and_calls_have_a_channel_and_an_outcome() {
        twilio.number("whatsapp:" + OURS);
        account.send(TextMessage.to(Address.of("whatsapp:" + ANA), "Hello").withFrom(OURS));
        account.place(PhoneCall.to(Address.of(ANA)).withTwiml("<Response/>").withFrom(Address.of(OURS)));

        assertThat(keysOf("parlance.send"))
                .containsExactly(
                        Map.of("channel", "whatsapp", "outcome", "success", "reason", "none", "code", "none"),
                        Map.of("channel", "voice", "outcome", "success", "reason", "none", "code", "none"));
    }

    @Test
    void a_refused_text_has_a_reason_and_twilios_code() {
        assertThatThrownBy(() -> account.send(
                        TextMessage.to(Address.of("+1500"), "Hello").withFrom(OURS)))
                .isInstanceOf(OutboundException.class);

        assertThat(keysOf("parlance.send"))
                .containsExactly(
                        Map.of("channel", "phone", "outcome", "refused", "reason", "bad-address", "code", "21211"));
    }

    @Test
    void turns_and_events_of_a_survey_are_observed() {
        Survey survey = Survey.parse(
                "tea.json",
                "{\"name\": \"tea\", \"opening\": \"guess\", \"questions\": [{\"id\": \"tea\", \"kind\": \"yesNo\"}]}",
                Prompts.of(Map.of("en-US", Map.of("tea", "Do you like tea?"))));
        Surveys surveys = Surveys.builder(survey)
                .clock(twilio.clock())
                .listenerExecutor(Runnable::run)
                .onAnyEvent(observations.listener(event -> {}))
                .eventSink(observations.events(List::size))
                .build();
        twilio.mount("https://app.example", observations.turns(surveys, Channel.TEXT));

        twilio.phone(ANA).texts("hi").receives("Do you like tea?");
        twilio.phone(ANA).texts("yes").receives("Thank");

        assertThat(keysOf("parlance.survey.turn"))
                .containsExactly(
                        Map.of("survey", "tea", "channel", "text", "outcome", "success"),
                        Map.of("survey", "tea", "channel", "text", "outcome", "success"));
        assertThat(keysOf("parlance.event"))
                .extracting(keys -> keys.get("type"))
                .containsExactlyInAnyOrder("started", "started", "answered", "answered", "completed", "completed");
        assertThat(finished).allSatisfy(context -> {
            assertThat(context.getHighCardinalityKeyValues()).isEmpty();
            assertThat(context.getLowCardinalityKeyValues().toString()).doesNotContain(ANA, "yes");
        });
    }

    @Test
    void a_listener_that_fails_is_an_error() {
        Survey survey = Survey.parse(
                "tea.json",
                "{\"name\": \"tea\", \"opening\": \"guess\", \"questions\": [{\"id\": \"tea\", \"kind\": \"yesNo\"}]}",
                Prompts.of(Map.of("en-US", Map.of("tea", "Do you like tea?"))));
        Surveys surveys = Surveys.builder(survey)
                .clock(twilio.clock())
                .listenerExecutor(Runnable::run)
                .onAnyEvent(observations.listener(event -> {
                    throw new IllegalStateException("broken");
                }))
                .build();
        twilio.mount("https://app.example", surveys.textWebhook());

        twilio.phone(ANA).texts("hi").receives("Do you like tea?");

        assertThat(keysOf("parlance.event")).containsExactly(Map.of("type", "started", "outcome", "error"));
    }
}
