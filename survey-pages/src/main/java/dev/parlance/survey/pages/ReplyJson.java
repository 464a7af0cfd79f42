package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parlance.survey.analysis.GivenReply;
import java.util.List;

/** Writes what people said. */
final class ReplyJson {
    private ReplyJson() {}

    static void writeAll(Labels labels, List<GivenReply> replies, ArrayNode json) {
        for (GivenReply reply : replies) {
            json.addObject()
                    .put("who", reply.respondent())
                    .put("at", reply.at().toString())
                    .put("question", reply.question())
                    .put("words", reply.words())
                    .put("language", labels.language(reply.language()))
                    .put("channel", labels.channel(reply.channel()));
        }
    }
}
