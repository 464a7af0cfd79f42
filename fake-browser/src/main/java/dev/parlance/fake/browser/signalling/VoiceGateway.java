package dev.parlance.fake.browser.signalling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.log.SignallingMessage;
import dev.parlance.fake.twilio.voice.BrowserPhones;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.Journal;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Parameters.Parameter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** Twilio's signalling server, and the endpoint to which pages report media events. */
public final class VoiceGateway implements BrowserPhones {
    private static final int HEARTBEAT_SECONDS = 5;
    private static final String CLIENT = "client:";

    private final World world;
    private final Telephony telephony;
    private final Journal log;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<BrowserDevice> devices = new CopyOnWriteArrayList<>();
    private final List<BrowserCall> calls = new CopyOnWriteArrayList<>();
    private final List<BrowserRinging> ringings = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private @Nullable ScheduledExecutorService heartbeat;
    private @Nullable Datagrams datagrams;
    private boolean closed;

    VoiceGateway(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
        this.log = world.log();
    }

    @Override
    public Optional<MockResponse> answer(RecordedRequest request) {
        return PageTraffic.answer(request, this);
    }

    /** The listener for a new connection of a page. */
    WebSocketListener newPage() {
        return new BrowserDevice(this, log);
    }

    synchronized void opened(BrowserDevice device) {
        if (closed) {
            device.disconnect();
            return;
        }
        devices.add(device);
        if (heartbeat == null) {
            heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "fake-twilio-heartbeat");
                thread.setDaemon(true);
                return thread;
            });
            var unused = heartbeat.scheduleWithFixedDelay(
                    this::sendHeartbeats, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void sendHeartbeats() {
        if (!silent) {
            devices.forEach(BrowserDevice::sendHeartbeat);
        }
    }

    /** Checks a page's token and answers the page. */
    void listen(BrowserDevice device, String token) {
        try {
            VoiceToken valid = VoiceToken.check(world, token, Instant.now());
            device.authenticated(valid);
            known.add(CLIENT + valid.identity());
            ObjectNode connected = BrowserDevice.payload()
                    .put("gateway", "127.0.0.1")
                    .put("region", "US_EAST_VIRGINIA")
                    .put("edge", "ashburn");
            connected.putObject("token").put("identity", valid.identity()).put("ttl", valid.seconds());
            device.send("connected", connected);
            changed();
        } catch (VoiceToken.Refused e) {
            device.error(e.code(), String.valueOf(e.getMessage()));
            device.send("close", BrowserDevice.payload());
        }
    }

    void receive(BrowserDevice device, String type, JsonNode payload) {
        String sid = payload.path("callsid").asText();
        switch (type) {
            case "invite" -> invite(device, sid, payload);
            case "answer" ->
                ringing(sid)
                        .ifPresent(it -> accept(it, device, payload.path("sdp").asText()));
            case "reject" -> ringing(sid).ifPresent(it -> decline(it, device));
            case "hangup" -> hangUp(device, sid);
            case "dtmf" -> press(device, sid, payload.path("dtmf").asText());
            case "message" -> device.send("ack", acknowledged(payload));
            default -> log.addSignal(SignallingMessage.SIGNALLING, device.address(), "unsupported: " + type, sid);
        }
        changed();
    }

    private static ObjectNode acknowledged(JsonNode payload) {
        return BrowserDevice.payload()
                .put("acktype", "message")
                .put("callsid", payload.path("callsid").asText())
                .put("voiceeventsid", payload.path("voiceeventsid").asText());
    }

    private void invite(BrowserDevice device, String sid, JsonNode payload) {
        String reconnect = payload.path("reconnect").asText();
        if (!reconnect.isEmpty()) {
            calls.stream().filter(call -> call.reconnect().equals(reconnect)).forEach(call -> call.resumeOn(device));
            ringings.stream().filter(it -> it.reconnect().equals(reconnect)).forEach(it -> it.resumeOn(device));
            return;
        }
        VoiceToken token = device.token();
        Optional<Resource> application =
                token == null ? Optional.empty() : world.owned().applications().find(token.application());
        if (application.isEmpty()) {
            ObjectNode refused = BrowserDevice.payload().put("callsid", sid);
            refused.putObject("error").put("code", 31100).put("message", "Invalid application SID");
            device.send("hangup", refused);
            return;
        }
        BrowserCall call =
                new BrowserCall(this, device, sid, payload.path("sdp").asText());
        calls.add(call);
        Parameters parameters =
                merged(token, payload.path("twilio").path("params").asText());
        world.background()
                .later(() ->
                        telephony.receiveFromBrowser(device.address(), application.get(), parameters, call::started));
    }

    /** The parameters of the token override those of the page. */
    private static Parameters merged(@Nullable VoiceToken token, String encoded) {
        Parameters fixed = token == null ? Parameters.none() : token.parameters();
        List<String> all = new ArrayList<>();
        for (Parameter each : fixed.entries()) {
            all.addAll(List.of(each.name(), each.value()));
        }
        for (Parameter each : VoiceToken.form(encoded).entries()) {
            if (fixed.first(each.name()).isEmpty()) {
                all.addAll(List.of(each.name(), each.value()));
            }
        }
        return Parameters.of(all.toArray(String[]::new));
    }

    @Override
    public Presence ring(Leg leg) {
        if (!known.contains(leg.person())) {
            return Presence.UNKNOWN;
        }
        List<BrowserDevice> pages = pages(leg.person());
        if (pages.isEmpty()) {
            return Presence.OFFLINE;
        }
        String parent = leg.call().text("parent_call_sid");
        Optional<BrowserCall> caller =
                calls.stream().filter(call -> call.hasSid(parent)).findFirst();
        BrowserRinging ringing = new BrowserRinging(this, leg, caller);
        ringings.add(ringing);
        leg.addListener(ringing);
        pages.forEach(ringing::ring);
        return Presence.RINGS;
    }

    /** The registered pages with this address. */
    List<BrowserDevice> pages(String address) {
        return devices.stream()
                .filter(device -> device.isRegistered() && device.address().equals(address))
                .toList();
    }

    private Optional<BrowserRinging> ringing(String sid) {
        return ringings.stream().filter(it -> it.sid().equals(sid)).findFirst();
    }

    Optional<BrowserRinging> ringingOf(Leg leg) {
        return ringing(leg.call().sid());
    }

    private void accept(BrowserRinging ringing, BrowserDevice device, String sdp) {
        if (ringing.accept(device, sdp)) {
            later(ringing.leg(), ringing.leg()::pickedUp);
        }
    }

    private void decline(BrowserRinging ringing, BrowserDevice device) {
        if (ringing.decline(device)) {
            later(ringing.leg(), ringing.leg()::declined);
        }
    }

    private void hangUp(BrowserDevice device, String sid) {
        callOf(device, sid).ifPresent(call -> world.background().later(call::end));
        ringing(sid).filter(it -> it.end(device)).ifPresent(it -> later(it.leg(), it.leg()::hangUp));
    }

    private void press(BrowserDevice device, String sid, String keys) {
        String pressed = keys.replaceAll("[^0-9*#]", "");
        callOf(device, sid)
                .map(BrowserCall::leg)
                .or(() -> ringing(sid).filter(it -> it.isAnsweredBy(device)).map(BrowserRinging::leg))
                .ifPresent(leg -> later(leg, () -> leg.keys(pressed, false)));
    }

    /** The call with this SID, if this page started it. */
    private Optional<BrowserCall> callOf(BrowserDevice device, String sid) {
        return calls.stream()
                .filter(call -> call.device().equals(device) && call.hasSid(sid))
                .findFirst();
    }

    private void later(Leg leg, Runnable action) {
        world.background().later(() -> {
            if (!leg.isOver()) {
                action.run();
            }
        });
    }

    /** Called when a page loses its connection. Its calls end unless it reconnects in time. */
    void disconnected(BrowserDevice device) {
        if (!devices.remove(device)) {
            return;
        }
        synchronized (this) {
            if (heartbeat != null && !closed) {
                var unused = heartbeat.schedule(() -> endCallsOf(device), device.reconnectTimeout(), TimeUnit.SECONDS);
            }
        }
        changed();
    }

    private void endCallsOf(BrowserDevice device) {
        calls.stream()
                .filter(call -> call.device().equals(device))
                .forEach(call -> world.background().later(call::end));
        ringings.stream().filter(it -> it.isAnsweredBy(device)).forEach(it -> later(it.leg(), it.leg()::hangUp));
    }

    void remove(BrowserCall call) {
        calls.remove(call);
    }

    void remove(BrowserRinging ringing) {
        ringings.remove(ringing);
    }

    SilentPhone phone() {
        return new SilentPhone(datagrams());
    }

    Relay relay() {
        return new Relay(datagrams());
    }

    private synchronized Datagrams datagrams() {
        if (closed) {
            throw new IllegalStateException("Can't open media: the gateway is closed");
        }
        if (datagrams == null) {
            datagrams = new Datagrams();
        }
        return datagrams;
    }

    /**
     * Logs a media event that a page reports.
     *
     * @param token the page's token, not verified
     * @param body the event, in JSON
     */
    void told(String token, byte[] body) {
        try {
            JsonNode event = BrowserDevice.JSON.readTree(body);
            JsonNode payload = event.path("payload");
            String type =
                    event.path("group").asText() + " " + event.path("name").asText();
            String sid = payload.isArray()
                    ? payload.path(0).path("call_sid").asText()
                    : payload.path("call_sid").asText();
            log.addSignal(addressOf(token), SignallingMessage.EVENTS, type, sid);
        } catch (IOException e) {
            log.addSignal(addressOf(token), SignallingMessage.EVENTS, "invalid JSON", "");
        }
    }

    private static String addressOf(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            JsonNode claims =
                    BrowserDevice.JSON.readTree(Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : ""));
            String identity = claims.path("grants").path("identity").asText();
            return identity.isEmpty() ? "a page" : CLIENT + identity;
        } catch (IOException | IllegalArgumentException e) {
            return "a page";
        }
    }

    /** Whether a page is registered for calls to this identity. */
    public boolean isRegistered(String identity) {
        return !pages(CLIENT + identity).isEmpty();
    }

    /** The addresses of everyone who has connected so far. */
    Set<String> people() {
        return Set.copyOf(known);
    }

    /** Waits until a condition holds. Returns whether it did in time. */
    public synchronized boolean await(BooleanSupplier condition, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized void changed() {
        notifyAll();
    }

    /** Disconnects all pages. */
    public void drop() {
        devices.forEach(BrowserDevice::disconnect);
    }

    /** Stops sending heartbeats. */
    public void fallSilent() {
        silent = true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        devices.forEach(BrowserDevice::disconnect);
        if (heartbeat != null) {
            heartbeat.shutdownNow();
        }
        if (datagrams != null) {
            datagrams.close();
        }
    }
}
