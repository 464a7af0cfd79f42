package dev.parlance.survey;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Line;
import dev.parlance.survey.machine.Reply;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.question.Listening;
import dev.parlance.survey.question.Listening.Mode;
import dev.parlance.twiml.Gather;
import dev.parlance.twiml.Speaker;
import dev.parlance.twiml.VoiceTwiml;
import java.time.Duration;

/**
 * Makes a call's document of what is said in a turn: for applications that call the machine themselves.
 *
 * <pre>{@code
 * VoiceTwiml document = VoiceDocument.at(request.url()).of(survey, turn);
 * }</pre>
 */
public final class VoiceDocument {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration BETWEEN_KEYS = Duration.ofSeconds(5);
    private static final Duration LONGEST_RECORDING = Duration.ofMinutes(2);

    private final String path;

    private VoiceDocument(String path) {
        this.path = path;
    }

    /** Documents whose answers come to where the request for them came. */
    public static VoiceDocument at(String url) {
        int start = url.indexOf('/', url.indexOf("://") + 3);
        int query = url.indexOf('?');
        return new VoiceDocument(start < 0 ? "/" : url.substring(start, query < 0 ? url.length() : query));
    }

    /** The document of a turn. */
    public VoiceTwiml of(Survey survey, Turn turn) {
        Reply reply = turn.reply();
        VoiceTwiml document = VoiceTwiml.in(survey.prompts().in(turn.session().language()));
        reply.said().forEach(line -> say(document, survey, line));
        switch (reply.then()) {
            case WAIT -> listen(document, survey, turn);
            case END -> document.hangup();
            case HAND_OVER -> handOver(document, reply);
        }
        return document;
    }

    private static void say(Speaker<?> speaker, Survey survey, Line line) {
        Language language = survey.prompts().in(line.language());
        speaker.switchTo(language);
        if (line.voice().isPresent()) {
            speaker.say(say -> say.voice(line.voice().get()).text(line.text()));
        } else if (!line.text().isBlank()) {
            speaker.say(line.text());
        }
        if (line.pause() > 0) {
            speaker.pause(Duration.ofSeconds(line.pause()));
        }
    }

    private void listen(VoiceTwiml document, Survey survey, Turn turn) {
        Reply reply = turn.reply();
        Listening listening = reply.listening().orElseThrow();
        String action = path + "?turn=" + turn.session().progress().turn();
        if (listening.mode() == Mode.RECORDING) {
            reply.asked().forEach(line -> say(document, survey, line));
            document.record(record -> record.action(action)
                    .finishOnKey("#")
                    .timeout(BETWEEN_KEYS)
                    .maxLength(LONGEST_RECORDING)
                    .transcribe(true)
                    .transcribeCallback(path + "?event=" + VoiceChannel.TRANSCRIPTION));
            // A caller who says nothing at all gets no recording, and comes here.
            document.redirect(action);
            return;
        }
        document.gather(gather -> {
            gather.action(action).actionOnEmptyResult(true);
            input(gather, listening, survey.prompts().in(turn.session().language()));
            reply.asked().forEach(line -> say(gather, survey, line));
        });
    }

    private static void input(Gather gather, Listening listening, Language language) {
        boolean speech = listening.mode() != Mode.KEYS;
        if (listening.mode() == Mode.SPEECH || listening.digits() == 1) {
            // With no key that ends the input, star and pound key are heard as commands.
            gather.digits(1).finishOnKey("");
        } else if (listening.digits() > 1) {
            gather.digits(listening.digits()).finishOnKey("#");
        } else {
            gather.keys().finishOnKey("#");
        }
        gather.timeout(PATIENCE).language(language.heardLanguage());
        if (speech) {
            gather.speech().speechTimeoutAuto();
            if (!listening.hints().isEmpty()) {
                gather.hints(listening.hints().toArray(String[]::new));
            }
        }
    }

    /** A number is dialled; at a URL another application takes over. */
    private static void handOver(VoiceTwiml document, Reply reply) {
        if (reply.handsOverToUrl()) {
            document.redirect(reply.to());
        } else {
            document.dial(reply.to());
        }
    }
}
