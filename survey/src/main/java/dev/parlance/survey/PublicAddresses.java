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
                || isUniqueLocal(address)
                || isShared(address);
    }

    /** Addresses of IPv6 in {@code fc00::/7}. */
    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    /** Addresses of IPv4 in {@code 100.64.0.0/10} and {@code 0.0.0.0/8}. */
    private static boolean isShared(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 && (bytes[0] == 0 || (bytes[0] == 100 && (bytes[1] & 0xc0) == 64));
    }
}
