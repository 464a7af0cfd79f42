package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Estimate;
import dev.parlance.survey.analysis.NetPromoterScore;
import dev.parlance.survey.analysis.Overview;
import dev.parlance.survey.analysis.People;
import java.util.Optional;

/** Writes how far people got. */
final class OverviewJson {
    private OverviewJson() {}

    static void write(Overview overview, ObjectNode json) {
        people(overview.people(), json.putArray("people"));
        estimate(overview.responseRate(), "responseRate", json);
        estimate(overview.completionRate(), "completionRate", json);
        overview.time()
                .ifPresent(time -> json.putObject("time")
                        .put("first", time.first().toSeconds())
                        .put("median", time.median().toSeconds())
                        .put("third", time.third().toSeconds()));
        ArrayNode scores = json.putArray("nps");
        overview.nps().forEach((question, nps) -> score(question, nps, scores.addObject()));
    }

    private static void people(People people, ArrayNode json) {
        person(json, "invited", "Invited", people.invited());
        person(json, "reached", "Reached", people.reached());
        person(json, "started", "Started", people.started());
        person(json, "completed", "Completed", people.completed());
        person(json, "declined", "Declined", people.declined());
        person(json, "inProgress", "In progress", people.inProgress());
        person(json, "left", "Left before the end", people.left());
        person(json, "screenedOut", "Screened out", people.screenedOut());
        person(json, "optedOut", "Opted out", people.optedOut());
        person(json, "unreachable", "Unreachable", people.unreachable());
    }

    private static void person(ArrayNode json, String key, String label, int count) {
        json.addObject().put("key", key).put("label", label).put("count", count);
    }

    private static void estimate(Optional<Estimate> estimate, String name, ObjectNode json) {
        estimate.ifPresent(each -> write(each, json.putObject(name)));
    }

    private static void write(Estimate estimate, ObjectNode json) {
        json.put("value", estimate.value()).put("low", estimate.low()).put("high", estimate.high());
    }

    private static void score(String question, NetPromoterScore nps, ObjectNode json) {
        json.put("question", question).put("answers", nps.promoters() + nps.passives() + nps.detractors());
        write(nps.score(), json.putObject("score"));
    }
}
