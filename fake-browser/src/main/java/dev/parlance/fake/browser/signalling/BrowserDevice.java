package dev.parlance.fake.browser.signalling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.log.SignallingMessage;
import dev.parlance.fake.twilio.world.Journal;
import dev.parlance.webhook.WebhookException;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** The signalling connection of one page. */
final class BrowserDevice extends WebSocketListener {
    static final JsonMapper JSON = new JsonMapper();

    private static final String HEARTBEAT = "\n";
    private static final int RESTARTING = 1012;

    private final VoiceGateway gateway;
    private final Journal log;
    private volatile @Nullable WebSocket socket;
    private volatile @Nullable VoiceToken token;
    private volatile boolean registered;
    private volatile int reconnectTimeout;

    BrowserDevice(VoiceGateway gateway, Journal log) {
        this.gateway = gateway;
        this.log = log;
    }

    @Nullable
    VoiceToken token() {
        return token;
    }

    void authenticated(VoiceToken valid) {
        token = valid;
    }

    /** The client address, or "a page" before authentication. */
    String address() {
        VoiceToken known = token;
        return known == null ? "a page" : "client:" + known.identity();
    }

    boolean isRegistered() {
        return registered;
    }

    /** The seconds that the page may take to reconnect after it loses the connection. */
    int reconnectTimeout() {
        return reconnectTimeout;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        socket = webSocket;
        gateway.opened(this);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        if (text.isBlank()) {
            return;
        }
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            log.addSignal(address(), SignallingMessage.SIGNALLING, "invalid JSON", "");
            return;
        }
        String type = message.path("type").asText();
        JsonNode payload = message.path("payload");
        if (type.equals("listen")) {
            reconnectTimeout = payload.path("reconnectTimeout").asInt();
            log.addSignal(address(), SignallingMessage.SIGNALLING, type, "");
            gateway.listen(this, payload.path("token").asText());
            return;
        }
        log.addSignal(
                address(),
                SignallingMessage.SIGNALLING,
                type,
                payload.path("callsid").asText());
        if (token == null) {
            error(31204, "Send a token first");
            return;
        }
        if (type.equals("register")) {
            register(payload.path("media").path("audio").asBoolean());
            return;
        }
        try {
            gateway.receive(this, type, payload);
        } catch (WebhookException e) {
            error(31100, "The parameters of the call are malformed: " + e.getMessage());
        }
    }

    private void register(boolean audio) {
        VoiceToken known = token;
        registered = audio && known != null && known.incoming();
        send(audio ? "ready" : "offline", payload());
    }

    static ObjectNode payload() {
        return JSON.createObjectNode();
    }

    void send(String type, ObjectNode payload) {
        WebSocket open = socket;
        if (open != null) {
            log.addSignal(
                    SignallingMessage.SIGNALLING,
                    address(),
                    type,
                    payload.path("callsid").asText());
            ObjectNode message = JSON.createObjectNode().put("type", type).put("version", "1.6");
            message.set("payload", payload);
            open.send(message.toString());
        }
    }

    void error(int code, String text) {
        ObjectNode payload = payload();
        payload.putObject("error").put("code", code).put("message", text);
        send("error", payload);
    }

    void sendHeartbeat() {
        WebSocket open = socket;
        if (open != null) {
            open.send(HEARTBEAT);
        }
    }

    void disconnect() {
        WebSocket open = socket;
        if (open != null) {
            open.close(RESTARTING, null);
        }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(code, null);
        disconnected();
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        disconnected();
    }

    private void disconnected() {
        registered = false;
        gateway.disconnected(this);
    }
}
