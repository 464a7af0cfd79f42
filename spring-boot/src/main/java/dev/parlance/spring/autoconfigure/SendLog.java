package dev.parlance.spring.autoconfigure;

import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one line for each text and call that Twilio accepted, without the number or the text. */
final class SendLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.parlance.send");

    private SendLog() {}

    static TextSender texts(TextSender sender) {
        return text -> {
            Receipt receipt = sender.send(text);
            LOG.info("Sent a text of {} characters to {}: {}", text.body().length(), text.to(), receipt.sid());
            return receipt;
        };
    }

    static CallPlacer calls(CallPlacer placer) {
        return call -> {
            Receipt receipt = placer.place(call);
            LOG.info("Called {}: {}", call.to(), receipt.sid());
            return receipt;
        };
    }
}
