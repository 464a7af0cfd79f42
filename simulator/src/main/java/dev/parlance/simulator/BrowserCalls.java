package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.log.CallTrace;
import dev.parlance.fake.twilio.log.Log;

/** The signalling of calls from and to browsers, as the page draws it. */
final class BrowserCalls {
    private static final int MAX_STEPS = 100;

    private BrowserCalls() {}

    static ObjectNode of(Log log) {
        CallTrace trace = CallTrace.of(log).withoutEvents().last(MAX_STEPS);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("mermaid", trace.toMermaid());
        ArrayNode steps = json.putArray("steps");
        for (CallTrace.Step step : trace.steps()) {
            steps.addObject()
                    .put("from", step.from())
                    .put("to", step.to())
                    .put("what", step.label())
                    .put("isAnswer", step.isAnswer());
        }
        return json;
    }
}
