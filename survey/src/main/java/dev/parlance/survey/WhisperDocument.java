package dev.parlance.survey;

import dev.parlance.survey.definition.Agent;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.twiml.Speaker;
import dev.parlance.twiml.VoiceTwiml;
import java.time.Duration;
import java.util.List;

/** Renders what an agent hears before a call is connected. The call is connected where the document ends. */
record WhisperDocument(Rendering turn, Agent agent) {
    /** The key that takes a call. */
    static final String ACCEPT = "1";

    private static final Duration TIME_TO_ACCEPT = Duration.ofSeconds(10);

    VoiceTwiml twiml() {
        List<Utterance> sentences = turn.reply().said();
        VoiceTwiml document =
                VoiceTwiml.in(turn.survey().prompts().in(sentences.get(0).language()));
        if (agent.whisper().filter(Agent.Whisper::accept).isEmpty()) {
            say(document, sentences);
            return document;
        }
        document.gather(gather -> {
            gather.action(turn.path()).digits(1).finishOnKey("").timeout(TIME_TO_ACCEPT);
            say(gather, sentences);
        });
        return document.hangup();
    }

    private void say(Speaker<?> speaker, List<Utterance> sentences) {
        sentences.forEach(sentence -> VoiceDocument.say(turn.survey(), speaker, sentence));
    }
}
