package dev.parlance.security;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The proxies whose word is taken for how a request looked before them: {@code Forwarded} and {@code X-Forwarded-*} of
 * anyone else are ignored.
 *
 * <pre>{@code
 * Signed.by(signature).behind(TrustedProxies.of("10.0.0.0/8", "2001:db8::/32"));
 * }</pre>
 */
public final class TrustedProxies {
    private final List<AddressRange> ranges;

    private TrustedProxies(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /** The proxies of these addresses or ranges, such as {@code 10.0.0.0/8}. */
    public static TrustedProxies of(String... ranges) {
        if (ranges.length == 0) {
            throw new IllegalArgumentException("Name the proxies that are trusted, such as 10.0.0.0/8");
        }
        return new TrustedProxies(Stream.of(ranges)
                .map(range -> AddressRange.of(SecretChecks.present(range, "The range")))
                .toList());
    }

    /** Those on this machine and in private networks: for a server that is reached through a proxy alone. */
    public static TrustedProxies privateNetworks() {
        return of("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");
    }

    /** Refuses ranges in which anyone may be: their word would let a sender choose the URL that is checked. */
    TrustedProxies thatAreFew() {
        for (AddressRange range : ranges) {
            if (range.isHuge()) {
                throw new IllegalArgumentException("The range " + range
                        + " trusts anyone: name the addresses of your proxies, such as 10.0.0.0/8");
            }
        }
        return this;
    }

    boolean contain(String address) {
        byte[] bytes = AddressRange.bytes(address);
        return bytes.length > 0 && ranges.stream().anyMatch(range -> range.contains(bytes));
    }

    /** The ranges. */
    @Override
    public String toString() {
        return Arrays.toString(ranges.toArray());
    }
}
