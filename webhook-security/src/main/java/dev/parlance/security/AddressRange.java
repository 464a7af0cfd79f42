package dev.parlance.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A range of IP addresses in CIDR notation. */
final class AddressRange {
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final byte[] NONE = {};

    private final String text;
    private final byte[] first;
    private final int bits;

    private AddressRange(String text, byte[] first, int bits) {
        this.text = text;
        this.first = first;
        this.bits = bits;
    }

    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] first = bytes(parts[0]);
        int all = first.length * 8;
        int bits = parts.length == 1 ? all : prefixLength(parts[1], all);
        if (first.length == 0 || bits < 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not an address range: write 10.0.0.0/8, 2001:db8::/32 or a single address");
        }
        return new AddressRange(text, first, bits);
    }

    private static int prefixLength(String text, int max) {
        int bits = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
        return bits <= max ? bits : -1;
    }

    /** The bytes of a literal address; empty for anything else, since resolving a name would need the network. */
    static byte[] bytes(String address) {
        String literal = address.split("%", 2)[0];
        if (!LITERAL.matcher(literal).matches()) {
            return NONE;
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            return NONE;
        }
    }

    /** Whether it is larger than the largest private networks, 10.0.0.0/8 and fc00::/7. */
    boolean isHuge() {
        return bits < (first.length == 4 ? 8 : 7);
    }

    boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, first, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        int different = whole == first.length ? 0 : (address[whole] ^ first[whole]) & 0xff;
        return different >>> (8 - rest) == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
