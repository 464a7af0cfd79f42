package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.time.Instant;
import java.util.Optional;

/**
 * What all surveys of a store share about a person: their opt-out and the language last chosen. It is stored under a hash of
 * the number, and does not contain the number.
 *
 * @param document the document as loaded
 * @param optedOut whether the person has opted out
 * @param language the language last chosen
 * @param contacts how often the person was contacted on the last day with a contact
 */
record Respondent(Document document, boolean optedOut, Optional<String> language, Contacts contacts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHELF = "respondent";

    /** The number of contacts on a day, in days since 1970. */
    record Contacts(long day, int times) {
        private static final long SECONDS_OF_A_DAY = 86_400;

        static Instant startOfNextDay(Instant now) {
            return Instant.ofEpochSecond((day(now) + 1) * SECONDS_OF_A_DAY);
        }

        private static long day(Instant now) {
            return now.getEpochSecond() / SECONDS_OF_A_DAY;
        }

        Contacts plusOne(Instant now) {
            long today = day(now);
            return new Contacts(today, today == day ? times + 1 : 1);
        }

        int timesOn(Instant now) {
            return day(now) == day ? times : 0;
        }
    }

    static Key key(Address address) {
        return new Key(SHELF, PersonHash.of(address));
    }

    static Respondent load(DocumentStore store, Address address) {
        Key key = key(address);
        return of(key, store.load(key));
    }

    /** The respondent in this document, or an unknown one if there is no document. */
    static Respondent of(Key key, Optional<Document> found) {
        if (found.isEmpty()) {
            Document document = Document.create(key, "", Optional.empty(), "{}");
            return new Respondent(document, false, Optional.empty(), new Contacts(0, 0));
        }
        Document document = found.get();
        try {
            JsonNode json = JSON.readTree(document.json());
            return new Respondent(
                    document,
                    json.path("optedOut").asBoolean(),
                    Optional.ofNullable(json.path("language").textValue()),
                    new Contacts(json.path("day").asLong(), json.path("times").asInt()));
        } catch (JsonProcessingException e) {
            throw new StoreException("A respondent in the store is not valid JSON", e);
        }
    }

    Respondent optedOut(boolean newOptedOut) {
        return new Respondent(document, newOptedOut, language, contacts);
    }

    Respondent speaking(String tag) {
        return new Respondent(document, optedOut, Optional.of(tag), contacts);
    }

    Respondent contacted(Contacts newContacts) {
        return new Respondent(document, optedOut, language, newContacts);
    }

    /** Whether there is anything to erase. */
    boolean isMoreThanOptOut() {
        return language.isPresent() || contacts.times() > 0;
    }

    /** Keeps only the opt-out. */
    Respondent forgotten() {
        return new Respondent(document, optedOut, Optional.empty(), new Contacts(0, 0));
    }

    boolean save(DocumentStore store) {
        ObjectNode json = JSON.createObjectNode().put("optedOut", optedOut);
        language.ifPresent(tag -> json.put("language", tag));
        if (contacts.times() > 0) {
            json.put("day", contacts.day()).put("times", contacts.times());
        }
        return store.save(document.withJson(json.toString()));
    }
}
