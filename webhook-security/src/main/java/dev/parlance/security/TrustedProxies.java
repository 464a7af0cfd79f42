package dev.parlance.security;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The proxies whose {@code Forwarded} and {@code X-Forwarded-*} headers are trusted. The same headers from other addresses are
 * ignored.
 *
 * <pre>{@code
 * SignedWebhooks.verifiedBy(signature).withTrustedProxies(TrustedProxies.of("10.0.0.0/8", "2001:db8::/32"));
 * }</pre>
 */
public final class TrustedProxies {
    private final List<AddressRange> ranges;

    private TrustedProxies(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /** Trusts proxies at these addresses or in these ranges, such as {@code 10.0.0.0/8}. */
    public static TrustedProxies of(String... ranges) {
        if (ranges.length == 0) {
            throw new IllegalArgumentException("Name at least one trusted proxy, such as 10.0.0.0/8");
        }
        return new TrustedProxies(Stream.of(ranges)
                .map(range -> AddressRange.of(SecretChecks.present(range, "The range")))
                .toList());
    }

    /** Trusts this machine and private networks. For servers that are reachable only through a proxy. */
    public static TrustedProxies privateNetworks() {
        return of("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");
    }

    /** Rejects ranges that include everyone, because any sender could then choose the URL that is checked. */
    TrustedProxies limited() {
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
