package dev.parlance.simulator.traffic;

import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A request as a command for a shell. A webhook keeps its signature; the API's login comes from the environment. */
final class Curl {
    private static final Set<String> SET_BY_CURL =
            Set.of("host", "content-length", "connection", "accept-encoding", "user-agent");
    private static final String NEXT = " \\\n  ";

    private Curl() {}

    static String of(Exchange exchange, String apiUrl) {
        WebhookRequest request = exchange.request();
        boolean isApi = exchange.signing().isEmpty();
        StringBuilder command = new StringBuilder("curl");
        if (!request.method().equals("GET")) {
            command.append(" -X ").append(request.method());
        }
        command.append(' ').append(quoted(isApi ? local(request.url(), apiUrl) : request.url()));
        for (Map.Entry<String, List<String>> header : request.headers().asMap().entrySet()) {
            if (isSent(header.getKey().toLowerCase(Locale.ROOT), isApi)) {
                header.getValue()
                        .forEach(value ->
                                command.append(NEXT).append("-H ").append(quoted(header.getKey() + ": " + value)));
            }
        }
        if (isApi) {
            command.append(NEXT).append("-u \"$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN\"");
        }
        if (request.bodyLength() > 0) {
            command.append(NEXT).append("--data-raw ").append(quoted(request.bodyText()));
        }
        return command.append('\n').toString();
    }

    /** Of a client of the API, only the type of the body matters. */
    private static boolean isSent(String header, boolean isApi) {
        return isApi ? header.equals("content-type") : !SET_BY_CURL.contains(header);
    }

    /** {@code https://api.twilio.com/…} at the fake: its address, then Twilio's host as the first part of the path. */
    private static String local(String url, String apiUrl) {
        return apiUrl.replaceFirst("/api\\.twilio\\.com$", "") + "/" + url.substring("https://".length());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
