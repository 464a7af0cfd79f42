package dev.parlance.serverless;

import dev.parlance.account.RetryPolicy;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.ApiRequest;
import dev.parlance.serverless.project.Content;
import dev.parlance.serverless.project.FunctionsProject;
import dev.parlance.serverless.project.Visibility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Deploys a folder to the fake. Pauses advance the fake's clock. */
final class Pipeline implements AutoCloseable {
    private final FakeTwilio twilio;
    private final Path folder;
    private final TwilioAccount account;
    private final List<Step> steps = new ArrayList<>();

    Pipeline(FakeTwilio twilio, Path folder) {
        this.twilio = twilio;
        this.folder = folder;
        this.account = TwilioAccount.builder(twilio.settings())
                .baseUrl(twilio.url())
                .retries(new RetryPolicy(3, Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(1)))
                .build();
    }

    /** Writes a project with two functions, a public and a private asset, a dependency and a variable. */
    Pipeline greetings() {
        return file("package.json", "{\"name\": \"greetings\", \"dependencies\": {\"lodash\": \"4.17.21\"}}")
                .file(".env", "GREETING=Hello\nACCOUNT_SID=AC0\nEMPTY=\n")
                .file("functions/hello.js", "exports.handler = () => 'hello';")
                .file("functions/admin/bye.protected.js", "exports.handler = () => 'bye';")
                .file("assets/index.html", "<h1>Hello</h1>")
                .file("assets/menu.private.json", "{}");
    }

    Pipeline file(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    TwilioAccount account() {
        return account;
    }

    ServerlessDeployer.Builder deployer() {
        return deployer(FunctionsProject.in(folder));
    }

    ServerlessDeployer.Builder deployer(FunctionsProject project) {
        return ServerlessDeployer.builder(account, project)
                .progress(steps::add)
                .timing(twilio.clock(), pause -> twilio.advance(pause));
    }

    Plan plan() {
        return deployer().build().plan();
    }

    Deployment deploy() {
        return plan().apply();
    }

    List<Step> steps() {
        return steps;
    }

    String live(Deployment deployment, String path) {
        byte[] bytes =
                twilio.serverless().live(deployment.environment().domain()).get(path);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The requests after the first {@code since}, as in {@code POST serverless-upload}. */
    List<String> requests(int since) {
        return twilio.log().requests().stream()
                .skip(since)
                .map(request -> request.method() + " " + request.host() + " " + collection(request))
                .toList();
    }

    private static String collection(ApiRequest request) {
        return request.path().replaceAll("/Z[A-Z][0-9a-f]{32}", "").replaceAll(".*/", "");
    }

    int count() {
        return twilio.log().requests().size();
    }

    String paths() {
        return twilio.log().requests().stream().map(ApiRequest::toString).collect(Collectors.joining("\n"));
    }

    static FunctionsProject many(int functions, int assets) {
        FunctionsProject.Builder project = FunctionsProject.builder("many");
        for (int i = 0; i < functions; i++) {
            project.function("/f" + i, Visibility.PUBLIC, Content.of("exports.handler = () => " + i + ";"));
        }
        for (int i = 0; i < assets; i++) {
            project.asset("/a" + i + ".txt", Visibility.PUBLIC, Content.of("asset " + i));
        }
        return project.build();
    }

    @Override
    public void close() {
        account.close();
    }
}
