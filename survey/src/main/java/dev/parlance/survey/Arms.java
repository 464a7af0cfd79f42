package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.question.Assignment;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The arms of balanced experiments. The document of an experiment lists who is in each arm, so a retry after a crash gets the
 * same arm, and no one is counted twice. Within a cell, the people with places in the same quotas, the next person gets the arm
 * that is furthest behind its weight.
 */
final class Arms {
    /** After so many people, arms are drawn, because one document lists everyone. */
    private static final int MOST_PEOPLE = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The people in each arm of each cell. */
    private static final TypeReference<Map<String, Map<String, Set<String>>>> CELLS = new TypeReference<>() {};

    private static final int HASH_LENGTH = 16;

    private final DocumentStore store;

    Arms(DocumentStore store) {
        this.store = store;
    }

    /** The person's arm; a new person is added to one. */
    String assign(Survey survey, Turn.NeedsArm needs, Address address) {
        Map<String, Integer> weights = survey.question(needs.question())
                .map(Assignment.class::cast)
                .orElseThrow()
                .arms();
        String person = PersonHash.of(address).substring(0, HASH_LENGTH);
        String cell = String.join(",", needs.quotas());
        return Retry.untilSaved(() -> {
            Document document = document(survey, needs.question());
            Map<String, Map<String, Set<String>>> cells = cells(document);
            Optional<String> before = armOf(person, cells).filter(weights::containsKey);
            if (before.isPresent()) {
                return before;
            }
            if (people(cells) >= MOST_PEOPLE) {
                return Retry.done(needs.drawn());
            }
            Map<String, Set<String>> arms = cells.computeIfAbsent(cell, any -> new TreeMap<>());
            String arm = furthestBehind(weights, arms, needs.drawn());
            arms.computeIfAbsent(arm, any -> new TreeSet<>()).add(person);
            return save(document, cells) ? Retry.done(arm) : Retry.again();
        });
    }

    private static Optional<String> armOf(String person, Map<String, Map<String, Set<String>>> cells) {
        return cells.values().stream()
                .flatMap(arms -> arms.entrySet().stream())
                .filter(arm -> arm.getValue().contains(person))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static int people(Map<String, Map<String, Set<String>>> cells) {
        return cells.values().stream()
                .flatMap(arms -> arms.values().stream())
                .mapToInt(Set::size)
                .sum();
    }

    /** The arm with the fewest people for its weight; if there are several, the drawn one if it is among them. */
    private static String furthestBehind(Map<String, Integer> weights, Map<String, Set<String>> arms, String drawn) {
        Comparator<Map.Entry<String, Integer>> byShare = Comparator.comparingDouble(
                arm -> (double) arms.getOrDefault(arm.getKey(), Set.of()).size() / arm.getValue());
        return weights.entrySet().stream()
                .min(byShare.thenComparing(arm -> !arm.getKey().equals(drawn)))
                .orElseThrow()
                .getKey();
    }

    private Document document(Survey survey, String question) {
        Key key = new Key("arms:" + survey.name(), question);
        return store.load(key).orElseGet(() -> Document.create(key, "", Optional.empty(), "{}"));
    }

    private boolean save(Document document, Map<String, ?> cells) {
        try {
            return store.save(document.withJson(JSON.writeValueAsString(cells)));
        } catch (JsonProcessingException e) {
            throw new StoreException("Could not write the arms of an experiment", e);
        }
    }

    private static Map<String, Map<String, Set<String>>> cells(Document document) {
        try {
            return JSON.readValue(document.json(), CELLS);
        } catch (JsonProcessingException e) {
            throw new StoreException("The arms of an experiment in the store are not valid JSON", e);
        }
    }
}
