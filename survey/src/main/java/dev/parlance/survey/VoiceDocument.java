package dev.parlance.survey;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Agent;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Ask;
import dev.parlance.survey.machine.Next;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.question.ExpectedInput;
import dev.parlance.survey.question.ExpectedInput.Mode;
import dev.parlance.twiml.Gather;
import dev.parlance.twiml.Speaker;
import dev.parlance.twiml.VoiceTwiml;
import java.time.Duration;
import java.util.List;

/** Renders a turn as TwiML for a call. */
final class VoiceDocument {
    private static final Duration INPUT_TIMEOUT = Duration.ofSeconds(6);
    private static final Duration PAUSE_LIMIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_RECORDING = Duration.ofMinutes(2);

    private final Rendering turn;

    VoiceDocument(Rendering turn) {
        this.turn = turn;
    }

    VoiceTwiml twiml() {
        VoiceTwiml document =
                VoiceTwiml.in(turn.survey().prompts().in(turn.session().language()));
        Rendering.Phrases phrases = turn.spoken();
        phrases.said().forEach(utterance -> say(document, utterance));
        Next next = turn.reply().next();
        if (next instanceof Next.HandOver handOver) {
            handOver(document, handOver.agent());
        } else if (next instanceof Next.Wait && turn.reply().ask().isPresent()) {
            listen(document, turn.reply().ask().get(), phrases.asked());
        } else {
            document.hangup();
        }
        return document;
    }

    private void say(Speaker<?> speaker, Utterance utterance) {
        say(turn.survey(), speaker, utterance);
    }

    static void say(Survey survey, Speaker<?> speaker, Utterance utterance) {
        Language language = survey.prompts().in(utterance.language());
        speaker.switchTo(language);
        if (!utterance.media().recordings().isEmpty()) {
            utterance.media().recordings().forEach(speaker::play);
        } else if (utterance.voice().isPresent()) {
            speaker.say(say -> say.voice(utterance.voice().get()).text(utterance.text()));
        } else if (!utterance.text().isBlank()) {
            speaker.say(utterance.text());
        }
        if (utterance.pause() > 0) {
            speaker.pause(Duration.ofSeconds(utterance.pause()));
        }
    }

    private void listen(VoiceTwiml document, Ask ask, List<Utterance> asked) {
        ExpectedInput expected = ask.expected();
        String action = turn.pathWith("turn=" + turn.session().turn());
        if (expected.mode() == Mode.RECORDING) {
            asked.forEach(utterance -> say(document, utterance));
            document.record(record -> record.action(action)
                    .finishOnKey("#")
                    .timeout(PAUSE_LIMIT)
                    .maxLength(atMost(LONGEST_RECORDING, ask))
                    .transcribe(true)
                    .transcribeCallback(turn.pathWith("event=" + VoiceChannel.TRANSCRIPTION)));
            // Twilio continues here if the caller says nothing, without a recording.
            document.redirect(action);
            return;
        }
        document.gather(gather -> {
            gather.action(action).actionOnEmptyResult(true);
            Duration timeout = atMost(INPUT_TIMEOUT, ask);
            input(
                    gather,
                    expected,
                    timeout,
                    turn.survey().prompts().in(turn.session().language()));
            asked.forEach(utterance -> say(gather, utterance));
        });
    }

    /** A question with a time limit is not listened to for longer than that. */
    private static Duration atMost(Duration usual, Ask ask) {
        return ask.timeLeft()
                .map(left -> Duration.ofSeconds(Math.max(1, left.toSeconds())))
                .filter(left -> left.compareTo(usual) < 0)
                .orElse(usual);
    }

    private static void input(Gather gather, ExpectedInput expected, Duration timeout, Language language) {
        boolean speech = expected.mode() != Mode.KEYS && language.isRecognized();
        if (expected.mode() == Mode.SPEECH || expected.digits() == 1) {
            // Without a finish key, Twilio reports star and pound, which are commands.
            gather.digits(1).finishOnKey("");
        } else if (expected.digits() > 1) {
            gather.digits(expected.digits()).finishOnKey("#");
        } else {
            gather.keys().finishOnKey("#");
        }
        gather.timeout(timeout);
        if (language.isRecognized()) {
            gather.language(language.recognitionLanguage());
        }
        if (speech) {
            gather.speech().speechTimeoutAuto();
            if (!expected.hints().isEmpty()) {
                gather.hints(expected.hints().toArray(String[]::new));
            }
        }
    }

    /** Connects the call with an agent. A call that was not redirected comes back to the survey. */
    private void handOver(VoiceTwiml document, Agent agent) {
        String action = turn.path() + "?turn=" + turn.session().turn();
        switch (agent.way()) {
            case DIAL ->
                document.dial(dial -> dial.action(action).number(agent.to(), number -> {
                    if (agent.whisper().isPresent()) {
                        number.url(turn.pathWith(VoiceChannel.whisper(agent, turn.session())));
                    }
                }));
            case QUEUE -> document.enqueue(enqueue -> enqueue.action(action).queue(agent.to()));
            case WORKFLOW ->
                document.enqueue(enqueue ->
                        enqueue.action(action).workflowSid(agent.to()).task(AgentContext.task(turn.session())));
            case URL -> document.redirect(AgentContext.url(agent.to(), turn.session()));
            case EVENT -> document.hangup();
        }
    }
}
