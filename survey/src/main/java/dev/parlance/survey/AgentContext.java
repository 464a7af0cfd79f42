package dev.parlance.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What an agent gets to know: the survey, the language, and the answers so far. */
final class AgentContext {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_URL = 2_000;

    private AgentContext() {}

    /** The URL with the answers as parameters such as {@code answer.taste}. Those that would make it too long are left out. */
    static String url(String url, Session session) {
        StringBuilder all = new StringBuilder(url);
        add(all, "survey", session.survey());
        add(all, "language", session.language());
        for (Answer answer : session.answers().values()) {
            if (answer.isGiven()) {
                add(all, "answer." + answer.question(), answer.value().text());
            }
        }
        return all.toString();
    }

    private static void add(StringBuilder url, String name, String value) {
        String parameter = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        if (url.length() + parameter.length() < LONGEST_URL) {
            url.append(url.indexOf("?") < 0 ? '?' : '&').append(parameter);
        }
    }

    /** The attributes of a task. */
    static String task(Session session) {
        ObjectNode json = JSON.createObjectNode()
                .put("survey", session.survey())
                .put("language", session.language())
                .put("respondent", session.respondent().value());
        ObjectNode answers = json.putObject("answers");
        for (Answer answer : session.answers().values()) {
            if (answer.isGiven()) {
                answers.put(answer.question(), answer.value().text());
            }
        }
        return json.toString();
    }
}
