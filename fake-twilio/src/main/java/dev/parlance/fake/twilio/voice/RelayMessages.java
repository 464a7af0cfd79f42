package dev.parlance.fake.twilio.voice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.Resource;
import java.util.Map;

/** Writes the messages of a ConversationRelay to the application. */
final class RelayMessages {
    private RelayMessages() {}

    static String setup(String sessionId, Resource call, Map<String, String> parameters) {
        boolean inbound = call.is("direction", "inbound");
        ObjectNode setup = message("setup")
                .put("sessionId", sessionId)
                .put("accountSid", call.text("account_sid"))
                .put("parentCallSid", call.text("parent_call_sid"))
                .put("callSid", call.sid())
                .put("from", call.text("from"))
                .put("to", call.text("to"))
                .put("forwardedFrom", call.text("forwarded_from"))
                .put("callType", callType(inbound ? call.text("from") : call.text("to")))
                .put("callerName", call.text("caller_name"))
                .put("direction", call.text("direction"))
                .put("callStatus", inbound ? "RINGING" : "IN_PROGRESS");
        ObjectNode custom = setup.putObject("customParameters");
        parameters.forEach(custom::put);
        return setup.toString();
    }

    private static String callType(String person) {
        if (person.startsWith("client:")) {
            return "CLIENT";
        }
        return person.startsWith("sip:") ? "SIP" : "PSTN";
    }

    static String prompt(String text, String language, boolean last) {
        return message("prompt")
                .put("voicePrompt", text)
                .put("lang", language)
                .put("last", last)
                .toString();
    }

    static String dtmf(String digit) {
        return message("dtmf").put("digit", digit).toString();
    }

    static String interrupt(AgentSpeech.Interruption interruption) {
        return message("interrupt")
                .put("utteranceUntilInterrupt", interruption.utterance())
                .put("durationUntilInterruptMs", interruption.after().toMillis())
                .toString();
    }

    static String error(String description) {
        return message("error").put("description", description).toString();
    }

    private static ObjectNode message(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
