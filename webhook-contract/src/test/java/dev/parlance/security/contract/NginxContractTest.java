package dev.parlance.security.contract;

import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class NginxContractTest extends SignedRequestsContract {
    @TempDir
    Path folder;

    @Override
    protected RunningAdapter start(ContractSetup setup) throws Exception {
        WebhookServer server = WebhookServer.start(0, setup.signedWebhooks().handler(setup.handler()));
        NginxProcess nginx = NginxProcess.start(folder, server.port());
        return new RunningAdapter(URI.create("http://127.0.0.1:" + nginx.port()), () -> {
            nginx.close();
            server.close();
        });
    }
}
