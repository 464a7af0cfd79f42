package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.webhook.CallStatus;
import dev.parlance.webhook.GatherResult;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.RecordingResult;
import dev.parlance.webhook.Transcription;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The survey by call, all of it at one URL: {@code ?turn=7} is the answer to the seventh turn, {@code ?event=…} news of the
 * call, and {@code ?surveyLanguage=es-MX} the language to start in. As Twilio signs the URL, nobody else can say which turn it
 * is.
 */
final class VoiceChannel implements WebhookHandler {
    static final String STATUS = "status";
    static final String TRANSCRIPTION = "transcription";

    private final Engine engine;
    private final Calling calling;

    VoiceChannel(Engine engine, Calling calling) {
        this.engine = engine;
        this.calling = calling;
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Optional<String> event = request.queryParameters().filled("event");
        if (event.isPresent()) {
            return event(request, event.get());
        }
        IncomingCall call = IncomingCall.of(request);
        Optional<String> turn = request.queryParameters().filled("turn");
        if (turn.isEmpty() && isMachine(call)) {
            return Twiml.response(calling.leaveMessage(call));
        }
        Engine.Incoming incoming = turn.isEmpty()
                ? new Engine.Incoming(
                        call.sid() + ":start",
                        Input.arrival(),
                        Medium.VOICE,
                        OptionalInt.empty(),
                        request.queryParameters().filled("surveyLanguage"),
                        request.formParameters())
                : new Engine.Incoming(
                        call.sid() + ":" + turn.get(),
                        input(request),
                        Medium.VOICE,
                        OptionalInt.of(number(turn.get())),
                        Optional.empty(),
                        request.formParameters());
        VoiceDocument document = VoiceDocument.at(request.url());
        return Twiml.response(
                engine.receive(call.person(), incoming, result -> Twiml.text(document.of(survey(result), result))));
    }

    private Survey survey(Turn turn) {
        return engine.revisions.of(turn.session().revision());
    }

    private static boolean isMachine(IncomingCall call) {
        return call.answeredBy()
                .filter(by -> by.startsWith("machine") || by.equals("fax"))
                .isPresent();
    }

    private static int number(String turn) {
        try {
            return Integer.parseInt(turn);
        } catch (NumberFormatException e) {
            throw new WebhookException(400, "The parameter \"turn\" is not a whole number.");
        }
    }

    private static Input input(WebhookRequest request) {
        if (request.formParameters().filled("RecordingUrl").isPresent()) {
            RecordingResult recording = RecordingResult.of(request);
            return recording.sid().isPresent() && recording.url().isPresent()
                    ? new Input.Recording(recording.sid().get(), recording.url().get())
                    : Input.silence();
        }
        GatherResult heard = GatherResult.of(request);
        if (heard.digits().isPresent()) {
            return Input.keys(heard.digits().get());
        }
        return heard.speech()
                .map(words -> Input.speech(words, heard.confidence().orElse(1)))
                .orElseGet(Input::silence);
    }

    private WebhookResponse event(WebhookRequest request, String event) {
        IncomingCall call = IncomingCall.of(request);
        switch (event) {
            case STATUS -> calling.isNow(call.person(), CallStatus.of(request));
            case TRANSCRIPTION -> calling.transcribed(call.person(), Transcription.of(request));
            default -> throw new WebhookException(400, "The parameter \"event\" is none that this survey asks for.");
        }
        return WebhookResponse.noContent();
    }
}
