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
    void the_environments_proxy_is_javas_too() {
        Proxy.use(Map.of("https_proxy", "http://proxy.example:3128", "NO_PROXY", "localhost, .example.com"));

        assertThat(System.getProperty("https.proxyHost")).isEqualTo("proxy.example");
        assertThat(System.getProperty("https.proxyPort")).isEqualTo("3128");
        assertThat(System.getProperty("http.nonProxyHosts")).isEqualTo("localhost|*.example.com");
    }

    @Test
    void what_java_was_told_stays() {
        System.setProperty("https.proxyHost", "told.example");

        Proxy.use(Map.of("HTTPS_PROXY", "proxy.example:3128"));

        assertThat(System.getProperty("https.proxyHost")).isEqualTo("told.example");
    }

    @Test
    void no_proxy_is_none() {
        Proxy.use(Map.of("HTTPS_PROXY", " "));

        assertThat(System.getProperty("https.proxyHost")).isNull();
    }
}
