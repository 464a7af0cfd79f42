package com.example.contract;

import dev.parlance.security.contract.ContractSetup;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Serves the handler of the contract. */
@Path("/contract")
public class ContractResource {
    private final WebhookHandler handler = ContractSetup.PUBLIC_URL.handler();

    @GET
    @Path("/{path: .*}")
    public WebhookResponse get(WebhookRequest request) {
        return handler.handle(request);
    }

    /** Without it, Quarkus answers with the methods that there are. */
    @OPTIONS
    @Path("/{path: .*}")
    public WebhookResponse options(WebhookRequest request) {
        return handler.handle(request);
    }

    @POST
    @Path("/{path: .*}")
    public WebhookResponse post(WebhookRequest request) {
        return handler.handle(request);
    }
}
