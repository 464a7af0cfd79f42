package dev.parlance.account;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Decides by its name whether a host can be reached from the Internet. Looks up nothing. */
final class PublicHost {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.+]");
    private static final Pattern PRIVATE_NAME = Pattern.compile("[^.]*|.*\\.(localhost|local|internal|home\\.arpa)");
    private static final int UNIQUE_LOCAL = 0xfc;

    private PublicHost() {}

    static boolean isIn(URI url) {
        if (url.getHost() == null) {
            return false;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return LITERAL.matcher(host).matches()
                ? isPublicAddress(host)
                : !PRIVATE_NAME.matcher(host).matches();
    }

    private static boolean isPublicAddress(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            byte[] bytes = address.getAddress();
            boolean isUniqueLocal = bytes.length > 4 && (bytes[0] & 0xfe) == UNIQUE_LOCAL;
            return !isUniqueLocal
                    && !address.isLoopbackAddress()
                    && !address.isSiteLocalAddress()
                    && !address.isLinkLocalAddress()
                    && !address.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false; // not an address after all
        }
    }
}
