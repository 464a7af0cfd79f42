package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.survey.definition.Quota;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The places of quotas. Each quota's document lists its holders, so a retry after a crash gets the same place, and no one is
 * counted twice.
 */
final class Quotas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeSet<String>> NAMES = new TypeReference<>() {};
    private static final int HOLDER_LENGTH = 16;

    private final DocumentStore store;

    Quotas(DocumentStore store) {
        this.store = store;
    }

    /** Reserves a place; returns false if the quota is full. */
    boolean reserve(Survey survey, String name, Address person) {
        Quota quota = survey.quotas().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        String holder = holder(person);
        return Retry.untilSaved(() -> {
            Document document = document(survey, name);
            Set<String> holders = holders(document);
            if (holders.contains(holder)) {
                return Retry.done(true);
            }
            if (holders.size() >= quota.limit()) {
                return Retry.done(false);
            }
            holders.add(holder);
            return save(document, holders) ? Retry.done(true) : Retry.again();
        });
    }

    /** Releases a place. */
    void release(Survey survey, String name, Address person) {
        Retry.untilSaved(() -> {
            Document document = document(survey, name);
            Set<String> holders = holders(document);
            return !holders.remove(holder(person)) || save(document, holders) ? Retry.done(true) : Retry.again();
        });
    }

    private static String holder(Address person) {
        return PersonHash.of(person).substring(0, HOLDER_LENGTH);
    }

    private Document document(Survey survey, String name) {
        Key key = new Key("quota:" + survey.name(), name);
        return store.load(key).orElseGet(() -> Document.create(key, "", Optional.empty(), "[]"));
    }

    private boolean save(Document document, Set<String> holders) {
        try {
            return store.save(document.withJson(JSON.writeValueAsString(holders)));
        } catch (JsonProcessingException e) {
            throw new StoreException("Could not write a quota's holders", e);
        }
    }

    private static Set<String> holders(Document document) {
        try {
            return JSON.readValue(document.json(), NAMES);
        } catch (JsonProcessingException e) {
            throw new StoreException("A quota in the store is not valid JSON", e);
        }
    }
}
