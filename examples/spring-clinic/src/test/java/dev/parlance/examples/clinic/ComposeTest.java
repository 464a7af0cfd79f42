package dev.parlance.examples.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What compose.yaml, nginx.conf, Dockerfile and pom.xml say about each other. */
class ComposeTest {
    private static final Path COMPOSE = Path.of("compose.yaml");

    @Test
    void nginx_passes_requests_to_the_nodes_at_the_port_of_the_image() throws Exception {
        String nginx = read("nginx.conf");

        List<String> servers = all("server (\\w+:\\d+);", nginx);
        assertThat(servers).containsOnly("node1:8080", "node2:8080");
        assertThat(services()).containsKeys("node1", "node2");
        assertThat(read("Dockerfile")).contains("EXPOSE 8080");
    }

    @Test
    void nginx_has_its_file_and_its_port() throws Exception {
        Map<String, Object> nginx = services().get("nginx");

        assertThat(nginx.get("volumes")).isEqualTo(List.of("./nginx.conf:/etc/nginx/conf.d/default.conf:ro"));
        assertThat(nginx.get("ports")).isEqualTo(List.of("8080:80"));
        assertThat(read("nginx.conf")).contains("listen 80;");
    }

    @Test
    void the_nodes_use_the_database_that_is_created() throws Exception {
        Map<?, ?> node = (Map<?, ?>) services().get("node1").get("environment");
        Map<?, ?> database = (Map<?, ?>) services().get("database").get("environment");

        assertThat(node.get("SPRING_DATASOURCE_URL"))
                .isEqualTo("jdbc:postgresql://database/" + database.get("POSTGRES_DB"));
        assertThat(node.get("SPRING_DATASOURCE_USERNAME")).isEqualTo(database.get("POSTGRES_USER"));
        assertThat(node.get("SPRING_DATASOURCE_PASSWORD")).isEqualTo(database.get("POSTGRES_PASSWORD"));
        assertThat(services().get("node2")).isEqualTo(services().get("node1"));
    }

    @Test
    void the_image_has_the_jar_that_maven_builds() throws Exception {
        String jar = all("<finalName>(.+)</finalName>", read("pom.xml")).get(0) + ".jar";

        assertThat(read("Dockerfile")).contains("COPY target/" + jar, "\"-jar\", \"" + jar + "\"");
    }

    private static Map<String, Map<String, Object>> services() throws Exception {
        try (Reader compose = Files.newBufferedReader(COMPOSE)) {
            Map<String, Map<String, Map<String, Object>>> document = new Yaml().load(compose);
            return document.get("services");
        }
    }

    private static String read(String file) throws Exception {
        return Files.readString(Path.of(file));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
