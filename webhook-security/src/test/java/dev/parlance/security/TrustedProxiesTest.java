package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255",
        "10.1.2.3, 10.1.2.3",
        "192.0.2.128/25, 192.0.2.128",
        "192.0.2.128/25, 192.0.2.255",
        "172.16.0.0/12, 172.31.255.255",
        "0.0.0.0/0, 203.0.113.9",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:db8::/33, 2001:db8:7fff::1",
        "::1, 0:0:0:0:0:0:0:1",
        "fe80::/10, fe80::1%eth0",
        "10.0.0.0/8, ::ffff:10.1.2.3",
    })
    void an_address_in_the_range_is_trusted(String range, String address) {
        assertThat(TrustedProxies.of(range).contain(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 11.0.0.0",
        "10.1.2.3, 10.1.2.4",
        "192.0.2.128/25, 192.0.2.127",
        "172.16.0.0/12, 172.32.0.0",
        "0.0.0.0/0, 2001:db8::1",
        "::/0, 10.0.0.1",
        "2001:db8::/33, 2001:db8:8000::1",
        "10.0.0.0/8, localhost",
        "10.0.0.0/8, 10.0.0",
        "10.0.0.0/8, 10.0.0.1.example.com",
        "10.0.0.0/8, 999.0.0.1",
        "10.0.0.0/8, ''",
        "::/0, :::",
    })
    void an_address_outside_the_range_is_not_trusted(String range, String address) {
        assertThat(TrustedProxies.of(range).contain(address)).isFalse();
    }

    @Test
    void private_networks_include_no_public_address() {
        TrustedProxies inside = TrustedProxies.privateNetworks();

        for (String address : new String[] {"127.0.0.1", "::1", "10.2.3.4", "172.20.0.1", "192.168.1.1", "fd00::1"}) {
            assertThat(inside.contain(address)).as(address).isTrue();
        }
        for (String address : new String[] {"203.0.113.1", "172.32.0.1", "192.169.0.1", "2001:db8::1"}) {
            assertThat(inside.contain(address)).as(address).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0/8",
                "::/129",
                "proxy.example.com",
                "*",
                "10.0.0.0/8/8"
            })
    void an_invalid_range_is_rejected_with_an_example(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedProxies.of(range))
                .withMessage("\"" + range
                        + "\" is not an address range: write 10.0.0.0/8, 2001:db8::/32 or a single address");
    }

    @Test
    void an_empty_list_of_proxies_is_rejected() {
        assertThatIllegalArgumentException().isThrownBy(TrustedProxies::of);
    }
}
