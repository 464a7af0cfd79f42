package dev.parlance.security.contract;

import dev.parlance.webhook.WebhookServer;

// snippet: contract
class WebhookServerContractTest extends SignedRequestsContract {
    @Override
    protected RunningAdapter start(ContractSetup setup) {
        WebhookServer server = WebhookServer.start(0, setup.signedWebhooks().handler(setup.handler()));
        return new RunningAdapter(server.url(), server);
    }
}
// end
