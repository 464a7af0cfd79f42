package dev.parlance.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.outbound.OutboundException;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Channel;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A route by which other applications begin with a person: a form with {@code To}, and {@code defaultLanguage} where it is
 * known. It is open to those alone whom an {@link Access} lets in, each so often a minute.
 *
 * <pre>{@code
 * Access access = Access.bearer(Secret.of(key));
 * router.post("/sms/initiate-sms", Initiation.byText(surveys, access, 60));
 * router.post("/voice/initiate-call", Initiation.byCall(surveys, access, 60));
 * }</pre>
 */
public final class Initiation implements WebhookHandler {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "\\+[1-9]\\d{6,14}";
    private static final String TEXTED = "(?:whatsapp:)?" + NUMBER;

    private final Surveys surveys;
    private final Channel channel;
    private final String answer;
    private final Access access;
    private final Pace pace;

    private Initiation(Surveys surveys, Channel channel, String answer, Access access, Pace pace) {
        this.surveys = surveys;
        this.channel = channel;
        this.answer = answer;
        this.access = access;
        this.pace = pace;
    }

    /** Begins by text; answers {@code {"success":true,"smsTo":"+1…"}}. */
    public static Initiation byText(Surveys surveys, Access access, int mostAMinute) {
        return new Initiation(surveys, Channel.TEXT, "smsTo", access, new Pace(mostAMinute, Clock.systemUTC()));
    }

    /** Begins by call; answers {@code {"success":true,"callTo":"+1…"}}. */
    public static Initiation byCall(Surveys surveys, Access access, int mostAMinute) {
        return new Initiation(surveys, Channel.VOICE, "callTo", access, new Pace(mostAMinute, Clock.systemUTC()));
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Optional<String> caller = access.caller(request);
        if (caller.isEmpty()) {
            return refused(401, "Who begins with people needs a key.");
        }
        Optional<Duration> wait = pace.take(caller.get());
        if (wait.isPresent()) {
            return refused(429, "Too many at once.")
                    .withHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
        }
        String to = number(request.formParameters().first("To").orElse(""));
        if (!to.matches(channel == Channel.TEXT ? TEXTED : NUMBER)) {
            return refused(400, "The parameter \"To\" has to be a number such as +15005550006.");
        }
        Invitation invitation = request.formParameters()
                .filled("defaultLanguage")
                .map(Invitation::in)
                .orElseGet(Invitation::plain);
        try {
            return answered(surveys.begin(channel, to, invitation), to);
        } catch (SurveyException e) {
            return refused(400, String.valueOf(e.getMessage()));
        } catch (OutboundException e) {
            // The sweep tries again: it is the account that has to be mended, and nothing is wrong with the request.
            LOG.log(Level.ERROR, "Nothing could be sent now; the sweep tries again", e);
            return answered(Begun.LATER, to);
        }
    }

    /** A plus that was sent as it is, as {@code curl -d To=+1…} does, arrives as a blank. */
    private static String number(String to) {
        return (to.matches(" \\d+") ? to.replace(' ', '+') : to).strip();
    }

    private WebhookResponse answered(Begun begun, String to) {
        return switch (begun) {
            case DONE -> WebhookResponse.json(accepted(to).toString()).withStatus(201);
            case LATER ->
                WebhookResponse.json(accepted(to)
                                .put("note", "Nothing was sent yet. It will be sent later.")
                                .toString())
                        .withStatus(202);
            case UNKNOWN ->
                refused(
                        502,
                        "It is not known whether it was sent: the carrier's answer did not say."
                                + " It is not sent again unless you ask for it.");
            case ALREADY -> refused(409, "This person is being contacted at this moment.");
            case COMPLETED -> refused(409, "This person has completed the survey.");
            case REFUSED -> refused(409, "This person declined the survey, or is not among those who are asked.");
            case OPTED_OUT -> refused(409, "This person does not want to be contacted.");
            case TOO_OFTEN -> refused(429, "Enough was begun with this person today.");
            case UNREACHABLE -> refused(422, "Nobody can be reached at this number.");
        };
    }

    private ObjectNode accepted(String to) {
        return JSON.createObjectNode().put("success", true).put(answer, to);
    }

    private static WebhookResponse refused(int status, String why) {
        ObjectNode json = JSON.createObjectNode().put("success", false).put("error", why);
        return WebhookResponse.json(json.toString()).withStatus(status);
    }

    /** So many a minute for each caller; counted on this machine alone. */
    static final class Pace {
        private static final Duration MINUTE = Duration.ofMinutes(1);

        private final int most;
        private final Clock clock;
        private final Map<String, Window> windows = new HashMap<>();

        private record Window(Instant start, int count) {}

        Pace(int most, Clock clock) {
            this.most = most;
            this.clock = clock;
        }

        /** How long to wait, if it is too often. */
        synchronized Optional<Duration> take(String caller) {
            Instant now = clock.instant();
            Window window = windows.get(caller);
            if (window == null || !now.isBefore(window.start().plus(MINUTE))) {
                windows.put(caller, new Window(now, 1));
                return Optional.empty();
            }
            windows.put(caller, new Window(window.start(), window.count() + 1));
            return window.count() < most
                    ? Optional.empty()
                    : Optional.of(Duration.between(now, window.start().plus(MINUTE)));
        }
    }
}
