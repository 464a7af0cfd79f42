package dev.parlance.aws.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.security.contract.ContractSetup;
import dev.parlance.security.contract.Difference;
import dev.parlance.security.contract.RunningAdapter;
import dev.parlance.security.contract.SignedRequestsContract;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookServer;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** Behind a gateway, the URL comes from the event, never from the headers of a proxy: the contract runs with a public URL. */
class LambdaContractTest {
    private static final Difference EMPTY_QUERY =
            new Difference("a query that only has a question mark", 403, "AWS drops an empty query");

    private abstract static class Behind extends SignedRequestsContract {
        private final Function<WebhookRequest, JsonNode> event;
        private final String stage;

        Behind(Function<WebhookRequest, JsonNode> event, String stage) {
            this.event = event;
            this.stage = stage;
        }

        @Override
        protected RunningAdapter start(ContractSetup setup) {
            WebhookServer gateway =
                    EventGateway.start(event, setup.signedWebhooks().handler(setup.handler()));
            return new RunningAdapter(gateway.url().resolve(stage + "/contract"), gateway);
        }

        @Override
        protected List<ContractSetup> setups() {
            return List.of(ContractSetup.PUBLIC_URL);
        }

        @Override
        protected List<Difference> differences() {
            return List.of(EMPTY_QUERY);
        }
    }

    @Nested
    class FunctionUrl extends Behind {
        FunctionUrl() {
            super(Events::functionUrl, "");
        }
    }

    @Nested
    class HttpApi extends Behind {
        HttpApi() {
            super(Events::httpApi, "/" + Events.STAGE);
        }

        @Override
        protected List<Difference> differences() {
            String reason = "HTTP APIs decode paths";
            return List.of(
                    EMPTY_QUERY,
                    new Difference("a path with needless escapes and escapes in lower case", 403, reason),
                    new Difference("an escaped slash in the path", 403, reason));
        }
    }

    @Nested
    class LoadBalancer extends Behind {
        LoadBalancer() {
            super(Events::loadBalancer, "");
        }

        @Override
        protected List<Difference> differences() {
            return List.of(
                    EMPTY_QUERY,
                    new Difference("a query with a repeated name", 403, "load balancers group repeated names"),
                    new Difference(
                            "a query with a name without an equals sign", 403, "load balancers add an equals sign"));
        }
    }

    @Nested
    class RestApi extends Behind {
        RestApi() {
            super(Events::restApi, "/" + Events.STAGE);
        }

        @Override
        protected List<Difference> differences() {
            String reason = "REST APIs decode queries";
            return List.of(
                    EMPTY_QUERY,
                    new Difference("a query with a repeated name", 403, "REST APIs group repeated names"),
                    new Difference("a query with a name without an equals sign", 403, reason),
                    new Difference("a query with plus signs, stars and tildes", 403, reason),
                    new Difference("a query with needless escapes and escapes in lower case", 403, reason),
                    new Difference("a query with reserved characters", 403, reason));
        }
    }
}
