package dev.parlance.serverless.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ProxyTest {
    private static final String[] NAMES = {"https.proxyHost", "https.proxyPort", "http.nonProxyHosts"};

    private final Map<String, String> before = new LinkedHashMap<>();

    @BeforeEach
    void remember() {
        for (String name : NAMES) {
            before.put(name, System.getProperty(name));
            System.clearProperty(name);
        }
    }

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void the_proxy_of_the_environment_applies_to_java() {
        Proxy.use(Map.of("https_proxy", "http://proxy.example:3128", "NO_PROXY", "localhost, .example.com"));

        assertThat(System.getProperty("https.proxyHost")).isEqualTo("proxy.example");
        assertThat(System.getProperty("https.proxyPort")).isEqualTo("3128");
        assertThat(System.getProperty("http.nonProxyHosts")).isEqualTo("localhost|*.example.com");
    }

    @Test
    void existing_proxy_properties_stay() {
        System.setProperty("https.proxyHost", "existing.example");

        Proxy.use(Map.of("HTTPS_PROXY", "proxy.example:3128"));

        assertThat(System.getProperty("https.proxyHost")).isEqualTo("existing.example");
    }

    @Test
    void a_blank_proxy_is_ignored() {
        Proxy.use(Map.of("HTTPS_PROXY", " "));

        assertThat(System.getProperty("https.proxyHost")).isNull();
    }
}
