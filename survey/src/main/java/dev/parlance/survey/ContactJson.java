package dev.parlance.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.Respondent.Mark;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.ContactRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields and groups of a person in the JSON of a {@link Respondent}. */
final class ContactJson {
    private ContactJson() {}

    static ContactRecord contact(JsonNode respondent) {
        SortedMap<String, Value> fields = new TreeMap<>();
        respondent.path("fields").properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
        SortedSet<String> groups = new TreeSet<>();
        respondent.path("groups").forEach(group -> groups.add(group.asText()));
        return new ContactRecord(fields, groups);
    }

    private static Value value(JsonNode parts) {
        List<String> all = new ArrayList<>();
        parts.forEach(part -> all.add(part.asText()));
        return new Value(all);
    }

    static Map<String, Mark> written(JsonNode respondent) {
        Map<String, Mark> written = new TreeMap<>();
        respondent
                .path("written")
                .properties()
                .forEach(survey -> written.put(
                        survey.getKey(),
                        new Mark(
                                survey.getValue().path("sequence").asLong(),
                                Instant.parse(survey.getValue().path("at").asText()))));
        return written;
    }

    static void write(ContactRecord contact, Map<String, Mark> written, ObjectNode respondent) {
        if (!contact.fields().isEmpty()) {
            ObjectNode fields = respondent.putObject("fields");
            contact.fields().forEach((name, value) -> {
                ArrayNode parts = fields.putArray(name);
                value.parts().forEach(parts::add);
            });
        }
        if (!contact.groups().isEmpty()) {
            ArrayNode groups = respondent.putArray("groups");
            contact.groups().forEach(groups::add);
        }
        if (!written.isEmpty()) {
            ObjectNode marks = respondent.putObject("written");
            written.forEach((survey, mark) -> marks.putObject(survey)
                    .put("sequence", mark.sequence())
                    .put("at", mark.at().toString()));
        }
    }
}
