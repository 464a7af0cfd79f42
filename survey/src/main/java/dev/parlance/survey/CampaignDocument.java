package dev.parlance.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Problem;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A campaign, as stored. A running campaign's document wakes when there may be something to do. */
record CampaignDocument(Document document, ObjectNode json) {
    private static final int MAX_PROBLEMS = 100;

    static CampaignDocument of(Document document) {
        return new CampaignDocument(document, StoredJson.read(document));
    }

    static CampaignDocument create(Key key, String channel, Pace pace, ContactHours hours, Instant now) {
        ObjectNode json = StoredJson.empty()
                .put("channel", channel)
                .put("state", Campaign.State.DRAFT.name())
                .put("created", now.toString())
                .put("perSecond", pace.perSecond());
        pace.sender().ifPresent(sender -> json.put("sender", sender));
        if (!hours.equals(ContactHours.ALWAYS)) {
            ObjectNode stored = json.putObject("hours")
                    .put("from", hours.from().toString())
                    .put("to", hours.to().toString());
            ArrayNode days = stored.putArray("days");
            hours.days().stream().sorted().forEach(day -> days.add(day.name()));
        }
        return of(Document.create(key, "", Optional.empty(), json.toString()));
    }

    String name() {
        return document.key().id();
    }

    String channel() {
        return json.path("channel").asText();
    }

    Pace pace() {
        return new Pace(json.path("perSecond").asDouble(), StoredJson.text(json, "sender"));
    }

    ContactHours hours() {
        JsonNode hours = json.path("hours");
        if (hours.isMissingNode()) {
            return ContactHours.ALWAYS;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        hours.path("days").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
        return new ContactHours(
                LocalTime.parse(hours.path("from").asText()),
                LocalTime.parse(hours.path("to").asText()),
                days);
    }

    /** The name of the sender: the channel, if it has only one. */
    String sender() {
        return pace().sender().orElse(channel());
    }

    Instant created() {
        return StoredJson.time(json, "created").orElse(Instant.EPOCH);
    }

    Campaign.State state() {
        return Campaign.State.valueOf(json.path("state").asText());
    }

    Optional<String> pauseReason() {
        return StoredJson.text(json, "pauseReason");
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode problem : json.path("problems")) {
            problems.add(new Problem(
                    problem.path("file").asText(),
                    problem.path("line").asInt(),
                    problem.path("path").asText(),
                    problem.path("message").asText()));
        }
        return List.copyOf(problems);
    }

    CampaignDocument withProblems(List<Problem> problems) {
        ObjectNode changed = json.deepCopy();
        ArrayNode list = changed.putArray("problems");
        problems.stream()
                .limit(MAX_PROBLEMS)
                .forEach(problem -> list.addObject()
                        .put("file", problem.file())
                        .put("line", problem.line())
                        .put("path", problem.path())
                        .put("message", problem.message()));
        return of(document.withJson(changed.toString()));
    }

    CampaignDocument running(Instant now) {
        return with(Campaign.State.RUNNING, Optional.empty(), Optional.of(now));
    }

    CampaignDocument paused(Optional<String> reason) {
        return with(Campaign.State.PAUSED, reason, Optional.empty());
    }

    CampaignDocument ended(Campaign.State state) {
        return with(state, Optional.empty(), Optional.empty());
    }

    CampaignDocument withWakeAt(Instant time) {
        return new CampaignDocument(document.withWakeAt(Optional.of(time)), json);
    }

    private CampaignDocument with(Campaign.State state, Optional<String> pauseReason, Optional<Instant> wakeAt) {
        ObjectNode changed = json.deepCopy().put("state", state.name());
        changed.remove("pauseReason");
        pauseReason.ifPresent(reason -> changed.put("pauseReason", reason));
        return of(document.withWakeAt(wakeAt).withJson(changed.toString()));
    }
}
