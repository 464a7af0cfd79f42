package dev.parlance.survey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger.Level;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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

    private final Surveys surveys;
    private final String channel;
    private final String answer;
    private final Access access;
    private final int mostAMinute;
    private final Predicate<Address> allowed;
    private final PersonRoute route;

    private Initiation(
            Surveys surveys,
            String channel,
            String answer,
            Access access,
            int mostAMinute,
            Predicate<Address> allowed) {
        this.surveys = surveys;
        this.channel = channel;
        this.answer = answer;
        this.access = access;
        this.mostAMinute = mostAMinute;
        this.allowed = allowed;
        Pattern numbers = channel.equals(Channel.TEXT) ? PersonRoute.PHONE_OR_WHATSAPP : PersonRoute.PHONE;
        this.route = new PersonRoute(access, mostAMinute, numbers, this::begin);
    }

    /** Begins by text; answers {@code {"success":true,"smsTo":"+1…"}}. */
    public static Initiation byText(Surveys surveys, Access access, int mostAMinute) {
        return new Initiation(surveys, Channel.TEXT, "smsTo", access, mostAMinute, any -> true);
    }

    /** Begins by call; answers {@code {"success":true,"callTo":"+1…"}}. */
    public static Initiation byCall(Surveys surveys, Access access, int mostAMinute) {
        return new Initiation(surveys, Channel.VOICE, "callTo", access, mostAMinute, any -> true);
    }

    /**
     * The same route for these numbers alone; the answer to any other number is 422. Use it to keep out premium numbers and
     * countries that you don't serve: whoever has the key spends your money.
     */
    public Initiation onlyTo(Predicate<Address> numbers) {
        return new Initiation(surveys, channel, answer, access, mostAMinute, numbers);
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        return route.handle(request);
    }

    private WebhookResponse begin(WebhookRequest request, String to) {
        if (!allowed.test(Address.of(to))) {
            return PersonRoute.refused(422, "This application does not contact numbers of this kind or country.");
        }
        Invitation invitation = request.formParameters()
                .filled("defaultLanguage")
                .map(Invitation::in)
                .orElseGet(Invitation::plain);
        try {
            return answered(surveys.begin(channel, to, invitation), to);
        } catch (SurveyException e) {
            return PersonRoute.refused(400, String.valueOf(e.getMessage()));
        } catch (OutboundException e) {
            // The sweep tries again: it is the account that has to be mended, and nothing is wrong with the request.
            LOG.log(Level.ERROR, "Nothing could be sent now; the sweep tries again", e);
            return answered(Begun.LATER, to);
        }
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
                PersonRoute.refused(
                        502,
                        "It is not known whether it was sent: the carrier's answer did not say."
                                + " It is not sent again unless you ask for it.");
            case ALREADY -> PersonRoute.refused(409, "This person is being contacted at this moment.");
            case COMPLETED -> PersonRoute.refused(409, "This person has completed the survey.");
            case REFUSED ->
                PersonRoute.refused(409, "This person declined the survey, or is not among those who are asked.");
            case OPTED_OUT -> PersonRoute.refused(409, "This person does not want to be contacted.");
            case TOO_OFTEN -> PersonRoute.refused(429, "Enough was begun with this person today.");
            case UNREACHABLE -> PersonRoute.refused(422, "Nobody can be reached at this number.");
        };
    }

    private ObjectNode accepted(String to) {
        return PersonRoute.success().put(answer, to);
    }
}
