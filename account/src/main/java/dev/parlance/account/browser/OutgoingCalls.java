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
 * Handles calls from browsers: dials what the plan allows, and says why a call is refused or not answered.
 *
 * <pre>{@code
 * OutgoingCalls calls = OutgoingCalls.of(account, DialPlan.allow("FR"), Address.of("+33123456789"));
 * router.post("/hooks/call/connect", SignedWebhooks.verifiedBy(signature).handler(calls));
 * }</pre>
 *
 * <p>The page passes the destination to {@code device.connect} as {@code phoneNumber} or {@code To}, and the language of the
 * prompts as {@code language}. Twilio names the caller from their token, so put this handler behind a signature check.
 * Immutable and thread-safe.
 */
public final class OutgoingCalls implements WebhookHandler {
    private static final Logger LOG = System.getLogger(OutgoingCalls.class.getName());
    private static final String CLIENT = "client:";
    private static final Map<String, String> UNANSWERED =
            Map.of("busy", "ended.busy", "no-answer", "ended.no-answer", "failed", "ended.failed");

    private final DialPlan plan;
    private final Address callerId;
    private final Duration timeLimit;
    private final Prompts prompts;

    private OutgoingCalls(DialPlan plan, Address callerId, Duration timeLimit, Prompts prompts) {
        this.plan = plan;
        this.callerId = callerId;
        this.timeLimit = timeLimit;
        this.prompts = prompts;
    }

    /**
     * Makes the calls that this plan allows.
     *
     * @param callerId the number that phones display, one of the account's
     * @throws IllegalArgumentException if the account does not own that number
     * @throws AccountException if that can't be checked
     */
    public static OutgoingCalls of(TwilioAccount account, DialPlan plan, Address callerId) {
        if (account.numbers().find(callerId).isEmpty()) {
            throw new IllegalArgumentException(
                    "The account does not own the number to call from: set TWILIO_PHONE_NUMBER to one of its numbers");
        }
        return new OutgoingCalls(plan, callerId, Duration.ofHours(1), CallPrompts.builtIn());
    }

    /** Limits the length of a call. Default: an hour. */
    public OutgoingCalls withTimeLimit(Duration time) {
        return new OutgoingCalls(plan, callerId, time, prompts);
    }

    /** Sets the prompts. Default: English, French and Spanish. */
    public OutgoingCalls withPrompts(Prompts newPrompts) {
        return new OutgoingCalls(plan, callerId, timeLimit, newPrompts);
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Parameters parameters = request.parameters();
        Language language = CallPrompts.languageOf(request, prompts);
        VoiceTwiml twiml = VoiceTwiml.in(language);
        if (parameters.first("after").isPresent()) {
            return afterDialing(twiml, parameters.first("DialCallStatus").orElse(""));
        }
        String caller = callerIn(parameters);
        String user = caller.startsWith(CLIENT) ? caller.substring(CLIENT.length()) : "";
        String wanted = parameters
                .nonEmpty("phoneNumber")
                .or(() -> parameters.nonEmpty("To"))
                .orElse("");
        Decision decision = plan.decide(user, wanted);
        if (decision instanceof Decision.Refused refused) {
            LOG.log(Level.INFO, "Refused a call from a browser: {0}", refused.reason());
            return WebhookResponse.of(twiml.prompt(refused.reason().prompt()).hangup());
        }
        String after = request.path() + "?after=dial&language=" + language.tag();
        return WebhookResponse.of(twiml.dial(dial -> {
            dial.action(after).answerOnBridge(true).timeLimit(timeLimit);
            if (decision instanceof Decision.Phone phone) {
                dial.callerId(callerId.value()).number(phone.number().value());
            } else if (decision instanceof Decision.Browser browser) {
                dial.callerId(caller).client(browser.identity());
            }
        }));
    }

    /** The caller that Twilio names; empty if the page has added another one. */
    private static String callerIn(Parameters parameters) {
        Set<String> callers = Set.copyOf(parameters.all("From"));
        return callers.size() == 1 ? callers.iterator().next() : "";
    }

    /** Says why a call was not answered. */
    private static WebhookResponse afterDialing(VoiceTwiml twiml, String status) {
        String prompt = UNANSWERED.get(status);
        return WebhookResponse.of(
                prompt == null ? twiml.hangup() : twiml.prompt(prompt).hangup());
    }
}
