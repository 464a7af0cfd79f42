package dev.parlance.account.browser;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Handles calls to a number: rings the browsers of several users, connects the first one to answer, and takes a voicemail if
 * nobody does.
 *
 * <pre>{@code
 * IncomingCalls calls = IncomingCalls.ring("ana", "luc").withRingTimeout(Duration.ofSeconds(20)).withVoicemail();
 * router.post("/hooks/voice", SignedWebhooks.verifiedBy(signature).handler(calls));
 * }</pre>
 *
 * <p>Twilio keeps the recordings, as for any call. Immutable and thread-safe.
 */
public final class IncomingCalls implements WebhookHandler {
    private static final Duration MAX_MESSAGE = Duration.ofMinutes(2);
    private static final Set<String> ANSWERED = Set.of("completed", "answered");

    /** Twilio's limit for one Dial. */
    private static final int MAX_USERS = 10;

    private final Function<WebhookRequest, List<String>> users;
    private final Duration ringTimeout;
    private final boolean voicemail;
    private final Prompts prompts;

    private IncomingCalls(
            Function<WebhookRequest, List<String>> users, Duration ringTimeout, boolean voicemail, Prompts prompts) {
        this.users = users;
        this.ringTimeout = ringTimeout;
        this.voicemail = voicemail;
        this.prompts = prompts;
    }

    /** Rings all browsers of these users. */
    public static IncomingCalls ring(String... users) {
        List<String> all = List.of(users);
        return ring(request -> all);
    }

    /** Rings all browsers of the users that this function returns, for example those on duty. */
    public static IncomingCalls ring(Function<WebhookRequest, List<String>> users) {
        return new IncomingCalls(users, Duration.ofSeconds(20), false, CallPrompts.builtIn());
    }

    /** Sets how long to ring. Default: 20 seconds. */
    public IncomingCalls withRingTimeout(Duration time) {
        return new IncomingCalls(users, time, voicemail, prompts);
    }

    /** Takes a message if nobody answers. Default: says that nobody answers. */
    public IncomingCalls withVoicemail() {
        return new IncomingCalls(users, ringTimeout, true, prompts);
    }

    /** Sets the prompts. Default: English, French and Spanish. */
    public IncomingCalls withPrompts(Prompts newPrompts) {
        return new IncomingCalls(users, ringTimeout, voicemail, newPrompts);
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Parameters parameters = request.parameters();
        Language language = CallPrompts.languageOf(request, prompts);
        VoiceTwiml twiml = VoiceTwiml.in(language);
        return WebhookResponse.of(
                switch (parameters.first("after").orElse("")) {
                    case "dial" ->
                        afterRinging(
                                request,
                                twiml,
                                parameters.first("DialCallStatus").orElse(""));
                    case "message" -> twiml.prompt("voicemail.thanks").hangup();
                    default -> ring(request, twiml);
                });
    }

    private VoiceTwiml ring(WebhookRequest request, VoiceTwiml twiml) {
        List<String> rung = users.apply(request);
        if (rung.isEmpty()) {
            return afterRinging(request, twiml, "no-answer");
        }
        return twiml.dial(dial -> {
            dial.action(after(request, "dial")).answerOnBridge(true).timeout(ringTimeout);
            rung.stream().limit(MAX_USERS).forEach(dial::client);
        });
    }

    private VoiceTwiml afterRinging(WebhookRequest request, VoiceTwiml twiml, String status) {
        if (ANSWERED.contains(status)) {
            return twiml.hangup();
        }
        return voicemail
                ? twiml.prompt("voicemail.ask")
                        .record(record -> record.action(after(request, "message"))
                                .maxLength(MAX_MESSAGE)
                                .playBeep(true))
                        .hangup()
                : twiml.prompt("ended.no-answer").hangup();
    }

    private static String after(WebhookRequest request, String step) {
        String language = request.parameters()
                .first("language")
                .filter(tag -> tag.matches("[A-Za-z0-9-]{2,35}"))
                .orElse("");
        return request.path() + "?after=" + step + (language.isEmpty() ? "" : "&language=" + language);
    }
}
