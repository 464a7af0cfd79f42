package dev.parlance.fake.browser.signalling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.LegListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call that rings in all pages of a person until one of them answers. */
final class BrowserRinging implements LegListener {
    private final VoiceGateway gateway;
    private final Leg leg;
    private final Optional<BrowserCall> caller;
    private final String reconnect = UUID.randomUUID().toString();
    private final Map<BrowserDevice, Media> offered = new LinkedHashMap<>();
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

    /** Rings a page. Offers it the caller's media, or those of a silent phone. */
    synchronized void ring(BrowserDevice device) {
        String offer;
        if (caller.isPresent()) {
            Relay relay = gateway.relay();
            offered.put(device, relay);
            offer = Sdp.withPort(relay.portFacingCallee(), caller.get().offer());
        } else {
            SilentPhone phone = gateway.phone();
            offered.put(device, phone);
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

    /** Called when a page answers. Returns whether it is the first one. */
    synchronized boolean accept(BrowserDevice device, String sdp) {
        if (!offered.containsKey(device)) {
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

    /** Called when a page declines, which stops the ringing in all pages. Returns whether the call still rang in that page. */
    synchronized boolean decline(BrowserDevice device) {
        if (accepted != null || !offered.containsKey(device)) {
            return false;
        }
        endedByPage = true;
        cancelAllBut(device);
        return true;
    }

    /** Called when a page hangs up. Returns whether this page had answered the call. */
    synchronized boolean end(BrowserDevice device) {
        boolean hadAnswered = device.equals(accepted);
        endedByPage |= hadAnswered;
        return hadAnswered;
    }

    synchronized boolean isAnsweredBy(BrowserDevice device) {
        return device.equals(accepted);
    }

    /** Called when the page that answered reconnects. */
    synchronized void resumeOn(BrowserDevice reconnected) {
        Media media = offered.get(accepted);
        if (media == null) {
            return;
        }
        offered.put(reconnected, media);
        accepted = reconnected;
        reconnected.send("answer", BrowserDevice.payload().put("callsid", sid()).put("reconnect", reconnect));
    }

    private void cancelAllBut(@Nullable BrowserDevice kept) {
        for (BrowserDevice other : offered.keySet()) {
            if (!other.equals(kept)) {
                other.send("cancel", BrowserDevice.payload().put("callsid", sid()));
            }
        }
    }

    /** The SDP answer for the caller's page. */
    synchronized String answerForCaller() {
        if (offered.get(accepted) instanceof Relay relay) {
            return Sdp.withPort(relay.portFacingCaller(), answer);
        }
        throw new IllegalStateException("The caller of this page is not a browser");
    }

    @Override
    public void connectedToTwilio() {
        // The page got its media offer when it rang.
    }

    @Override
    public void bridged(Leg other) {
        // The page got its media offer when it rang.
    }

    @Override
    public synchronized void ended() {
        BrowserDevice connected = accepted;
        if (connected == null) {
            if (!endedByPage) {
                cancelAllBut(null);
            }
        } else if (!endedByPage) {
            connected.send("hangup", BrowserDevice.payload().put("callsid", sid()));
        }
        offered.values().forEach(Media::close);
        gateway.remove(this);
    }
}
