package dev.parlance.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.Tally;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A person of a campaign, as stored. The document wakes when the person is to be contacted. A node claims a person by moving that
 * time: if the node ends before it has stored a result, the document wakes again, and another node finds out what happened.
 */
record StoredRecipient(Document document, ObjectNode json) {
    static final String WAITING = "waiting";

    static StoredRecipient of(Document document) {
        return new StoredRecipient(document, StoredJson.read(document));
    }

    static StoredRecipient create(String shelf, Campaign.Recipient recipient, String file, int line, Instant now) {
        Address person = recipient.address();
        ObjectNode json = StoredJson.empty().put("file", file).put("line", line);
        Invitation invitation = recipient.invitation();
        invitation.language().ifPresent(tag -> json.put("language", tag));
        invitation.zone().ifPresent(zone -> json.put("zone", zone.getId()));
        invitation.occasion().ifPresent(occasion -> json.put("occasion", occasion));
        ObjectNode variables = json.putObject("variables");
        invitation.variables().forEach(variables::put);
        Document empty = Document.create(new Key(shelf, person.value()), PersonHash.of(person), Optional.of(now), "{}");
        return of(saved(empty, json, WAITING));
    }

    private static Document saved(Document document, ObjectNode json, String counted) {
        return document.withJson(json.toString()).withTally(Tally.of(Map.of(counted, 1L)));
    }

    Address address() {
        return Address.of(document.key().id());
    }

    Invitation invitation() {
        Invitation invitation = new Invitation(
                StoredJson.text(json, "language"),
                StoredJson.text(json, "zone").map(ZoneId::of),
                Map.of(),
                StoredJson.text(json, "occasion"));
        for (Map.Entry<String, JsonNode> variable : json.path("variables").properties()) {
            invitation = invitation.withVariable(
                    variable.getKey(), variable.getValue().asText());
        }
        return invitation;
    }

    /** Whether the person came from this line, before an import was interrupted and repeated. */
    boolean isFrom(String file, int line) {
        return file.equals(file()) && line == line();
    }

    String file() {
        return json.path("file").asText();
    }

    int line() {
        return json.path("line").asInt();
    }

    StoredRecipient withWakeAt(Instant time) {
        return new StoredRecipient(document.withWakeAt(Optional.of(time)), json);
    }

    /** The person after a save. */
    StoredRecipient saved() {
        return new StoredRecipient(document.saved(), json);
    }

    StoredRecipient with(StartResult result, Instant now) {
        ObjectNode done = json.deepCopy();
        done.put("outcome", result.outcome().name())
                .put("reason", result.reason())
                .put("at", now.toString())
                .remove("until");
        result.until().ifPresent(time -> done.put("until", time.toString()));
        return of(saved(
                document.withWakeAt(result.until()), done, result.outcome().name()));
    }

    Optional<StartResult> result() {
        return StoredJson.text(json, "outcome")
                .map(outcome -> new StartResult(
                        Outcome.valueOf(outcome), json.path("reason").asText(), StoredJson.time(json, "until")));
    }

    boolean isStarted() {
        return counted().equals(Outcome.STARTED.name());
    }

    /** What this person counts as in the progress. */
    String counted() {
        return StoredJson.text(json, "outcome").orElse(WAITING);
    }

    Campaign.RecipientResult status() {
        return new Campaign.RecipientResult(address(), result(), StoredJson.time(json, "at"));
    }
}
