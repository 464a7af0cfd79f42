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
 * Answers the webhook of a number: rings the browsers of several users, connects with the first who answers, and takes a
 * message if nobody does.
 *
 * <pre>{@code
 * IncomingCalls calls = IncomingCalls.ring("ana", "luc").patience(Duration.ofSeconds(20)).voicemail();
 * router.post("/hooks/voice", signed.handler(calls));
 * }</pre>
 *
 * <p>Recordings are at Twilio, as those of any call are. Immutable, and safe for use by several threads.
 */
public final class IncomingCalls implements WebhookHandler {
    private static final Duration LONGEST_MESSAGE = Duration.ofMinutes(2);
    private static final Set<String> ANSWERED = Set.of("completed", "answered");

    /** As many as one Dial takes. */
    private static final int MOST = 10;

    private final Function<WebhookRequest, List<String>> whom;
    private final Duration patience;
    private final boolean takesMessages;
    private final Prompts words;

    private IncomingCalls(
            Function<WebhookRequest, List<String>> whom, Duration patience, boolean takesMessages, Prompts words) {
        this.whom = whom;
        this.patience = patience;
        this.takesMessages = takesMessages;
        this.words = words;
    }

    /** Rings all browsers of these users. */
    public static IncomingCalls ring(String... users) {
        List<String> all = List.of(users);
        return ring(request -> all);
    }

    /** Rings all browsers of those who are on duty. */
    public static IncomingCalls ring(Function<WebhookRequest, List<String>> users) {
        return new IncomingCalls(users, Duration.ofSeconds(20), false, CallWords.builtIn());
    }

    /** How long it rings; 20 seconds if it is not told. */
    public IncomingCalls patience(Duration time) {
        return new IncomingCalls(whom, time, takesMessages, words);
    }

    /** Takes a message if nobody answers; without this, the caller is told so. */
    public IncomingCalls voicemail() {
        return new IncomingCalls(whom, patience, true, words);
    }

    /** What is said, in other words or more languages than English, French and Spanish. */
    public IncomingCalls words(Prompts newWords) {
        return new IncomingCalls(whom, patience, takesMessages, newWords);
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Parameters parameters = request.parameters();
        Language language = CallWords.languageOf(request, words);
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
        List<String> users = whom.apply(request);
        if (users.isEmpty()) {
            return afterRinging(request, twiml, "no-answer");
        }
        return twiml.dial(dial -> {
            dial.action(after(request, "dial")).answerOnBridge(true).timeout(patience);
            users.stream().limit(MOST).forEach(dial::client);
        });
    }

    private VoiceTwiml afterRinging(WebhookRequest request, VoiceTwiml twiml, String status) {
        if (ANSWERED.contains(status)) {
            return twiml.hangup();
        }
        return takesMessages
                ? twiml.prompt("voicemail.ask")
                        .record(record -> record.action(after(request, "message"))
                                .maxLength(LONGEST_MESSAGE)
                                .playBeep(true))
                        .hangup()
                : twiml.prompt("ended.no-answer").hangup();
    }

    private static String after(WebhookRequest request, String what) {
        String language = request.parameters()
                .first("language")
                .filter(tag -> tag.matches("[A-Za-z0-9-]{2,35}"))
                .orElse("");
        return request.path() + "?after=" + what + (language.isEmpty() ? "" : "&language=" + language);
    }
}
