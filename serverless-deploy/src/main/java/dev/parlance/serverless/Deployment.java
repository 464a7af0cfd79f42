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
 * What runs after a deployment.
 *
 * @param service the service
 * @param environment the environment, as it is now
 * @param before the build that ran before, if one did
 * @param urls where public and protected functions, and public assets, are reached: URLs by their paths
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

    /** Whether another build runs now than before. */
    public boolean isNew() {
        return !before.equals(environment.build());
    }

    /** The build that runs. */
    public Optional<String> build() {
        return environment.build();
    }

    /** The domain and the URLs, a line each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(isNew() ? "Deployed " : "Unchanged: ").append(service.name());
        text.append(" in ").append(environment.called()).append(": build ").append(build().orElse("none"));
        text.append('\n');
        urls.values().forEach(url -> text.append("  ").append(url).append('\n'));
        return text.toString();
    }

    /** The same for a program. */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("service", service.name()).put("serviceSid", service.sid());
        json.put("environment", environment.called()).put("environmentSid", environment.sid());
        json.put("domain", environment.domain()).put("build", build().orElse(null));
        json.put("buildBefore", before.orElse(null)).put("changed", isNew());
        ObjectNode byPath = json.putObject("urls");
        urls.forEach((path, url) -> byPath.put(path, url.toString()));
        return json.toPrettyString();
    }
}
