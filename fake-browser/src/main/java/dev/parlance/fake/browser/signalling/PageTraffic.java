package dev.parlance.fake.browser.signalling;

import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Requests from browser phones: the signalling WebSocket, and their media events. */
final class PageTraffic {
    private static final String SIGNALLING = "/signal";
    private static final String EVENTS = "/v4/Endpoint";

    private PageTraffic() {}

    static Optional<MockResponse> answer(RecordedRequest request, VoiceGateway gateway) {
        String path = request.getTarget().split("\\?", 2)[0];
        boolean upgrades = "websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"))
                && request.getHeaders().get("Sec-WebSocket-Key") != null;
        if (path.equals(SIGNALLING) && upgrades) {
            return Optional.of(new MockResponse.Builder()
                    .webSocketUpgrade(gateway.newPage())
                    .build());
        }
        if (!path.contains(EVENTS)) {
            return Optional.empty();
        }
        if (request.getMethod().equals("POST") && request.getBody() != null) {
            String token = Optional.ofNullable(request.getHeaders().get("X-Twilio-Token"))
                    .orElse("");
            gateway.told(token, request.getBody().toByteArray());
        }
        return Optional.of(new MockResponse.Builder()
                .code(200)
                .addHeader("Access-Control-Allow-Origin", "*")
                .addHeader("Access-Control-Allow-Headers", "*")
                .addHeader("Access-Control-Allow-Methods", "POST, OPTIONS")
                .build());
    }
}
