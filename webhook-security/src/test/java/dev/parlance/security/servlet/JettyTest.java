package dev.parlance.security.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.Nested;

/** The servlet contracts in Jetty. */
class JettyTest {
    @Nested
    class Reading extends ReadingContract {
        Reading() {
            super(new JettyStarter());
        }
    }

    @Nested
    class Checking extends CheckingContract {
        Checking() {
            super(new JettyStarter());
        }
    }

    @Nested
    class FilterChain extends FilterChainContract {
        FilterChain() {
            super(new JettyStarter());
        }
    }

    @Nested
    class Handlers extends WebhookServletContract {
        Handlers() {
            super(new JettyStarter());
        }
    }

    @Nested
    class InitParams extends InitParamsContract {
        InitParams() {
            super(new JettyStarter());
        }
    }

    private record JettyContainer(Server server) implements Container {
        @Override
        public String url() {
            return "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + CONTEXT;
        }

        @Override
        public void close() {
            LifeCycle.stop(server);
        }
    }

    private static final class JettyStarter implements Container.Starter {
        @Override
        public Container start(List<Filter> filters, Map<String, Servlet> servlets) throws Exception {
            return started(filters.stream().map(FilterHolder::new).toList(), servlets);
        }

        @Override
        public Container start(Map<String, String> initParameters, Map<String, Servlet> servlets) throws Exception {
            FilterHolder filter = new FilterHolder(SignatureFilter.class);
            filter.setInitParameters(initParameters);
            return started(List.of(filter), servlets);
        }

        private static Container started(List<FilterHolder> filters, Map<String, Servlet> servlets) throws Exception {
            Server server = new Server();
            HttpConfiguration http = new HttpConfiguration();
            server.addConnector(new ServerConnector(
                    server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http)));
            ServletContextHandler context = new ServletContextHandler(Container.CONTEXT);
            for (FilterHolder filter : filters) {
                filter.setAsyncSupported(true);
                context.addFilter(filter, "/*", EnumSet.allOf(DispatcherType.class));
            }
            servlets.forEach((path, servlet) -> {
                ServletHolder holder = new ServletHolder(servlet);
                holder.setAsyncSupported(true);
                context.addServlet(holder, path);
            });
            server.setHandler(context);
            try {
                server.start();
            } catch (Exception e) {
                server.stop();
                throw e;
            }
            return new JettyContainer(server);
        }
    }
}
