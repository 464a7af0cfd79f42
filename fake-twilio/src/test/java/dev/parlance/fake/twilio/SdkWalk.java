package dev.parlance.fake.twilio;

import com.twilio.Twilio;
import com.twilio.base.Resource;
import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Creates, lists, fetches, updates and deletes every resource of Twilio's Java library. */
final class SdkWalk implements AutoCloseable {
    private final ClientArguments arguments = new ClientArguments();
    private final SdkClient client = new SdkClient(arguments.twilio());
    private final ClientReport report = new ClientReport("Twilio's library for Java", libraryVersion());

    /** The resources of each version of each API, by package. */
    private static Map<String, List<Class<?>>> resources() throws IOException, ClassNotFoundException {
        String jar = TwilioRestClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        List<Class<?>> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar)) {
            for (String name : file.stream().map(Object::toString).toList()) {
                if (name.matches("com/twilio/rest/[^$]+\\.class")) {
                    Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'));
                    if (Resource.class.isAssignableFrom(type)) {
                        found.add(type);
                    }
                }
            }
        }
        return found.stream().collect(Collectors.groupingBy(SdkWalk::version, TreeMap::new, Collectors.toList()));
    }

    /** The version of the library that runs. A use of the constant would be that of the one that was compiled. */
    private static String libraryVersion() {
        try {
            return (String) Twilio.class.getField("VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version(Class<?> resource) {
        return String.join(".", List.of(resource.getPackageName().split("\\.")).subList(3, 5));
    }

    /** Walks over all resources. */
    static ClientReport run() throws IOException, ClassNotFoundException {
        try (SdkWalk walk = new SdkWalk()) {
            resources().values().forEach(walk::walk);
            return walk.report;
        }
    }

    /** Walks over the resources of one version of one API, in a new account. */
    private void walk(List<Class<?>> resources) {
        arguments.reset();
        List<Class<?>> order = new ArrayList<>(resources);
        order.sort(Comparator.<Class<?>>comparingInt(SdkWalk::depth).thenComparing(Class::getName));
        report.addResources(order.size());
        for (String verb : List.of("create", "read", "fetch", "update")) {
            order.forEach(resource -> SdkAction.of(resource, verb).ifPresent(this::call));
        }
        Collections.reverse(order);
        order.forEach(resource -> SdkAction.of(resource, "delete").ifPresent(this::call));
        report.requests(client.requests());
    }

    private static int depth(Class<?> resource) {
        return resource.getPackageName().split("\\.").length;
    }

    private void call(SdkAction action) {
        String operation = "";
        report.addCalls(1);
        try {
            ClientRequest request = requestOf(action);
            operation = request.name();
            accept(action.send(arguments.of(request), client.sending()));
        } catch (Throwable e) {
            report.failed(action.toString(), operation, message(e));
        }
    }

    private static String message(Throwable e) {
        return e instanceof ApiException answer ? answer.getStatusCode() + " " + answer.getMessage() : e.toString();
    }

    private ClientRequest requestOf(SdkAction action) throws Throwable {
        try {
            Object answer = action.sendPlaceholders(client.catching());
            throw new IllegalStateException("No request was sent for " + answer);
        } catch (SdkClient.Caught e) {
            return e.request();
        }
    }

    private static void accept(Object answer) throws Throwable {
        if (answer instanceof ResourceSet<?> set) {
            for (Resource each : set) {
                SdkAction.read(each);
            }
        } else if (answer instanceof Resource each) {
            SdkAction.read(each);
        }
    }

    @Override
    public void close() {
        arguments.close();
    }
}
