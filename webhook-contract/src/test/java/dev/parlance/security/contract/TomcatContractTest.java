package dev.parlance.security.contract;

import dev.parlance.security.servlet.WebhookServlet;
import jakarta.servlet.Filter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.io.TempDir;

class TomcatContractTest extends SignedRequestsContract {
    @TempDir
    Path folder;

    @Override
    protected RunningAdapter start(ContractSetup setup) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.setSilent(true);
        Context context = tomcat.addContext("/app", folder.toString());
        int number = 0;
        for (Filter filter : ServletFilters.of(setup)) {
            addFilter(context, filter, "filter" + number++);
        }
        Tomcat.addServlet(context, "contract", WebhookServlet.of(setup.handler()))
                .addMapping("/contract/*");
        tomcat.start();
        URI url = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/app/contract");
        return new RunningAdapter(url, () -> {
            tomcat.stop();
            tomcat.destroy();
        });
    }

    private static void addFilter(Context context, Filter filter, String name) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(name);
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName(name);
        map.addURLPattern("/*");
        context.addFilterMap(map);
    }

    @Override
    protected List<ContractSetup> setups() {
        return List.of(ContractSetup.values());
    }

    @Override
    protected List<Difference> differences() {
        return List.of(new Difference("an escaped slash in the path", 400, "Tomcat refuses %2F in paths"));
    }
}
