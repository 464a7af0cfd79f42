package dev.parlance.account.browser;

import dev.parlance.Address;
import dev.parlance.account.AccountException;
import dev.parlance.account.TwilioAccount;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Answers the webhook of calls that browsers begin: dials whom the plan allows, and says to the user why a call is not made or not answered.
 *
 * <pre>{@code
 * OutgoingCalls calls = OutgoingCalls.by(plan, account, "+33123456789");
 * router.post("/hooks/call/connect", signed.handler(calls));
 * }</pre>
 *
 * <p>Whom to call is the parameter {@code phoneNumber} or {@code To} that the page gives {@code device.connect}; {@code language}
 * is the language of what is said. Who calls is what Twilio says of his token, so it has to stand behind a signature check.
 * Immutable, and safe for use by several threads.
 */
public final class OutgoingCalls implements WebhookHandler {
    private static final Logger LOG = System.getLogger(OutgoingCalls.class.getName());
    private static final String CLIENT = "client:";
    private static final Map<String, String> UNANSWERED =
            Map.of("busy", "ended.busy", "no-answer", "ended.no-answer", "failed", "ended.failed");

    private final DialPlan plan;
    private final String callerId;
    private final Duration longest;
    private final Prompts words;

    private OutgoingCalls(DialPlan plan, String callerId, Duration longest, Prompts words) {
        this.plan = plan;
        this.callerId = callerId;
        this.longest = longest;
        this.words = words;
    }

    /**
     * Calls that this plan allows.
     *
     * @param callerId the number that phones show
     * @throws IllegalArgumentException if the account does not own that number
     * @throws AccountException if that cannot be found out
     */
    public static OutgoingCalls by(DialPlan plan, TwilioAccount account, String callerId) {
        if (account.numbers().find(Address.of(callerId)).isEmpty()) {
            throw new IllegalArgumentException(
                    "The account does not own the number that calls are to come from; set TWILIO_PHONE_NUMBER to one of its own");
        }
        return new OutgoingCalls(plan, callerId, Duration.ofHours(1), CallWords.builtIn());
    }

    /** How long a call may take; an hour if it is not told. */
    public OutgoingCalls longest(Duration time) {
        return new OutgoingCalls(plan, callerId, time, words);
    }

    /** What is said, in other words or more languages than English, French and Spanish. */
    public OutgoingCalls words(Prompts newWords) {
        return new OutgoingCalls(plan, callerId, longest, newWords);
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Parameters parameters = request.parameters();
        Language language = CallWords.languageOf(request, words);
        VoiceTwiml twiml = VoiceTwiml.in(language);
        if (parameters.first("after").isPresent()) {
            return afterwards(twiml, parameters.first("DialCallStatus").orElse(""));
        }
        String caller = callerIn(parameters);
        String user = caller.startsWith(CLIENT) ? caller.substring(CLIENT.length()) : "";
        String wanted = parameters
                .filled("phoneNumber")
                .or(() -> parameters.filled("To"))
                .orElse("");
        Decision decision = plan.decide(user, wanted);
        if (decision instanceof Decision.Refused refused) {
            LOG.log(Level.INFO, "A call was not made: {0}", refused.reason());
            return WebhookResponse.of(twiml.prompt(refused.reason().prompt()).hangup());
        }
        String after = request.path() + "?after=dial&language=" + language.tag();
        return WebhookResponse.of(twiml.dial(dial -> {
            dial.action(after).answerOnBridge(true).timeLimit(longest);
            if (decision instanceof Decision.Phone phone) {
                dial.callerId(callerId).number(phone.number());
            } else if (decision instanceof Decision.Browser browser) {
                dial.callerId(caller).client(browser.identity());
            }
        }));
    }

    /** Who calls, as Twilio says it; nobody, if a page has named another one beside. */
    private static String callerIn(Parameters parameters) {
        Set<String> callers = Set.copyOf(parameters.all("From"));
        return callers.size() == 1 ? callers.iterator().next() : "";
    }

    /** Whoever was not answered is told why. */
    private static WebhookResponse afterwards(VoiceTwiml twiml, String status) {
        String words = UNANSWERED.get(status);
        return WebhookResponse.of(
                words == null ? twiml.hangup() : twiml.prompt(words).hangup());
    }
}
