package dev.parlance.examples.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.browser.TokenEndpoint;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.FakeCall;
import dev.parlance.testkit.FakePhone;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.testkit.log.SignalTrace;
import dev.parlance.testkit.log.SignalTrace.Step;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Each kind of call, in real browsers with Twilio's own SDK. */
class CallsTest {
    private static final String NUMBER = "+33123456789";
    private static final String PUBLIC_URL = "https://calls.example";
    private static final Map<String, String> USERS = Map.of("ana", "anas-word", "luc", "lucs-word");

    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    private static AccountSettings settings;
    private static PhonePage ana;
    private static PhonePage luc;

    private TwilioAccount account;
    private Router routes;
    private WebhookServer server;

    private final FakePhone eve = twilio.phone("+33612345678");

    @BeforeAll
    static void startBrowsers() {
        twilio.number(NUMBER).onCall(PUBLIC_URL + "/hooks/voice");
        settings = AccountSettings.of(twilio.accountSid(), twilio.authToken())
                .withApiKey(twilio.apiKey())
                .withPhoneNumber(Address.of(NUMBER))
                .withVoiceApplicationSid(twilio.application(PUBLIC_URL + "/hooks/call/connect"));
        ana = new PhonePage(twilio.voiceGateway());
        luc = new PhonePage(twilio.voiceGateway());
    }

    @AfterAll
    static void stop() {
        ana.close();
        luc.close();
    }

    @BeforeEach
    void setUp() {
        account = TwilioAccount.builder(settings).baseUrl(twilio.url()).build();
        routes = BrowserCalls.routes(
                account,
                new BrowserCalls.Options(USERS, List.of("FR"), "FR", URI.create(PUBLIC_URL), Optional.empty()));
        twilio.mount(PUBLIC_URL, routes);
        server = WebhookServer.start(0, routes);
    }

    @AfterEach
    void tearDown() {
        ana.leave();
        luc.leave();
        server.close();
        account.close();
    }

    private static List<String> signals() {
        return twilio.voiceGateway().trace().withoutEvents().steps().stream()
                .map(Step::toString)
                .toList();
    }

    private static List<String> events() {
        return twilio.voiceGateway().trace().only(Step::isEvent).steps().stream()
                .map(Step::label)
                .toList();
    }

    private void signInAna() {
        ana.ready(server.url(), "ana");
    }

    @Test
    void initialisation_with_valid_credentials() {
        signInAna();

        assertThat(signals())
                .containsExactly(
                        "a page -> signalling: listen",
                        "signalling -> client:ana: connected",
                        "client:ana -> signalling: register",
                        "signalling -> client:ana: ready");
        assertThat(twilio.voiceGateway().isRegistered("ana")).isTrue();
    }

    /** Gives the page a token from another account. */
    private void assertInitialisationFails(AccountSettings.ApiKey key, Clock clock, String problem) {
        AccountSettings wrong = settings.withApiKey(key);
        try (TwilioAccount other =
                TwilioAccount.builder(wrong).baseUrl(twilio.url()).clock(clock).build()) {
            WebhookHandler tokens = TokenEndpoint.of(other, request -> Optional.of("ana"));
            WebhookHandler either =
                    request -> (request.path().equals("/api/token/generate") ? tokens : routes).handle(request);
            try (WebhookServer wrongServer = WebhookServer.start(0, either)) {
                ana.signIn(wrongServer.url(), "ana").problem(problem);
            }
        }
        assertThat(signals())
                .startsWith(
                        "a page -> signalling: listen", "signalling -> a page: error", "signalling -> a page: close");
        assertThat(twilio.voiceGateway().isRegistered("ana")).isFalse();
    }

    @Test
    void initialisation_with_an_invalid_account() {
        AccountSettings.ApiKey unknown = new AccountSettings.ApiKey("SK" + "9".repeat(32), Secret.of("9".repeat(32)));
        assertInitialisationFails(unknown, Clock.systemUTC(), "The token is invalid");
    }

    @Test
    void initialisation_with_an_invalid_secret() {
        String sid = settings.apiKey().orElseThrow().sid();
        AccountSettings.ApiKey wrong = new AccountSettings.ApiKey(sid, Secret.of("9".repeat(32)));
        assertInitialisationFails(wrong, Clock.systemUTC(), "The token is invalid");
    }

    @Test
    void initialisation_with_an_expired_token() {
        Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        assertInitialisationFails(settings.apiKey().orElseThrow(), yesterday, "The token has expired");
    }

