package dev.parlance.security.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The servlet contracts in Tomcat. */
class TomcatTest {
    @Nested
    class Reading extends ReadingContract {
        Reading(@TempDir Path folder) {
            super(new TomcatStarter(folder.toFile()));
        }
    }

    @Nested
    class Checking extends CheckingContract {
        Checking(@TempDir Path folder) {
            super(new TomcatStarter(folder.toFile()));
        }
    }

    @Nested
    class FilterChain extends FilterChainContract {
        FilterChain(@TempDir Path folder) {
            super(new TomcatStarter(folder.toFile()));
        }
    }

    @Nested
    class Handlers extends WebhookServletContract {
        Handlers(@TempDir Path folder) {
            super(new TomcatStarter(folder.toFile()));
        }
    }

    @Nested
    class InitParams extends InitParamsContract {
        InitParams(@TempDir Path folder) {
            super(new TomcatStarter(folder.toFile()));
        }
    }

    private record TomcatContainer(Tomcat tomcat) implements Container {
        @Override
        public String url() {
            return "http://localhost:" + tomcat.getConnector().getLocalPort() + CONTEXT;
        }

        @Override
        public void close() {
            try {
                tomcat.stop();
                tomcat.destroy();
            } catch (LifecycleException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record TomcatStarter(File folder) implements Container.Starter {
        @Override
        public Container start(List<Filter> filters, Map<String, Servlet> servlets) throws Exception {
            List<FilterDef> definitions = new ArrayList<>();
            for (Filter filter : filters) {
                FilterDef definition = new FilterDef();
                definition.setFilter(filter);
                definitions.add(definition);
            }
            return started(definitions, servlets);
        }

        @Override
        public Container start(Map<String, String> initParameters, Map<String, Servlet> servlets) throws Exception {
            FilterDef definition = new FilterDef();
            definition.setFilterClass(SignatureFilter.class.getName());
            initParameters.forEach(definition::addInitParameter);
            return started(List.of(definition), servlets);
        }

        private Container started(List<FilterDef> filters, Map<String, Servlet> servlets) throws Exception {
            Tomcat tomcat = new Tomcat();
            tomcat.setBaseDir(folder.getPath());
            tomcat.setPort(0);
            tomcat.setSilent(true);
            Context context = tomcat.addContext(Container.CONTEXT, folder.getPath());
            context.setRequestCharacterEncoding("UTF-8");
            int number = 0;
            for (FilterDef filter : filters) {
                filter.setFilterName("filter" + number++);
                filter.setAsyncSupported("true");
                context.addFilterDef(filter);
                context.addFilterMap(beforeEverything(filter));
            }
            servlets.forEach((path, servlet) -> {
                Wrapper wrapper = Tomcat.addServlet(context, path, servlet);
                wrapper.setAsyncSupported(true);
                wrapper.addMapping(path);
            });
            tomcat.getConnector().addUpgradeProtocol(new Http2Protocol());
            tomcat.start();
            if (context.getState() != LifecycleState.STARTED) {
                tomcat.stop();
                tomcat.destroy();
                throw new ServletException("The application did not start");
            }
            return new TomcatContainer(tomcat);
        }

        private static FilterMap beforeEverything(FilterDef filter) {
            FilterMap map = new FilterMap();
            map.setFilterName(filter.getFilterName());
            map.addURLPattern("/*");
            for (DispatcherType type : DispatcherType.values()) {
                map.setDispatcher(type.name());
            }
            return map;
        }
    }
}
