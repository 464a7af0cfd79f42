package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is known of a person in all surveys of a store: whether not to be contacted, and the language last chosen. It is kept
 * under a hash of the number, and has no number in it.
 *
 * @param document as it was loaded
 * @param optedOut whether the person asked not to be contacted
 * @param language the language last chosen
 * @param begun when we last began with the person, and how often on that day
 */
record Respondent(Document document, boolean optedOut, Optional<String> language, Begun begun) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHELF = "respondent";

    /** How often we began with a person on a day, in days since 1970. */
    record Begun(long day, int times) {
        Begun onceMore(Instant now) {
            long today = now.getEpochSecond() / 86_400;
            return new Begun(today, today == day ? times + 1 : 1);
        }

        int timesOn(Instant now) {
            return now.getEpochSecond() / 86_400 == day ? times : 0;
        }
    }

    static Key key(Address address) {
        return new Key(SHELF, hash(address));
    }

    static Respondent load(DocumentStore store, Address address) {
        Key key = key(address);
        return of(key, store.load(key));
    }

    /** What a document says of a person; nothing is known if there is no document. */
    static Respondent of(Key key, Optional<Document> found) {
        Document document = found.orElseGet(() -> Document.create(key, "", Optional.empty(), "{}"));
        try {
            JsonNode json = JSON.readTree(document.json());
            return new Respondent(
                    document,
                    json.path("optedOut").asBoolean(),
                    Optional.ofNullable(json.path("language").textValue()),
                    new Begun(json.path("day").asLong(), json.path("times").asInt()));
        } catch (JsonProcessingException e) {
            throw new StoreException("The store has a respondent that is no JSON", e);
        }
    }

    Respondent optedOut(boolean whether) {
        return new Respondent(document, whether, language, begun);
    }

    Respondent speaking(String tag) {
        return new Respondent(document, optedOut, Optional.of(tag), begun);
    }

    Respondent begun(Begun newBegun) {
        return new Respondent(document, optedOut, language, newBegun);
    }

    /** Whether there is anything to forget. */
    boolean isMoreThanOptOut() {
        return language.isPresent() || begun.times() > 0;
    }

    /** Keeps nothing but that the person is not to be contacted. */
    Respondent forgotten() {
        return new Respondent(document, optedOut, Optional.empty(), new Begun(0, 0));
    }

    boolean save(DocumentStore store) {
        ObjectNode json = JSON.createObjectNode().put("optedOut", optedOut);
        language.ifPresent(tag -> json.put("language", tag));
        if (begun.times() > 0) {
            json.put("day", begun.day()).put("times", begun.times());
        }
        return store.save(document.withJson(json.toString()));
    }

    /** A name for a person that does not tell the number. */
    static String hash(Address address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("parlance:" + address.value()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
