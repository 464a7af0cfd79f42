package dev.parlance.fake.twilio.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Does what the program behind a ConversationRelay asks for. */
final class RelayCommands {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_INVALID = 10;

    private final Leg leg;
    private final RelaySettings settings;
    private final AgentSpeech agent;
    private final ConversationRelay session;
    private final StringBuilder sentence = new StringBuilder();
    private String sentenceLanguage = "";
    private String sentenceInterruptible = "";
    private int invalidInARow;

    RelayCommands(Leg leg, RelaySettings settings, AgentSpeech agent, ConversationRelay session) {
        this.leg = leg;
        this.settings = settings;
        this.agent = agent;
        this.session = session;
    }

    void execute(String text) {
        JsonNode message = read(text);
        boolean valid = switch (message.path("type").asText()) {
            case "text" -> text(message);
            case "play" -> play(message);
            case "sendDigits" -> sendDigits(message.path("digits").asText());
            case "language" -> language(message);
            case "end" -> end(message.path("handoffData"));
            case "config", "hints" -> true; // accepted, without effect
            default -> false;
        };
        if (valid) {
            invalidInARow = 0;
            return;
        }
        invalidInARow++;
        session.invalid(text);
        if (invalidInARow == MAX_INVALID) {
            session.giveUp();
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // has no type, and is reported as invalid
        }
    }

    private boolean text(JsonNode message) {
        if (!message.path("token").isTextual()) {
            return false;
        }
        if (sentence.isEmpty()) {
            sentenceLanguage = message.path("lang").asText(settings.ttsLanguage());
            sentenceInterruptible = interruptible(message);
        }
        sentence.append(message.path("token").asText());
        if (message.path("last").asBoolean()) {
            flush();
        }
        return true;
    }

    private String interruptible(JsonNode message) {
        return message.path("interruptible").asText(settings.interruptible());
    }

    /** Says the tokens so far. */
    void flush() {
        String text = sentence.toString().strip();
        sentence.setLength(0);
        if (!text.isEmpty()) {
            say(text, sentenceLanguage, sentenceInterruptible);
        }
    }

    void say(String text, String language, String interruptible) {
        agent.say(text, interruptible);
        leg.say(text, language, settings.voice(language));
    }

    private boolean play(JsonNode message) {
        String source = message.path("source").asText();
        if (source.isEmpty()) {
            return false;
        }
        leg.transcript().add(Transcript.Kind.PLAYED, source);
        return true;
    }

    private boolean sendDigits(String digits) {
        if (!digits.matches("[0-9w#*]+")) {
            return false;
        }
        leg.transcript().add(Transcript.Kind.PLAYED, "tones " + digits);
        return true;
    }

    private boolean language(JsonNode message) {
        String tts = message.path("ttsLanguage").asText();
        String transcription = message.path("transcriptionLanguage").asText();
        if (tts.isEmpty() && transcription.isEmpty()) {
            return false;
        }
        if (!tts.isEmpty()) {
            settings.speak(tts);
        }
        if (!transcription.isEmpty()) {
            settings.listenFor(transcription);
            leg.addLanguage(transcription);
        }
        return true;
    }

    private boolean end(JsonNode handoffData) {
        flush();
        session.endedByProgram(handoffData.isTextual() ? handoffData.asText() : null);
        return true;
    }
}
