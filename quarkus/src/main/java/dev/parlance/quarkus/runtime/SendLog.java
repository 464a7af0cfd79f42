package dev.parlance.quarkus.runtime;

import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextSender;
import org.jboss.logging.Logger;

/** Logs one line for each text and call that Twilio accepted, without the number or the text. */
final class SendLog {
    private static final Logger LOG = Logger.getLogger("dev.parlance.send");

    private SendLog() {}

    static TextSender texts(TextSender sender) {
        return text -> {
            Receipt receipt = sender.send(text);
            LOG.infof("Sent a text of %d characters to %s: %s", text.body().length(), text.to(), receipt.sid());
            return receipt;
        };
    }

    static CallPlacer calls(CallPlacer placer) {
        return call -> {
            Receipt receipt = placer.place(call);
            LOG.infof("Called %s: %s", call.to(), receipt.sid());
            return receipt;
        };
    }
}
