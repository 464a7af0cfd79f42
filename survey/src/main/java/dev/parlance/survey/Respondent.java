package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.state.ContactChange;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all surveys of a store share about a person: their opt-out, the language last chosen, fields and groups. It is stored under a hash of
 * the number, and does not contain the number.
 *
 * @param document the document as loaded
 * @param optedOut whether the person has opted out
 * @param language the language last chosen
 * @param contacts how often the person was contacted on the last day with a contact
 * @param contact the fields and groups
 * @param written for each survey, the last change that it has written into the fields and groups
 */
record Respondent(
        Document document,
        boolean optedOut,
        Optional<String> language,
        Contacts contacts,
        ContactRecord contact,
        Map<String, Mark> written) {
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

    /** The sequence and the time of a change. A session that starts again after it was deleted counts from 1 again, but later. */
    record Mark(long sequence, Instant at) {
        private static final Mark NONE = new Mark(0, Instant.EPOCH);

        private Mark then(ContactChange change) {
            return new Mark(change.sequence(), change.at().isAfter(at) ? change.at() : at);
        }

        private boolean isBefore(ContactChange change) {
            return sequence < change.sequence() || at.isBefore(change.at());
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
            return new Respondent(document, false, Optional.empty(), new Contacts(0, 0), ContactRecord.EMPTY, Map.of());
        }
        Document document = found.get();
        try {
            JsonNode json = JSON.readTree(document.json());
            return new Respondent(
                    document,
                    json.path("optedOut").asBoolean(),
                    Optional.ofNullable(json.path("language").textValue()),
                    new Contacts(json.path("day").asLong(), json.path("times").asInt()),
                    ContactJson.contact(json),
                    ContactJson.written(json));
        } catch (JsonProcessingException e) {
            throw new StoreException("A respondent in the store is not valid JSON", e);
        }
    }

    Respondent optedOut(boolean newOptedOut) {
        return new Respondent(document, newOptedOut, language, contacts, contact, written);
    }

    Respondent speaking(String tag) {
        return new Respondent(document, optedOut, Optional.of(tag), contacts, contact, written);
    }

    Respondent contacted(Contacts newContacts) {
        return new Respondent(document, optedOut, language, newContacts, contact, written);
    }

    Respondent with(ContactRecord newContact) {
        return new Respondent(document, optedOut, language, contacts, newContact, written);
    }

    /** Whether some of these changes of a survey have not been written yet. */
    boolean lacks(String survey, List<ContactChange> changes) {
        return !outstanding(survey, changes).isEmpty();
    }

    /** Writes those changes of a survey that have not been written yet. */
    Respondent with(String survey, List<ContactChange> changes) {
        List<ContactChange> outstanding = outstanding(survey, changes);
        Map<String, Mark> marks = new TreeMap<>(written);
        outstanding.forEach(change ->
                marks.put(survey, marks.getOrDefault(survey, Mark.NONE).then(change)));
        return new Respondent(document, optedOut, language, contacts, ContactChange.all(outstanding, contact), marks);
    }

    private List<ContactChange> outstanding(String survey, List<ContactChange> changes) {
        Mark mark = written.getOrDefault(survey, Mark.NONE);
        return changes.stream().filter(mark::isBefore).toList();
    }

    /** Whether there is anything to erase. */
    boolean isMoreThanOptOut() {
        return language.isPresent() || contacts.times() > 0 || !contact.isEmpty() || !written.isEmpty();
    }

    /** Keeps only the opt-out. */
    Respondent forgotten() {
        return new Respondent(document, optedOut, Optional.empty(), new Contacts(0, 0), ContactRecord.EMPTY, Map.of());
    }

    boolean save(DocumentStore store) {
        ObjectNode json = JSON.createObjectNode().put("optedOut", optedOut);
        language.ifPresent(tag -> json.put("language", tag));
        if (contacts.times() > 0) {
            json.put("day", contacts.day()).put("times", contacts.times());
        }
        ContactJson.write(contact, written, json);
        return store.save(document.withJson(json.toString()));
    }
}