    @Test
    void ringing_a_phone_and_accepting_there() {
        signInAna();

        ana.calls("06 12 34 56 78").status("Ringing at 06 12 34 56 78");
        assertThat(eve.isRinging()).isTrue();
        FakeCall call = eve.answers();
        ana.status("In a call with 06 12 34 56 78");

        assertThat(call.from()).isEqualTo(NUMBER);
        assertThat(signals())
                .containsSubsequence(
                        "client:ana -> signalling: invite",
                        "signalling -> client:ana: ringing",
                        "twilio -> application: POST /hooks/call/connect",
                        "application -> twilio: HTTP 200",
                        "signalling -> client:ana: answer");
        ana.waitUntil("#hang-up", button -> events().contains("connection accepted-by-remote"));
        assertThat(events())
                .contains(
                        "get-user-media succeeded",
                        "signaling-state have-local-offer",
                        "signaling-state stable",
                        "connection accepted-by-remote");
        ana.waitUntil("#hang-up", button -> events().contains("ice-connection-state connected"));
    }

    @Test
    void hanging_up_before_the_far_end_has_answered() {
        signInAna();
        ana.calls("0612345678").status("Ringing");

        ana.click("#hang-up").status("The call is over");

        ana.waitUntil("#call", button -> !eve.isRinging());
        assertThat(signals()).contains("client:ana -> signalling: hangup");
        assertThat(eve.callHistory().get(0).status()).isEqualTo("canceled");
        ana.waitUntil("#call", button -> events().contains("connection disconnected-by-local"));
    }

    @Test
    void declining_at_the_far_end() {
        signInAna();
        ana.calls("0612345678").status("Ringing");
        assertThat(eve.isRinging()).isTrue();

        eve.declines();

        ana.status("The call is over");
        assertThat(signals()).contains("signalling -> client:ana: hangup");
        assertThat(twilio.phone("client:ana").callHistory().get(0).said())
                .extracting(FakeCall.Said::text)
                .containsExactly("The line is busy.");
        ana.waitUntil("#call", button -> events().contains("connection disconnected-by-remote"));
    }

    @Test
    void an_invalid_number() {
        signInAna();

        ana.calls("12345").status("The call is over");

        assertThat(signals()).contains("signalling -> client:ana: hangup");
        assertThat(twilio.phone("client:ana").callHistory().get(0).said())
                .extracting(FakeCall.Said::text)
                .containsExactly("This number cannot be called. Please check it.");
    }

    @Test
    void a_number_outside_the_dial_plan_is_refused_in_the_users_language() {
        signInAna();
        ana.choose("#language", "fr").status("Prêt");

        ana.calls("+34612345678").status("L’appel est terminé");

        assertThat(twilio.phone("client:ana").callHistory().get(0).said())
                .containsExactly(new FakeCall.Said(
                        "Les numéros de ce pays ne peuvent pas être appelés d'ici.", "fr-FR", "Polly.Celine"));
    }

    @Test
    void hanging_up_from_both_sides() {
        signInAna();
        ana.calls("0612345678").status("Ringing");
        FakeCall call = eve.answers();
        ana.status("In a call").click("#hang-up").status("The call is over");
        ana.waitUntil("#call", button -> call.isOver());

        ana.calls("0612345678").status("Ringing");
        FakeCall second = eve.answers();
        ana.status("In a call");
        second.hangsUp();
        ana.status("The call is over");
    }

    @Test
    void an_incoming_call_is_accepted_and_ended_in_the_browser() {
        signInAna();

        FakeCall call = eve.calls(NUMBER);
        ana.status("+33612345678 is calling").click("#accept").status("In a call with +33612345678");

        assertThat(signals())
                .containsSubsequence(
                        "twilio -> application: POST /hooks/voice",
                        "signalling -> client:ana: invite",
                        "client:ana -> signalling: answer",
                        "signalling -> client:ana: answer");
        ana.waitUntil("#hang-up", button -> events().contains("connection accepted-by-local"));
        ana.click("#hang-up").status("The call is over");
        ana.waitUntil("#call", button -> call.isOver());
        assertThat(signals()).contains("client:ana -> signalling: hangup");
    }

    @Test
    void an_incoming_call_is_declined_and_a_message_is_taken() {
        signInAna();

        FakeCall call = eve.calls(NUMBER);
        ana.status("is calling").click("#decline").status("Declined");

        twilio.advance(Duration.ofSeconds(21)); // Luc has no page open, so nobody answers
        ana.waitUntil("#call", button -> call.transcript().contains("leave a message"));
        assertThat(signals()).contains("client:ana -> signalling: reject");
        assertThat(events()).contains("connection incoming");
    }

