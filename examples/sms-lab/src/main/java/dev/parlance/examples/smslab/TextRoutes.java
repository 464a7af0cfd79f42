package dev.parlance.examples.smslab;

import dev.parlance.Address;
import dev.parlance.account.LoggedMessage;
import dev.parlance.account.TwilioAccount;
import dev.parlance.outbound.TextMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sends a sample text and shows the message history. */
final class TextRoutes {
    private static final String SAMPLE = "A text from the lab: the first of many.";
    private static final String NUMBER = "\\+[1-9]\\d{6,14}";
    private static final int DEFAULT_LAST = 20;
    private static final int MAX_LAST = 1_000;

    private final TwilioAccount account;
    private final Optional<String> myNumber;

    TextRoutes(TwilioAccount account, Optional<String> myNumber) {
        this.account = account;
        this.myNumber = myNumber;
    }

    void on(Router router) {
        router.post("/send-sms", this::send);
        router.get("/history", this::history);
        router.get("/history/{sid}", request -> message(sid(request)));
    }

    private WebhookResponse send(WebhookRequest request) {
        String number = Json.find(Json.read(request), "number")
                .or(() -> myNumber)
                .orElseThrow(() -> new WebhookException(400, "Send a \"number\", or set MY_NUMBER"));
        if (!number.matches(NUMBER)) {
            throw new WebhookException(
                    400, "\"number\" must be a phone number with its country code, such as +15005550006");
        }
        String sid = account.send(TextMessage.to(Address.of(number), SAMPLE)).sid();
        return message(sid);
    }

    /** The SID of a text (SM) or a text with media (MM). */
    private static String sid(WebhookRequest request) {
        String sid = request.pathVariable("sid");
        return Json.checkedSid(sid, "sid", sid.startsWith("MM") ? "MM" : "SM");
    }

    /** The last 20 messages, or as many as {@code ?last=} asks for. */
    private WebhookResponse history(WebhookRequest request) {
        int last =
                request.queryParameters().first("last").map(TextRoutes::count).orElse(DEFAULT_LAST);
        return Json.of(account.messages()
                .list(query -> query.withPageSize(Math.min(last, MAX_LAST)))
                .limit(last)
                .map(TextRoutes::json)
                .toList());
    }

    private static int count(String text) {
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > MAX_LAST) {
            throw new WebhookException(400, "\"last\" must be a number from 1 to " + MAX_LAST);
        }
        return Integer.parseInt(text);
    }

    private WebhookResponse message(String sid) {
        Optional<LoggedMessage> message = account.messages().get(sid);
        return message.map(TextRoutes::json)
                .map(Json::of)
                .orElseGet(() -> Json.error(404, "There is no message " + sid));
    }

    private static Map<String, Object> json(LoggedMessage message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sid", message.sid());
        json.put("direction", message.inbound() ? "inbound" : "outbound");
        json.put("to", message.to().value());
        message.from().ifPresent(from -> json.put("from", from.value()));
        json.put("body", message.body());
        json.put("status", message.status());
        json.put("segments", message.segments());
        json.put("created", message.created());
        message.sent().ifPresent(sent -> json.put("sent", sent));
        message.errorCode().ifPresent(code -> json.put("errorCode", code));
        return json;
    }
}
