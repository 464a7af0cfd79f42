package dev.parlance.survey;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Refuses hosts inside a network, which a survey must not reach by accident. */
final class PublicAddresses {
    private PublicAddresses() {}

    static void check(String host) {
        for (InetAddress address : addresses(host)) {
            if (isPrivate(address)) {
                throw new RequestFailure("The host has a private address; allow it with withPrivateAddresses()", false);
            }
        }
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new RequestFailure("The host is unknown", false);
        }
    }

    static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address
                        ? isPrivate6(address.getAddress())
                        : isPrivate4(address.getAddress()));
    }

    /** Addresses in {@code fc00::/7}, and those that stand for one of IPv4: compatible, translated, and 6to4. */
    private static boolean isPrivate6(byte[] bytes) {
        boolean isTranslated = startsWith(bytes, 0, 0x64, 0xff, 0x9b);
        boolean isCompatible = startsWith(bytes, 0, 0, 0, 0);
        return (bytes[0] & 0xfe) == 0xfc || isTranslated || isCompatible || startsWith(bytes, 0x20, 0x02);
    }

    /** Addresses for the network itself, carriers, protocols, tests, and those that nobody has. */
    private static boolean isPrivate4(byte[] bytes) {
        int second = bytes[1] & 0xff;
        return startsWith(bytes, 0)
                || (startsWith(bytes, 100) && (second & 0xc0) == 64)
                || startsWith(bytes, 192, 0, 0)
                || (startsWith(bytes, 198) && (second & 0xfe) == 18)
                || (bytes[0] & 0xf0) == 0xf0;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