    @Test
    void the_ringing_stops_when_the_caller_hangs_up() {
        signInAna();
        FakeCall call = eve.calls(NUMBER);
        ana.status("is calling");

        call.hangsUp();

        ana.status("The caller hung up");
        assertThat(signals()).contains("signalling -> client:ana: cancel");
    }

    @Test
    void the_first_browser_to_answer_gets_the_call() {
        signInAna();
        luc.ready(server.url(), "luc");

        eve.calls(NUMBER);
        ana.status("is calling");
        luc.status("is calling").click("#accept").status("In a call");

        ana.status("The caller hung up");
    }

    @Test
    void an_unanswered_call_goes_to_voicemail() {
        signInAna();
        FakeCall call = eve.calls(NUMBER);
        ana.status("is calling");

        twilio.advance(Duration.ofSeconds(21));

        ana.status("The caller hung up");
        call.hears("Please leave a message");
    }

    @Test
    void two_browsers_hear_each_other() {
        signInAna();
        luc.ready(server.url(), "luc");

        ana.calls("luc").status("Ringing at luc");
        luc.status("ana is calling").click("#accept").status("In a call with ana");
        ana.status("In a call with luc");

        for (PhonePage page : List.of(ana, luc)) {
            page.waitUntil("#quality", line -> received(line.getAttribute("data-received")) > 10_000);
            page.waitUntil("#level-out", meter -> Double.parseDouble(meter.getDomProperty("value")) > 0.01);
        }
        luc.click("#hang-up");
        ana.status("The call is over");
    }

    private static long received(String bytes) {
        return bytes == null ? 0 : Long.parseLong(bytes);
    }

    @Test
    void keys_in_a_call_reach_the_phone() {
        signInAna();
        ana.calls("0612345678").status("Ringing");
        FakeCall call = eve.answers();
        ana.status("In a call");

        ana.click("[data-key='4']").click("[data-key='#']");

        ana.waitUntil("#hang-up", button -> call.transcript().contains("presses #"));
        assertThat(call.transcript()).contains("client:ana presses 4");
        assertThat(signals()).contains("client:ana -> signalling: dtmf");
    }

    @Test
    void a_call_can_be_muted() {
        signInAna();
        ana.calls("0612345678").status("Ringing");
        eve.answers();

        ana.click("#mute").waitUntil("#mute", button -> "true".equals(button.getAttribute("aria-pressed")));
        ana.click("#mute").waitUntil("#mute", button -> "false".equals(button.getAttribute("aria-pressed")));
    }

    @Test
    void a_call_survives_a_lost_connection() {
        signInAna();
        ana.calls("0612345678").status("Ringing");
        FakeCall call = eve.answers();
        ana.status("In a call");

        twilio.voiceGateway().dropsConnections();

        ana.waitUntil(
                "#hang-up",
                button -> signals().stream()
                                .filter("client:ana -> signalling: invite"::equals)
                                .count()
                        == 2);
        twilio.voiceGateway().awaitsRegistered("ana");
        ana.status("In a call");
        assertThat(call.isOver()).isFalse();
        ana.click("#hang-up");
        ana.waitUntil("#call", button -> call.isOver());
    }

    @Test
    void the_page_can_be_used_with_the_keyboard_only() {
        signInAna();
        eve.calls(NUMBER);
        ana.status("is calling").press(Keys.ENTER);
        ana.status("In a call").press(Keys.ESCAPE);
        ana.status("The call is over");
    }

    @Test
    void screenshots_of_the_page() {
        ana.open(server.url()).see("body");
        signInAna();
        ana.see("#number").sendKeys("06 12 34 56 78");
        ana.screenshot("phone-ready");
        ana.click("#call").status("Ringing");
        ana.screenshot("phone-ringing");
        eve.answers();
        ana.status("In a call").see("#meters");
        ana.screenshot("phone-in-call");
        ana.click("#hang-up").status("The call is over");
        eve.calls(NUMBER);
        ana.status("is calling");
        ana.size(360, 740);
        ana.screenshot("phone-incoming");
        ana.size(520, 900);
        assertThat((Boolean) ana.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    @Test
    void the_trace_of_a_call_can_be_drawn() {
        signInAna();
        ana.calls("0612345678").status("Ringing");
        eve.answers();
        ana.status("In a call");

        SignalTrace trace = twilio.voiceGateway().trace().withoutEvents();

        assertThat(trace.toString()).contains("5. client:ana -> signalling: invite");
        assertThat(trace.toMermaid())
                .startsWith("sequenceDiagram\n")
                .contains("->>")
                .contains("POST /hooks/call/connect");
    }
}
