package dev.parlance.survey.definition;

import dev.parlance.survey.question.Fields;
import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who can take over from the survey: at a phone number, in a queue, or in another application. In {@code survey.json}:
 *
 * <pre>
 * "agents": {
 *   "nurse": {"dial": "+15005550199", "unanswered": "end", "whisper": {"accept": true}},
 *   "desk": {"queue": "support"}
 * }
 * </pre>
 *
 * @param name the name, which jumps use as {@code agent:nurse}; empty if it has none
 * @param way how a call gets there
 * @param to the number, the queue, the workflow or the URL
 * @param goesOn whether the survey goes on if nobody takes the call; otherwise it ends
 * @param whisper what the agent hears before a dialed call is connected; empty for nothing
 */
public record Agent(String name, Way way, String to, boolean goesOn, Optional<Whisper> whisper) {
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern WEB = Pattern.compile("https?://");
    private static final Pattern WORKFLOW_SID = Pattern.compile("WW[0-9a-f]{32}");

    /**
     * A short summary of the respondent's answers for the agent alone. The prompt {@code nurse.whisper} replaces it for the agent
     * {@code nurse}.
     *
     * @param language the tag of the agent's language; empty for the respondent's
     * @param accept whether the agent must press 1 to take the call
     */
    public record Whisper(Optional<String> language, boolean accept) {
        static Whisper read(Fields fields) {
            Whisper whisper = new Whisper(fields.text("language"), fields.flag("accept"));
            fields.done();
            return whisper;
        }

        Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            language.ifPresent(tag -> json.put("language", tag));
            if (accept) {
                json.put("accept", true);
            }
            return json;
        }
    }

    /** The key of the prompt that replaces the whisper's summary. */
    public String whisperPrompt() {
        return name + ".whisper";
    }

    /** How a call gets to an agent. */
    public enum Way {
        /** A phone number is dialed. */
        DIAL("dial"),
        /** The call waits in a queue. */
        QUEUE("queue"),
        /** The call is a task of a TaskRouter workflow, such as one of Twilio Flex. */
        WORKFLOW("workflow"),
        /** Another application continues the call, or the conversation by text. */
        URL("url"),
        /** The call ends. The application gets in touch, because of the event. */
        EVENT("");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /** Whether the call comes back to the survey if nobody takes it. */
        public boolean comesBack() {
            return this == DIAL || this == QUEUE || this == WORKFLOW;
        }

        private String problem(String to) {
            return switch (this) {
                case DIAL -> NUMBER.matcher(to).matches() ? "" : "must be a phone number such as +15005550199";
                case WORKFLOW ->
                    WORKFLOW_SID.matcher(to).matches()
                            ? ""
                            : "must be the SID of a workflow: WW and 32 digits from 0 to f";
                case URL -> isWeb(to) ? "" : "must be a URL that starts with https:// or http://";
                case QUEUE, EVENT -> "";
            };
        }

        private static boolean isWeb(String url) {
            try {
                URI uri = URI.create(url);
                return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** An agent without a name, at a phone number or a URL. If nobody takes a call, the survey ends. */
    public static Agent at(String target) {
        return new Agent("", target.contains("://") ? Way.URL : Way.DIAL, target, false, Optional.empty());
    }

    static Agent read(String name, Fields fields) {
        Map<Way, String> given = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            if (way != Way.EVENT) {
                fields.text(way.word).ifPresent(to -> given.put(way, to));
            }
        }
        boolean goesOn = fields.oneOf("unanswered", "goOn", "end").equals("goOn");
        if (given.size() > 1) {
            fields.problem("", "needs only one of dial, queue, workflow, url");
        }
        Way way = given.keySet().stream().findFirst().orElse(Way.EVENT);
        String to = given.getOrDefault(way, "");
        if (!way.problem(to).isEmpty() && way == Way.URL && WEB.matcher(to).lookingAt()) {
            fields.valueProblem(way.word, way.problem(to));
        } else if (!way.problem(to).isEmpty()) {
            fields.problem(way.word, way.problem(to));
        }
        if (fields.has("unanswered") && !way.comesBack()) {
            fields.problem("unanswered", "applies only to dial, queue and workflow");
        }
        Optional<Whisper> whisper =
                Optional.of("whisper").filter(fields::has).map(fields::object).map(Whisper::read);
        if (whisper.isPresent() && way != Way.DIAL) {
            fields.problem("whisper", "applies only to dial");
        }
        fields.done();
        return new Agent(name, way, to, goesOn, whisper);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (way != Way.EVENT) {
            json.put(way.word, to);
        }
        if (!goesOn) {
            json.put("unanswered", "end");
        }
        whisper.ifPresent(heard -> json.put("whisper", heard.toJson()));
        return json;
    }

    /** The name and the way, never the number. */
    @Override
    public String toString() {
        return "Agent[" + name + ", " + way + "]";
    }
}
