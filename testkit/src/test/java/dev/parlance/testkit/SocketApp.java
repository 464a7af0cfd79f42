package dev.parlance.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.TwilioSignature;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A program of an application that Twilio connects to over a WebSocket: a real server on a free port. */
final class SocketApp extends WebSocketListener implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<JsonNode> unread = new LinkedBlockingQueue<>();
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private final List<RecordedRequest> handshakes = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<JsonNode, WebSocket> reaction = (message, socket) -> {};
    private volatile WebSocket socket;

    SocketApp() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                handshakes.add(request);
                return request.getUrl().encodedPath().equals("/program")
                        ? new MockResponse.Builder()
                                .webSocketUpgrade(SocketApp.this)
                                .build()
                        : new MockResponse.Builder().code(404).build();
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url("/program");
    }

    String url(String path) {
        return "ws://localhost:" + server.getPort() + path;
    }

    /** Sets what the program does with each message. */
    SocketApp reacts(BiConsumer<JsonNode, WebSocket> newReaction) {
        reaction = newReaction;
        return this;
    }

    void sends(String message) {
        socket.send(message);
    }

    void closes() {
        socket.close(1000, "");
    }

    /** The next message of this kind; those before it are skipped. */
    JsonNode next(String kind) throws InterruptedException {
        for (JsonNode message = unread.poll(5, TimeUnit.SECONDS);
                message != null;
                message = unread.poll(5, TimeUnit.SECONDS)) {
            if (kind(message).equals(kind)) {
                return message;
            }
        }
        throw new AssertionError("No " + kind + " among "
                + received.stream().map(SocketApp::kind).toList());
    }

    private static String kind(JsonNode message) {
        return message.has("event")
                ? message.get("event").asText()
                : message.path("type").asText();
    }

    /** All messages of this kind so far. */
    List<JsonNode> received(String kind) {
        return received.stream().filter(message -> kind(message).equals(kind)).toList();
    }

    /** The code with which Twilio closed the connection. */
    int closeCode() throws InterruptedException {
        return Optional.ofNullable(closed.poll(5, TimeUnit.SECONDS)).orElseThrow();
    }

    /** Whether the handshake has the account's signature for the URL. */
    boolean wasSignedBy(FakeTwilio twilio) {
        RecordedRequest handshake = handshakes.get(0);
        WebhookRequest request = WebhookRequest.get(url(handshake.getTarget()))
                .withHeader("X-Twilio-Signature", handshake.getHeaders().get("X-Twilio-Signature"));
        return TwilioSignature.of(twilio.authToken()).verify(request).isAccepted();
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        socket = opened;
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        received.add(message);
        reaction.accept(message, from);
        unread.add(message);
    }

    @Override
    public void onClosing(WebSocket from, int code, String reason) {
        closed.add(code);
        from.close(code, reason);
    }

    @Override
    public void close() {
        server.close();
    }
}
