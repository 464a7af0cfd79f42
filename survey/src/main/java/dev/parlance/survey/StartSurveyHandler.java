package dev.parlance.survey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A route for other applications to start the survey with a person. It takes a form with {@code To} and, optionally, {@code
 * defaultLanguage} and {@code occasion}. {@link CallerAuth} decides who may use it; each caller has a limit per minute.
 *
 * <pre>{@code
 * CallerAuth auth = CallerAuth.bearer(Secret.of("key"));
 * router.post("/sms/initiate-sms", StartSurveyHandler.byText(surveys, auth, 60));
 * router.post("/voice/initiate-call", StartSurveyHandler.byCall(surveys, auth, 60));
 * }</pre>
 */
public final class StartSurveyHandler implements WebhookHandler {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    private final Surveys surveys;
    private final String channel;
    private final String field;
    private final CallerAuth auth;
    private final int perMinute;
    private final Predicate<Address> allowed;
    private final PersonRoute route;

    private StartSurveyHandler(
            Surveys surveys, String channel, String field, CallerAuth auth, int perMinute, Predicate<Address> allowed) {
        this.surveys = surveys;
        this.channel = channel;
        this.field = field;
        this.auth = auth;
        this.perMinute = perMinute;
        this.allowed = allowed;
        Pattern numbers = channel.equals(Channel.TEXT) ? PersonRoute.PHONE_OR_WHATSAPP : PersonRoute.PHONE;
        this.route = new PersonRoute(auth, perMinute, surveys.clock(), numbers, this::start);
    }

    /** Starts by text. Responds with {@code {"success":true,"smsTo":"+1…"}}. */
    public static StartSurveyHandler byText(Surveys surveys, CallerAuth auth, int perMinute) {
        return new StartSurveyHandler(surveys, Channel.TEXT, "smsTo", auth, perMinute, any -> true);
    }

    /** Starts by call. Responds with {@code {"success":true,"callTo":"+1…"}}. */
    public static StartSurveyHandler byCall(Surveys surveys, CallerAuth auth, int perMinute) {
        return new StartSurveyHandler(surveys, Channel.VOICE, "callTo", auth, perMinute, any -> true);
    }

    /**
     * Restricts the route to these numbers; all others get 422. Use it to keep out premium numbers and countries that you don't
     * serve: anyone with the key spends your money.
     */
    public StartSurveyHandler withAllowed(Predicate<Address> numbers) {
        return new StartSurveyHandler(surveys, channel, field, auth, perMinute, numbers);
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        return route.handle(request);
    }

    private WebhookResponse start(WebhookRequest request, Address to) {
        if (!allowed.test(to)) {
            return PersonRoute.refused(422, "This application does not contact numbers of this kind or country.");
        }
        try {
            return response(surveys.start(channel, to, invitation(request.formParameters())), to);
        } catch (SurveyException | IllegalArgumentException e) {
            return PersonRoute.refused(400, String.valueOf(e.getMessage()));
        } catch (OutboundException e) {
            // The account needs fixing, not the request.
            LOG.log(Level.ERROR, "Could not send now; runDue will try again", e);
            return response(surveys.deferred(to), to);
        }
    }

    private static Invitation invitation(Parameters form) {
        Invitation invitation =
                form.nonEmpty("defaultLanguage").map(Invitation::in).orElseGet(Invitation::plain);
        return form.nonEmpty("occasion").map(invitation::withOccasion).orElse(invitation);
    }

    private WebhookResponse response(StartResult result, Address to) {
        return switch (result.outcome()) {
            case STARTED -> WebhookResponse.json(accepted(to).toString()).withStatus(201);
            case DEFERRED -> postponed(result, to);
            case UNKNOWN ->
                PersonRoute.refused(
                        502,
                        "The carrier did not confirm whether it was sent. It is not sent again unless you repeat the request.");
            case ALREADY_STARTED, COMPLETED, DECLINED, CLOSED, OPTED_OUT -> PersonRoute.refused(409, result.reason());
            case CONTACT_LIMIT, IN_ANOTHER_SURVEY -> overLimit(result);
            case UNREACHABLE -> PersonRoute.refused(422, "This number can't be reached.");
        };
    }

    private WebhookResponse postponed(StartResult result, Address to) {
        ObjectNode json = accepted(to).put("note", "Not sent yet. It will be sent later.");
        result.until().ifPresent(time -> json.put("until", time.toString()).put("reason", result.reason()));
        return WebhookResponse.json(json.toString()).withStatus(202);
    }

    private WebhookResponse overLimit(StartResult result) {
        Instant until = result.until().orElseThrow();
        ObjectNode json = PersonRoute.refusal(result.reason()).put("until", until.toString());
        long seconds = Duration.between(surveys.clock().instant(), until).toSeconds() + 1;
        return WebhookResponse.json(json.toString()).withStatus(429).withHeader("Retry-After", Long.toString(seconds));
    }

    private ObjectNode accepted(Address to) {
        return PersonRoute.success().put(field, to.value());
    }
}
