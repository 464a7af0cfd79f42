package dev.parlance.fake.browser.signalling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.LegListener;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call started by a page. */
final class BrowserCall implements LegListener {
    private final VoiceGateway gateway;
    private final String temporarySid;
    private final String offer;
    private final String reconnect = UUID.randomUUID().toString();
    private volatile BrowserDevice device;
    private volatile @Nullable Leg leg;
    private volatile boolean answered;
    private volatile boolean endedByPage;
    private @Nullable SilentPhone phone;

    BrowserCall(VoiceGateway gateway, BrowserDevice device, String temporarySid, String offer) {
        this.gateway = gateway;
        this.device = device;
        this.temporarySid = temporarySid;
        this.offer = offer;
    }

    String offer() {
        return offer;
    }

    String reconnect() {
        return reconnect;
    }

    BrowserDevice device() {
        return device;
    }

    @Nullable
    Leg leg() {
        return leg;
    }

    boolean hasSid(String sid) {
        Leg known = leg;
        return temporarySid.equals(sid) || (known != null && known.call().sid().equals(sid));
    }

    String sid() {
        Leg known = leg;
        return known == null ? temporarySid : known.call().sid();
    }

    /** Called when the call has a SID. Notifies the page. */
    BrowserCall started(Leg newLeg) {
        leg = newLeg;
        device.send("ringing", BrowserDevice.payload().put("callsid", sid()));
        return this;
    }

    /** Called when the page hangs up. */
    void end() {
        endedByPage = true;
        Leg known = leg;
        if (known != null && !known.isOver()) {
            known.hangUp();
        }
    }

    /** Called when the page reconnects. */
    void resumeOn(BrowserDevice reconnected) {
        device = reconnected;
        reconnected.send("answer", BrowserDevice.payload().put("callsid", sid()).put("reconnect", reconnect));
    }

    @Override
    public void connectedToTwilio() {
        if (!answered) {
            SilentPhone answering = gateway.phone();
            phone = answering;
            answer(answering.answerTo(offer));
        }
    }

    @Override
    public void bridged(Leg other) {
        gateway.ringingOf(other)
                .ifPresentOrElse(
                        ringing -> {
                            if (!answered) {
                                answer(ringing.answerForCaller());
                            }
                        },
                        this::connectedToTwilio);
    }

    private void answer(String sdp) {
        answered = true;
        ObjectNode payload =
                BrowserDevice.payload().put("callsid", sid()).put("sdp", sdp).put("reconnect", reconnect);
        device.send("answer", payload);
    }

    @Override
    public void ended() {
        if (!endedByPage) {
            device.send("hangup", BrowserDevice.payload().put("callsid", sid()));
        }
        if (phone != null) {
            phone.close();
        }
        gateway.remove(this);
    }
}
