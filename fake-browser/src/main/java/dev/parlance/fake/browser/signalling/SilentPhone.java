package dev.parlance.fake.browser.signalling;

import dev.parlance.fake.browser.signalling.Datagrams.Port;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The far end of a browser's call when it is not a browser. It sends no media, and answers connectivity checks (STUN, as an
 * ICE-lite agent) so that the call stays up.
 */
final class SilentPhone implements Media {
    private static final int HEADER = 20;
    private static final int COOKIE = 0x2112A442;
    private static final short BINDING_REQUEST = 0x0001;
    private static final short BINDING_SUCCESS = 0x0101;
    private static final short XOR_MAPPED_ADDRESS = 0x0020;
    private static final short MESSAGE_INTEGRITY = 0x0008;
    private static final short FINGERPRINT = (short) 0x8028;
    private static final int FINGERPRINT_MASK = 0x5354554E;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String user = random(8);
    private final String password = random(24);
    private final String fingerprint =
            HexFormat.ofDelimiter(":").formatHex(randomBytes(32)).toUpperCase(Locale.ROOT);
    private final Port port;

    SilentPhone(Datagrams datagrams) {
        port = datagrams.open(this::receive);
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String random(int length) {
        return HexFormat.of().formatHex(randomBytes(length / 2));
    }

    /** The SDP answer to an offer. It omits telephone events, so the browser sends keys over the signalling. */
    String answerTo(String offer) {
        return description(Sdp.mid(offer), "passive");
    }

    /** The SDP offer for a call to a browser. */
    String offer() {
        return description("0", "actpass");
    }

    private String description(String mid, String setup) {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 1 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE " + mid,
                "a=ice-lite",
                "a=msid-semantic: WMS",
                "m=audio " + port.number() + " UDP/TLS/RTP/SAVPF 0",
                "c=IN IP4 127.0.0.1",
                "a=mid:" + mid,
                "a=rtcp-mux",
                "a=ice-ufrag:" + user,
                "a=ice-pwd:" + password,
                "a=fingerprint:sha-256 " + fingerprint,
                "a=setup:" + setup,
                "a=sendrecv",
                "a=rtpmap:0 PCMU/8000",
                Sdp.candidate(port.number()),
                "a=end-of-candidates",
                "");
    }

    private void receive(ByteBuffer datagram, SocketAddress from) {
        if (datagram.remaining() >= HEADER
                && datagram.getShort(0) == BINDING_REQUEST
                && datagram.getInt(4) == COOKIE
                && from instanceof InetSocketAddress sender) {
            byte[] transaction = new byte[12];
            datagram.position(8).get(transaction);
            port.send(success(transaction, sender), from);
        }
    }

    private ByteBuffer success(byte[] transaction, InetSocketAddress sender) {
        ByteBuffer answer = ByteBuffer.allocate(HEADER + 12 + 24 + 8);
        answer.putShort(BINDING_SUCCESS).putShort((short) 0).putInt(COOKIE).put(transaction);
        answer.putShort(XOR_MAPPED_ADDRESS).putShort((short) 8).putShort((short) 1);
        answer.putShort((short) (sender.getPort() ^ (COOKIE >>> 16)));
        answer.putInt(ByteBuffer.wrap(sender.getAddress().getAddress()).getInt() ^ COOKIE);

        answer.putShort(2, (short) (answer.position() - HEADER + 24));
        byte[] integrity = hmac(answer);
        answer.putShort(MESSAGE_INTEGRITY).putShort((short) integrity.length).put(integrity);

        answer.putShort(2, (short) (answer.position() - HEADER + 8));
        CRC32 crc = new CRC32();
        crc.update(answer.duplicate().flip());
        answer.putShort(FINGERPRINT).putShort((short) 4).putInt((int) crc.getValue() ^ FINGERPRINT_MASK);
        return answer.flip();
    }

    private byte[] hmac(ByteBuffer message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            mac.update(message.duplicate().flip());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks HmacSHA1", e);
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
