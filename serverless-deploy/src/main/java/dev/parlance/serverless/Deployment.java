package dev.parlance.serverless;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.serverless.project.Visibility;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The result of a deployment.
 *
 * @param service the service
 * @param environment the environment after the deployment
 * @param before the build that ran before, if any
 * @param urls the URLs of public and protected functions and assets, by path
 */
public record Deployment(Service service, Environment environment, Optional<String> before, Map<String, URI> urls) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Deployment of(Service service, Environment environment, Optional<String> before, List<DeployedFile> files) {
        Map<String, URI> urls = new TreeMap<>();
        files.stream()
                .filter(file -> file.visibility() != Visibility.PRIVATE)
                .forEach(file -> urls.put(file.path(), environment.url(file.path())));
        return new Deployment(service, environment, before, urls);
    }

    /** Whether the deployment changed the running build. */
    public boolean isChanged() {
        return !before.equals(environment.build());
    }

    /** The SID of the running build. */
    public Optional<String> build() {
        return environment.build();
    }

    /** A summary line, then one URL per line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(isChanged() ? "Deployed " : "Unchanged: ").append(service.name());
        text.append(" in ").append(environment.shortName()).append(": build ").append(build().orElse("none"));
        text.append('\n');
        urls.values().forEach(url -> text.append("  ").append(url).append('\n'));
        return text.toString();
    }

    /** The result as JSON. */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("service", service.name()).put("serviceSid", service.sid());
        json.put("environment", environment.shortName()).put("environmentSid", environment.sid());
        json.put("domain", environment.domain()).put("build", build().orElse(null));
        json.put("buildBefore", before.orElse(null)).put("changed", isChanged());
        ObjectNode byPath = json.putObject("urls");
        urls.forEach((path, url) -> byPath.put(path, url.toString()));
        return json.toPrettyString();
    }
}
