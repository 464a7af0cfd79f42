package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.MissedReplies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the replies that were not understood, by question, language and channel, the most frequent first. */
final class MissedJson {
    private static final int MAX_GROUPS = 20;
    private static final int MAX_REPLIES = 6;

    private MissedJson() {}

    private record Place(String question, String language, String channel) {}

    static void write(Labels labels, MissedReplies missed, ArrayNode json) {
        Map<Place, List<MissedReplies.Row>> groups = new LinkedHashMap<>();
        for (MissedReplies.Row row : missed.rows()) {
            Place place = new Place(row.question(), row.language(), row.channel());
            groups.computeIfAbsent(place, any -> new ArrayList<>()).add(row);
        }
        Comparator<Map.Entry<Place, List<MissedReplies.Row>>> byCount =
                Comparator.comparingInt(each -> sum(each.getValue()));
        groups.entrySet().stream().sorted(byCount.reversed()).limit(MAX_GROUPS).forEach(group -> {
            ObjectNode line = json.addObject()
                    .put("question", group.getKey().question())
                    .put("language", labels.language(group.getKey().language()))
                    .put("channel", labels.channel(group.getKey().channel()))
                    .put("count", sum(group.getValue()));
            ArrayNode replies = line.putArray("replies");
            group.getValue().stream()
                    .limit(MAX_REPLIES)
                    .forEach(
                            row -> replies.addObject().put("reply", row.reply()).put("count", row.count()));
        });
    }

    private static int sum(List<MissedReplies.Row> rows) {
        return rows.stream().mapToInt(MissedReplies.Row::count).sum();
    }
}
