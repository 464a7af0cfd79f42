package dev.parlance.fake.twilio.document;

import dev.parlance.fake.twilio.world.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A TwiML document from the application.
 *
 * @param url the document's URL, the base for relative URLs in it
 */
public record Document(Verb response, String url) {
    /** The same document without the verbs of this name at its top. */
    public Document without(String name) {
        List<Verb> rest = response.children().stream()
                .filter(verb -> !verb.name().equals(name))
                .toList();
        return of(url, rest.toArray(Verb[]::new));
    }

    /** An empty document. */
    public static Document empty(String url) {
        return of(url);
    }

    /** Reads a response for a call: TwiML, plain text to speak, or audio to play. */
    static Document forCall(Answer answer) throws InvalidTwiml {
        String type = type(answer);
        if (type.startsWith("audio/")) {
            return of(answer.url(), verb("Play", answer.url()));
        }
        if (type.equals("text/plain")) {
            return of(answer.url(), verb("Say", answer.body()));
        }
        if (answer.body().isBlank()) {
            throw new InvalidTwiml(12100, "Document parse failure: Premature end of file.");
        }
        return twiml(answer, type);
    }

    /** Reads a response to a text: TwiML, plain text to send, or nothing. */
    static Document forText(Answer answer) throws InvalidTwiml {
        String type = type(answer);
        if (answer.body().isBlank()) {
            return empty(answer.url());
        }
        if (type.equals("text/plain")) {
            return of(answer.url(), verb("Message", answer.body()));
        }
        return twiml(answer, type);
    }

    private static Document twiml(Answer answer, String type) throws InvalidTwiml {
        if (!type.endsWith("/xml") && !type.equals("text/html")) {
            throw new InvalidTwiml(
                    12300,
                    type.isEmpty()
                            ? "Invalid Content-Type: the response has no Content-Type"
                            : "Invalid Content-Type: " + type + " is not a type for TwiML");
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
