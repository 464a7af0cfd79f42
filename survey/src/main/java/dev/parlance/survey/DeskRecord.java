package dev.parlance.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.survey.state.Outbox;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a desk remembers of a person. It is stored under a hash of the number, and does not contain the number. Immutable.
 *
 * @param document the document as loaded
 * @param routes where the last webhooks went, so that a repeat goes to the same survey
 * @param turns when each survey was last in contact with the person, the latest one last
 */
record DeskRecord(Document document, List<Route> routes, List<Turn> turns) {
    /**
     * Where a webhook went.
     *
     * @param asksAgain whether the survey only asks its open question again, because the person last heard from another one
     */
    record Route(String id, String survey, boolean asksAgain) {}

    /** When a survey was in contact with the person. */
    record Turn(String survey, Instant at) {}

    DeskRecord {
        routes = List.copyOf(routes);
        turns = List.copyOf(turns);
    }

    static Key key(String desk, Address person) {
        return new Key("desk:" + desk, PersonHash.of(person));
    }

    /** The record in this document, or an empty one if there is no document. */
    static DeskRecord of(Key key, Optional<Document> found) {
        Document document = found.orElseGet(() -> Document.create(key, key.id(), Optional.empty(), "{}"));
        ObjectNode json = StoredJson.read(document);
        List<Route> routes = new ArrayList<>();
        for (JsonNode route : json.path("routes")) {
            routes.add(new Route(
                    route.path("id").asText(),
                    route.path("survey").asText(),
                    route.path("asksAgain").asBoolean()));
        }
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : json.path("turns")) {
            turns.add(new Turn(
                    turn.path("survey").asText(), StoredJson.time(turn, "at").orElse(Instant.EPOCH)));
        }
        return new DeskRecord(document, routes, turns);
    }

    Optional<Route> route(String id) {
        return routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    Optional<Turn> turn(String survey) {
        return turns.stream().filter(turn -> turn.survey().equals(survey)).findFirst();
    }

    /** The survey that was last in contact with the person. */
    Optional<Turn> lastTurn() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(turns.size() - 1));
    }

    DeskRecord withRoute(Route route) {
        List<Route> more =
                new ArrayList<>(routes.subList(Math.max(0, routes.size() + 1 - Outbox.MAX_HANDLED), routes.size()));
        more.add(route);
        return new DeskRecord(document, more, turns);
    }

    DeskRecord withTurn(String survey, Instant now) {
        List<Turn> more = new ArrayList<>(turns);
        more.removeIf(turn -> turn.survey().equals(survey));
        more.add(new Turn(survey, now));
        return new DeskRecord(document, routes, more);
    }

    /** The document to save. */
    Document changed() {
        ObjectNode json = StoredJson.read(document);
        ArrayNode allRoutes = json.putArray("routes");
        for (Route route : routes) {
            ObjectNode stored = allRoutes.addObject().put("id", route.id()).put("survey", route.survey());
            if (route.asksAgain()) {
                stored.put("asksAgain", true);
            }
        }
        ArrayNode allTurns = json.putArray("turns");
        turns.forEach(turn -> allTurns.addObject()
                .put("survey", turn.survey())
                .put("at", turn.at().toString()));
        return document.withJson(json.toString());
    }
}
