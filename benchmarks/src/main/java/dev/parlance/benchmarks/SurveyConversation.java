package dev.parlance.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/** A respondent's eleven texts to the survey of {@link TurnBenchmark}, as Twilio would send them, and the expected replies. */
final class SurveyConversation {
    static final String TOKEN = "0".repeat(32);

    private static final String URL = "https://hooks.example.com/sms";
    private static final TwilioSignature SIGNATURE = TwilioSignature.of(Secret.of(TOKEN));
    private static final List<String> TEXTS = List.of("hello", "4", "2", "3", "tea", "5", "1", "1", "Coffee", "4", "2");
    private static final String RATE = "You said 4. And what about this?";
    private static final String CHOOSE = RATE + "\n1. Tea\n2. Coffee";
    private static final List<String> REPLIES = List.of(
            "How do you like us, 1 to 5?",
            CHOOSE,
            RATE,
            CHOOSE,
            RATE,
            CHOOSE,
            RATE,
            CHOOSE,
            RATE,
            CHOOSE,
            "Thank you. Goodbye.");

    private final long person;
    private int turn;

    SurveyConversation(long person) {
        this.person = person;
    }

    boolean isOver() {
        return turn == TEXTS.size();
    }

    /** The complete request with the next text. */
    ByteBuffer request() {
        String sid = "SM%028d%04d".formatted(person, turn);
        WebhookRequest signed = SIGNATURE.sign(WebhookRequest.post(URL)
                .withForm(
                        "ToCountry",
                        "US",
                        "ToState",
                        "CA",
                        "SmsMessageSid",
                        sid,
                        "NumMedia",
                        "0",
                        "ToCity",
                        "",
                        "FromZip",
                        "94105",
                        "SmsSid",
                        sid,
                        "FromState",
                        "CA",
                        "SmsStatus",
                        "received",
                        "FromCity",
                        "SAN FRANCISCO",
                        "Body",
                        TEXTS.get(turn),
                        "FromCountry",
                        "US",
                        "To",
                        "+15005550100",
                        "ToZip",
                        "",
                        "NumSegments",
                        "1",
                        "MessageSid",
                        sid,
                        "AccountSid",
                        "AC" + "0".repeat(32),
                        "From",
                        "+1" + person,
                        "ApiVersion",
                        "2010-04-01"));
        String head = "POST /sms HTTP/1.1\r\nHost: hooks.example.com\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nX-Home-Region: us1\r\n"
                + "I-Twilio-Idempotency-Token: " + new UUID(person, turn) + "\r\n"
                + "X-Twilio-Signature: " + signed.header("X-Twilio-Signature").orElseThrow() + "\r\n"
                + "Content-Length: " + signed.bodyLength() + "\r\n\r\n";
        return ByteBuffer.wrap((head + signed.bodyText()).getBytes(ISO_8859_1));
    }

    /** Checks the response to the last request, and moves on to the next text. */
    void checkResponse(String response) {
        if (!response.startsWith("HTTP/1.1 200")
                || !response.contains("<Message>" + REPLIES.get(turn) + "</Message>")) {
            throw new IllegalStateException(
                    "Text " + turn + " should get the reply \"" + REPLIES.get(turn) + "\", not\n" + response);
        }
        turn++;
    }

    /** The reply to text number {@code turn}. */
    static String reply(int turn) {
        return REPLIES.get(turn);
    }
}
