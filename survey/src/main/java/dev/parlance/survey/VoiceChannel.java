package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.PhoneCall.MachineDetection;
import dev.parlance.survey.definition.Agent;
import dev.parlance.survey.definition.CallPolicy;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.session.Session;
import dev.parlance.webhook.AnsweredBy;
import dev.parlance.webhook.CallState;
import dev.parlance.webhook.CallStatus;
import dev.parlance.webhook.GatherResult;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.RecordingResult;
import dev.parlance.webhook.Transcription;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The voice channel, all at one URL: {@code ?turn=7} answers the seventh turn, {@code ?event=…} reports the call's status, and
 * {@code ?surveyLanguage=es-MX} sets the language to start in, {@code ?whisper=nurse} is a call to an agent. Twilio signs the URL, so no one else can forge the turn.
 */
final class VoiceChannel implements Channel {
    static final String STATUS = "status";
    /** What Twilio reports of a dialed or queued call that somebody took. */
    private static final Set<String> TAKEN = Set.of("completed", "answered", "bridged", "redirected-from-bridged");

    static final String TRANSCRIPTION = "transcription";

    private final @Nullable CallPlacer placer;
    private final @Nullable Supplier<URI> webhook;

    /** @param webhook the URL of this channel's webhook; required to place calls, like the placer */
    VoiceChannel(@Nullable CallPlacer placer, @Nullable Supplier<URI> webhook) {
        this.placer = placer;
        this.webhook = webhook;
    }

    @Override
    public String name() {
        return VOICE;
    }

    @Override
    public Abilities abilities(Address person) {
        return Medium.VOICE.abilities();
    }

    @Override
    public Incoming read(WebhookRequest request) {
        IncomingCall call = IncomingCall.of(request);
        Optional<String> event = request.queryParameters().nonEmpty("event");
        if (event.isPresent()) {
            return callEvent(call, request, event.get());
        }
        Optional<String> whisper = request.queryParameters().nonEmpty("whisper");
        if (whisper.isPresent()) {
            String respondent = request.queryParameters().first("respondent").orElse("unknown");
            return new Incoming.AgentAnswered(
                    call.person(),
                    whisper.get(),
                    respondent,
                    GatherResult.of(request).digits());
        }
        Optional<String> turn = request.queryParameters().nonEmpty("turn");
        if (turn.isPresent()) {
            return Incoming.Received.of(call.person(), call.sid() + ":" + turn.get(), input(request))
                    .withTurn(number(turn.get()))
                    .withForm(request.formParameters());
        }
        if (isMachine(call)) {
            return new Incoming.AnsweringMachine(call.person(), call.sid());
        }
        Incoming.Received arrival = Incoming.Received.of(call.person(), call.sid() + ":start", Input.arrival())
                .withForm(request.formParameters());
        return request.queryParameters()
                .nonEmpty("surveyLanguage")
                .map(arrival::withLanguage)
                .orElse(arrival);
    }

    /** The parameters of the webhook of a call to an agent. */
    static String whisper(Agent agent, Session session) {
        return "whisper=" + agent.name() + "&respondent=" + Surveys.personId(session.respondent());
    }

    private static boolean isMachine(IncomingCall call) {
        return call.answeredBy().filter(AnsweredBy::isMachine).isPresent();
    }

    private static int number(String turn) {
        try {
            return Integer.parseInt(turn);
        } catch (NumberFormatException e) {
            throw new WebhookException(400, "The parameter \"turn\" must be a whole number.");
        }
    }

    private static Input input(WebhookRequest request) {
        if (request.formParameters().nonEmpty("RecordingUrl").isPresent()) {
            RecordingResult recording = RecordingResult.of(request);
            return recording.sid().isPresent() && recording.url().isPresent()
                    ? new Input.Recording(
                            recording.sid().get(), recording.url().get().toString())
                    : Input.silence();
        }
        Optional<String> dialed = request.formParameters().nonEmpty("DialCallStatus");
        if (dialed.isPresent()) {
            // An agent who picks up but does not take the call completes it, too.
            boolean isConnected =
                    !request.formParameters().first("DialBridged").orElse("").equals("false");
            return Input.handOverEnded(isConnected && TAKEN.contains(dialed.get()));
        }
        Optional<String> queued = request.formParameters().nonEmpty("QueueResult");
        if (queued.isPresent()) {
            return Input.handOverEnded(TAKEN.contains(queued.get()));
        }
        GatherResult heard = GatherResult.of(request);
        if (heard.digits().isPresent()) {
            return Input.keys(heard.digits().get());
        }
        if (heard.speech().isPresent()) {
            return Input.speech(heard.speech().get(), heard.confidence().orElse(1));
        }
        // Where an answer can have several digits, the pound key ends the input. Alone, it is the command to repeat.
        return heard.finishedOnKey().map(Input::keys).orElseGet(Input::silence);
    }

    private static Incoming callEvent(IncomingCall call, WebhookRequest request, String event) {
        return switch (event) {
            case STATUS -> status(call.person(), CallStatus.of(request));
            case TRANSCRIPTION -> {
                Transcription transcription = Transcription.of(request);
                yield transcription
                        .text()
                        .<Incoming>map(
                                text -> new Incoming.Transcribed(call.person(), transcription.recordingSid(), text))
                        .orElseGet(() -> new Incoming.Ignored(call.person()));
            }
            default -> throw new WebhookException(400, "The parameter \"event\" has an unknown value.");
        };
    }

    private static Incoming status(Address person, CallStatus status) {
        if (!status.state().isFinal()) {
            return new Incoming.Ignored(person);
        }
        return status.state() == CallState.COMPLETED
                ? new Incoming.CallEnded(person, status.sid())
                : new Incoming.MissedCall(person, status.sid());
    }

    @Override
    public String render(Rendering rendering) {
        return Twiml.text(rendering.twiml());
    }

    @Override
    public WebhookResponse answer(String document) {
        return Twiml.response(document);
    }

    @Override
    public boolean canContact(Address person) {
        return placer != null && webhook != null;
    }

    @Override
    public String call(Address person, CallPolicy settings) {
        URI url = Objects.requireNonNull(webhook).get();
        PhoneCall call = PhoneCall.to(person)
                .withTwimlFrom(url)
                .withRingTimeout(settings.ringTimeout())
                .withStatusCallback(URI.create(url + "?event=" + STATUS));
        return Objects.requireNonNull(placer)
                .place(settings.detectMachines() ? call.withMachineDetection(MachineDetection.END_OF_GREETING) : call)
                .sid();
    }
}
