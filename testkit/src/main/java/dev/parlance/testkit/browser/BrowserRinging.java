package dev.parlance.testkit.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.testkit.voice.Leg;
import dev.parlance.testkit.voice.LegWatcher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call to somebody, which rings in all of his pages until one of them answers. */
final class BrowserRinging implements LegWatcher {
    private final VoiceGateway gateway;
    private final Leg leg;
    private final Optional<BrowserCall> caller;
    private final String reconnect = UUID.randomUUID().toString();
    private final Map<BrowserDevice, Media> rung = new LinkedHashMap<>();
    private @Nullable BrowserDevice accepted;
    private String answer = "";
    private boolean endedByPage;

    BrowserRinging(VoiceGateway gateway, Leg leg, Optional<BrowserCall> caller) {
        this.gateway = gateway;
        this.leg = leg;
        this.caller = caller;
    }

    Leg leg() {
        return leg;
    }

    String sid() {
        return leg.call().sid();
    }

    String reconnect() {
        return reconnect;
    }

    /** Has a page ring: it is offered the caller's media, or those of a phone. */
    synchronized void ring(BrowserDevice device) {
        String offer;
        if (caller.isPresent()) {
            Relay relay = gateway.relay();
            rung.put(device, relay);
            offer = Sdp.by(relay.portFacingCallee(), caller.get().offer());
        } else {
            SilentPhone phone = gateway.phone();
            rung.put(device, phone);
            offer = phone.offer();
        }
        ObjectNode payload =
                BrowserDevice.payload().put("callsid", sid()).put("sdp", offer).put("reconnect", reconnect);
        payload.putObject("parameters")
                .put("ApiVersion", "2010-04-01")
                .put("CallSid", sid())
                .put("AccountSid", leg.call().text("account_sid"))
                .put("From", leg.call().text("from"))
                .put("To", leg.call().text("to"));
        device.send("invite", payload);
    }

    /** A page answers; answers whether it is the first one. */
    synchronized boolean accept(BrowserDevice device, String sdp) {
        if (!rung.containsKey(device)) {
            return false;
        }
        if (accepted != null || leg.isOver()) {
            device.send("cancel", BrowserDevice.payload().put("callsid", sid()));
            return false;
        }
        accepted = device;
        answer = sdp;
        cancelAllBut(device);
        device.send("answer", BrowserDevice.payload().put("callsid", sid()).put("reconnect", reconnect));
        return true;
    }

    /** A page declines for all of them; answers whether it was rung and nobody has answered yet. */
    synchronized boolean decline(BrowserDevice device) {
        if (accepted != null || !rung.containsKey(device)) {
            return false;
        }
        endedByPage = true;
        cancelAllBut(device);
        return true;
    }

    /** A page hangs up; answers whether it is the one that answered. */
    synchronized boolean end(BrowserDevice device) {
        boolean mine = device.equals(accepted);
        endedByPage |= mine;
        return mine;
    }

    synchronized boolean isWith(BrowserDevice device) {
        return device.equals(accepted);
    }

    /** The page that answered has come back by another connection. */
    synchronized void resumeAt(BrowserDevice another) {
        Media media = rung.get(accepted);
        if (media == null) {
            return;
        }
        rung.put(another, media);
        accepted = another;
        another.send("answer", BrowserDevice.payload().put("callsid", sid()).put("reconnect", reconnect));
    }

    private void cancelAllBut(@Nullable BrowserDevice one) {
        for (BrowserDevice other : rung.keySet()) {
            if (!other.equals(one)) {
                other.send("cancel", BrowserDevice.payload().put("callsid", sid()));
            }
        }
    }

    /** What the caller's page gets as the answer of the page that answered. */
    synchronized String answerForCaller() {
        if (rung.get(accepted) instanceof Relay relay) {
            return Sdp.by(relay.portFacingCaller(), answer);
        }
        throw new IllegalStateException("The page that answered was not rung by a browser");
    }

    @Override
    public void alone() {
        // It was offered its media when it rang.
    }

    @Override
    public void bridged(Leg other) {
        // The same.
    }

    @Override
    public synchronized void over() {
        BrowserDevice with = accepted;
        if (with == null) {
            if (!endedByPage) {
                cancelAllBut(null);
            }
        } else if (!endedByPage) {
            with.send("hangup", BrowserDevice.payload().put("callsid", sid()));
        }
        rung.values().forEach(Media::close);
        gateway.forget(this);
    }
}
