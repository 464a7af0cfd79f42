package dev.parlance.testkit.document;

import dev.parlance.testkit.world.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the application wants to happen.
 *
 * @param url where it came from; relative URLs in it start from there
 */
public record Document(Verb response, String url) {
    /** A document in which nothing happens. */
    public static Document empty(String url) {
        return of(url);
    }

    /** Reads an answer for a call: TwiML, a text to be said, or a sound to be played. */
    static Document forCall(Answer answer) throws BadTwiml {
        String type = type(answer);
        if (type.startsWith("audio/")) {
            return of(answer.url(), verb("Play", answer.url()));
        }
        if (type.equals("text/plain")) {
            return of(answer.url(), verb("Say", answer.body()));
        }
        if (answer.body().isBlank()) {
            throw new BadTwiml(12100, "Document parse failure: Premature end of file.");
        }
        return twiml(answer, type);
    }

    /** Reads an answer to a text: TwiML, a text to be sent, or nothing at all. */
    static Document forText(Answer answer) throws BadTwiml {
        String type = type(answer);
        if (answer.body().isBlank()) {
            return empty(answer.url());
        }
        if (type.equals("text/plain")) {
            return of(answer.url(), verb("Message", answer.body()));
        }
        return twiml(answer, type);
    }

    private static Document twiml(Answer answer, String type) throws BadTwiml {
        if (!type.endsWith("/xml") && !type.equals("text/html")) {
            throw new BadTwiml(
                    12300,
                    type.isEmpty()
                            ? "Invalid Content-Type: the answer names none"
                            : "Invalid Content-Type: " + type + " is no TwiML");
        }
        return new Document(TwimlReader.read(answer.body()), answer.url());
    }

    private static String type(Answer answer) {
        String type = answer.contentType();
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Document of(String url, Verb... verbs) {
        return new Document(new Verb("Response", Map.of(), List.of(verbs), "", ""), url);
    }

    private static Verb verb(String name, String text) {
        return new Verb(name, Map.of(), List.of(), text.strip(), text.strip());
    }
}
