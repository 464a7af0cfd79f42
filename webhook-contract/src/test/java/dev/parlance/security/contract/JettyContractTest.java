package dev.parlance.security.contract;

import dev.parlance.security.servlet.WebhookServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

class JettyContractTest extends SignedRequestsContract {
    @Override
    protected RunningAdapter start(ContractSetup setup) throws Exception {
        ServletContextHandler context = new ServletContextHandler("/app");
        for (Filter filter : ServletFilters.of(setup)) {
            context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        }
        context.addServlet(new ServletHolder(WebhookServlet.of(setup.handler())), "/contract/*");
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
        return new RunningAdapter(
                URI.create("http://localhost:" + connector.getLocalPort() + "/app/contract"), server::stop);
    }

    @Override
    protected List<ContractSetup> setups() {
        return List.of(ContractSetup.values());
    }

    @Override
    protected List<Difference> differences() {
        return List.of(
                new Difference("an escaped slash in the path", 400, "Jetty refuses %2F in paths"),
                new Difference("two slashes in the path", 400, "Jetty refuses empty segments in paths"));
    }
}
